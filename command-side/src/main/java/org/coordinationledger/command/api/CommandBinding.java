package org.coordinationledger.command.api;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.coordinationledger.actor.Body;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's body as the command that its address names. The record's id comes from the address. */
final class CommandBinding {

    /** The record that a command is about, which the address names. */
    static final String ID = "id";

    static final String EFFECTIVE_ON = "effectiveOn";

    /** What a correction puts in the place of a step. */
    static final String REPLACEMENT = "replacement";

    private static final String PERSONAL_DATA = "personalData";
    private static final PersonalData.Sealed NOTHING_SEALED = new PersonalData.Sealed("", "");

    /** A field that every command takes: it belongs to who acts, not to what is asked. */
    static final String ACTING_BODY = "actingBody";

    private final Clock clock;
    private final JsonMapper json = EventJson.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    CommandBinding(Clock clock) {
        this.clock = clock;
    }

    /** The command that begins a record; the body may bring the record's id, so that the client can know it before. */
    BoundCommand begin(CommandFeature feature, byte[] body) {
        ObjectNode fields = read(body);
        String digest = digest(feature.type().resource(), fields);
        boolean fresh = !fields.hasNonNull(ID);
        if (fresh) {
            fields.put(ID, UUID.randomUUID().toString());
        }
        return bound(fields, feature.begin(), fresh, digest);
    }

    /** A further command about a record. */
    BoundCommand step(CommandFeature feature, String id, String step, byte[] body) {
        String resource = feature.type().resource();
        Class<? extends RecordCommand> type = CommandFeatures.steps(feature).get(step);
        if (type == null) {
            throw new RejectedException(
                    new ServiceRejection.UnknownResource("/api/v1/%s/{id}/%s".formatted(resource, step)));
        }
        ObjectNode fields = read(body);
        if (fields.has(ID)) {
            throw new RejectedException(new ServiceRejection.UnknownField(
                    ID, Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .filter(n -> !n.equals(ID))
                            .sorted()
                            .toList()));
        }
        String digest = digest(resource + "/" + id + "/" + step, fields);
        fields.put(ID, id);
        if (Amend.class.isAssignableFrom(type) && !fields.has(EFFECTIVE_ON)) {
            fields.put(EFFECTIVE_ON, LocalDate.now(clock.withZone(Dates.ZONE)).toString());
        }
        return bound(fields, type, false, digest);
    }

    private BoundCommand bound(
            ObjectNode fields, Class<? extends RecordCommand> type, boolean fresh, String digest) {
        requireEffectiveOn(fields);
        Body actingBody = takeActingBody(fields);
        ObjectNode holder = holderOfPersonalData(fields);
        PersonalData.Clear clear = clear(holder);
        if (clear != null) {
            holder.set(PERSONAL_DATA, json.valueToTree(NOTHING_SEALED));
        }
        RecordCommand command = json.treeToValue(fields, type);
        requireComplete(command);
        Function<PersonalData.Sealed, RecordCommand> sealing = sealed -> {
            holder.set(PERSONAL_DATA, json.valueToTree(sealed));
            return json.treeToValue(fields, type);
        };
        return new BoundCommand(command, clear, sealing, actingBody, fresh, false, digest);
    }

    /** Personal data stand in the command itself, or in what a correction puts in the place of a step. */
    private static ObjectNode holderOfPersonalData(ObjectNode fields) {
        return !fields.has(PERSONAL_DATA) && fields.get(REPLACEMENT) instanceof ObjectNode replacement
                ? replacement
                : fields;
    }

    /** Personal data come in clear and nothing else: nobody outside can have sealed them. */
    private PersonalData.@Nullable Clear clear(ObjectNode holder) {
        JsonNode given = holder.get(PERSONAL_DATA);
        if (given == null || given.isNull()) {
            return null;
        }
        try {
            return json.treeToValue(given, PersonalData.Clear.class);
        } catch (JacksonException e) {
            throw e.prependPath(holder, PERSONAL_DATA);
        }
    }

    /** Refuses what the event cannot be without, naming it. */
    private static void requireComplete(RecordCommand command) {
        try {
            command.event();
        } catch (RejectedException e) {
            if (e.rejection() instanceof ValueRejection.Missing missing) {
                throw new RejectedException(new ServiceRejection.MissingField(missing.component()));
            }
            throw e;
        }
    }

    private static String excerpt(String given) {
        return given.length() <= 40 ? given : given.substring(0, 40) + "…";
    }

    private ObjectNode read(byte[] body) {
        if (body.length == 0) {
            throw new RejectedException(new ServiceRejection.MissingBody());
        }
        JsonNode tree = json.readTree(body);
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new RejectedException(new ServiceRejection.WrongType("body", "object"));
    }

    private static void requireEffectiveOn(ObjectNode fields) {
        if (!fields.hasNonNull(EFFECTIVE_ON)) {
            throw new RejectedException(new ServiceRejection.MissingField(EFFECTIVE_ON));
        }
    }

    private @Nullable Body takeActingBody(ObjectNode fields) {
        JsonNode given = fields.remove(ACTING_BODY);
        if (given == null || given.isNull()) {
            return null;
        }
        return Arrays.stream(Body.values())
                .filter(b -> given.isString() && b.name().equals(given.stringValue()))
                .findFirst()
                .orElseThrow(() -> new RejectedException(new ServiceRejection.UnknownValue(
                        ACTING_BODY,
                        excerpt(given.asString("")),
                        Arrays.stream(Body.values()).map(Enum::name).toList())));
    }

    /**
     * What tells a repeated request from another one under the same key. Personal data stay out of it, since the digest
     * is kept for ever and short texts can be guessed from one.
     */
    private String digest(String target, ObjectNode fields) {
        ObjectNode plain = fields.deepCopy();
        holderOfPersonalData(plain).remove(PERSONAL_DATA);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((target + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(json.writeValueAsBytes(plain)));
        } catch (StreamWriteException e) {
            // a number with too many digits to write them out
            throw new RejectedException(new ServiceRejection.JsonOutOfBounds());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
