package org.coordinationledger.command.api;

import java.util.List;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.service.form.FieldDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Something that can be read for each kind of field. */
final class FieldSamples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of the bytes 0 to 31. */
    private static final String WITNESS =
            "witness.example/w1+7e136b5c+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    private FieldSamples() {}

    /** An object that has each of these fields. */
    static ObjectNode all(List<FieldDescription> fields) {
        ObjectNode body = EventJson.mapper().createObjectNode();
        fields.forEach(field -> body.set(field.name(), of(field)));
        return body;
    }

    static JsonNode of(FieldDescription field) {
        JsonNode one = one(field);
        return field.several() == null ? one : JSON.arrayNode().add(one);
    }

    /** One of a field of which there may be several. */
    static JsonNode one(FieldDescription field) {
        return switch (field.kind()) {
            case DATE -> JSON.stringNode("2020-01-01");
            case FLAG -> JSON.booleanNode(true);
            case CODE -> JSON.stringNode(orNone(field.codes()).get(0));
            case NUMBER -> JSON.numberNode(2020);
            case QUANTITY -> JSON.objectNode().put("value", 1);
            case MONTH -> JSON.stringNode("2020-01");
            case YEAR_OR_QUARTER, YEAR_OR_TWO -> JSON.stringNode("2020");
            case ANY_RECORD -> JSON.objectNode().put("resource", "organisations").put("id", "x");
            case HOUSEHOLD -> JSON.stringNode("HO-1");
            case DIGEST -> JSON.stringNode("0".repeat(64));
            case WITNESS_KEY -> JSON.stringNode(WITNESS);
            case GROUP -> all(orNone(field.fields()));
            case TEXT, LONG_TEXT, RECORD, PART, PERSON, FIGURE, DOCUMENT_NUMBER -> JSON.stringNode("x");
            case EVENT -> throw new IllegalArgumentException(field.name() + " depends on which event it is");
        };
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
