package org.coordinationledger.view.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.vocabulary.MemberId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * States and events as JSON for one reader and one record. Sealed personal data are opened for roles that may read
 * them, and it is kept that they were; otherwise {@code null} stands in their place, and beside it
 * {@code "personalDataHidden": true}, or {@code "personalDataErased": true} once their key is gone.
 */
final class StateJson {

    private static final String OPENING = StateJson.class.getName();
    private static final String MARK = "\u0000mark";

    private static final JsonMapper MAPPER = EventJson.builder()
            .addModule(new SimpleModule("personal data").addSerializer(PersonalData.Sealed.class, new Opening()))
            .build();

    private final PersonalDataReads reads;
    private final Actor reader;
    private final String record;
    private final String purpose;
    private final Map<PersonalData.Sealed, Optional<PersonalData.Clear>> opened = new HashMap<>();

    /** @param purpose what is read, for the list of who read personal data */
    StateJson(PersonalDataReads reads, Actor reader, String record, String purpose) {
        this.reads = reads;
        this.reader = reader;
        this.record = record;
        this.purpose = purpose;
    }

    @Nullable JsonNode ofNullable(@Nullable Object state) {
        return state == null ? null : of(state);
    }

    JsonNode of(Object state) {
        JsonNode tree = MAPPER.writer().withAttribute(OPENING, this).valueToTree(state);
        replaceMarks(tree);
        return tree;
    }

    private Optional<PersonalData.Clear> open(PersonalData.Sealed sealed) {
        MemberId member = new MemberId(record);
        return opened.computeIfAbsent(sealed, s -> Optional.ofNullable(
                reads.open(reader, Map.of(member, s), purpose).get(member)));
    }

    private static void replaceMarks(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(StateJson::replaceMarks);
        }
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                JsonNode mark = value.get(MARK);
                if (mark == null) {
                    replaceMarks(value);
                } else {
                    object.putNull(name);
                    object.put(mark.stringValue(), true);
                }
            }
        }
    }

    /** Writes personal data in clear, or a mark that says why not. */
    private static final class Opening extends ValueSerializer<PersonalData.Sealed> {

        @Override
        public void serialize(PersonalData.Sealed sealed, JsonGenerator json, SerializationContext context) {
            StateJson opening = (StateJson) context.getAttribute(OPENING);
            if (!opening.reader.role().mayReadPersonalData()) {
                mark(json, "personalDataHidden");
                return;
            }
            Optional<PersonalData.Clear> clear = opening.open(sealed);
            if (clear.isEmpty()) {
                mark(json, "personalDataErased");
            } else {
                context.writeValue(json, clear.get());
            }
        }

        private static void mark(JsonGenerator json, String name) {
            json.writeStartObject();
            json.writeStringProperty(MARK, name);
            json.writeEndObject();
        }
    }
}
