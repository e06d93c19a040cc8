package org.coordinationledger.view.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Steps as documents: {@code {_id, kind, record, sequence, event, recordedAt, effectiveOn, actor, organisation, role, body,
 * amends, days, named, namedAt, findings: [{code, from, to}]}}, {@code _id} being the position. Days are ISO 8601 text;
 * {@code days} is written where a step was recorded after it took effect. Written and read without a tree of values
 * between, since a build writes one for each entry of the ledger.
 */
final class StepCodec implements Codec<LedgerStep> {

    static final String POSITION = "_id";
    static final String KIND = "kind";
    static final String RECORD = "record";
    static final String EVENT = "event";
    static final String EFFECTIVE_ON = "effectiveOn";
    static final String ACTOR = "actor";
    static final String DAYS = "days";
    static final String NAMED = "named";
    static final String NAMED_AT = "namedAt";
    static final String FINDINGS = "findings";

    private static final String SEQUENCE = "sequence";
    private static final String RECORDED_AT = "recordedAt";
    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";
    private static final String BODY = "body";
    private static final String AMENDS = "amends";

    @Override
    public Class<LedgerStep> getEncoderClass() {
        return LedgerStep.class;
    }

    @Override
    public void encode(BsonWriter to, LedgerStep step, EncoderContext context) {
        to.writeStartDocument();
        to.writeInt64(POSITION, step.position());
        to.writeString(KIND, step.kind());
        to.writeString(RECORD, step.record());
        to.writeInt64(SEQUENCE, step.sequence());
        to.writeString(EVENT, step.event());
        to.writeDateTime(RECORDED_AT, step.recordedAt().toEpochMilli());
        to.writeString(EFFECTIVE_ON, step.effectiveOn().toString());
        to.writeString(ACTOR, step.actor().person());
        to.writeString(ORGANISATION, step.actor().organisation().value());
        to.writeString(ROLE, step.actor().role().name());
        Body body = step.actor().body();
        if (body != null) {
            to.writeString(BODY, body.name());
        }
        Long amends = step.amends();
        if (amends != null) {
            to.writeInt64(AMENDS, amends);
        }
        if (step.daysToRecording() > 0) {
            to.writeInt64(DAYS, step.daysToRecording());
        }
        to.writeStartArray(NAMED);
        step.named().forEach(to::writeString);
        to.writeEndArray();
        to.writeInt64(NAMED_AT, step.namedAt());
        if (!step.findings().isEmpty()) {
            to.writeStartArray(FINDINGS);
            step.findings().forEach(noted -> {
                to.writeStartDocument();
                to.writeString("code", noted.code());
                to.writeInt64("from", noted.from());
                to.writeInt64("to", noted.to());
                to.writeEndDocument();
            });
            to.writeEndArray();
        }
        to.writeEndDocument();
    }

    @Override
    public LedgerStep decode(BsonReader from, DecoderContext context) {
        Reading step = new Reading();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            step.field(from.readName(), from);
        }
        from.readEndDocument();
        return step.read();
    }

    /** What was read of a step so far. */
    private static final class Reading {
        private long position;
        private String kind = "";
        private String record = "";
        private long sequence;
        private String event = "";
        private Instant recordedAt = Instant.EPOCH;
        private LocalDate effectiveOn = LocalDate.MIN;
        private String actor = "";
        private String organisation = "";
        private String role = "";
        private @Nullable Body body;
        private @Nullable Long amends;
        private long days;
        private List<String> named = List.of();
        private long namedAt;
        private List<LedgerStep.Noted> findings = List.of();

        void field(String name, BsonReader from) {
            switch (name) {
                case POSITION -> position = from.readInt64();
                case KIND -> kind = from.readString();
                case RECORD -> record = from.readString();
                case SEQUENCE -> sequence = from.readInt64();
                case EVENT -> event = from.readString();
                case RECORDED_AT -> recordedAt = Instant.ofEpochMilli(from.readDateTime());
                case EFFECTIVE_ON -> effectiveOn = LocalDate.parse(from.readString());
                case ACTOR -> actor = from.readString();
                case ORGANISATION -> organisation = from.readString();
                case ROLE -> role = from.readString();
                case BODY -> body = Body.valueOf(from.readString());
                case AMENDS -> amends = from.readInt64();
                case DAYS -> days = from.readInt64();
                case NAMED -> named = texts(from);
                case NAMED_AT -> namedAt = from.readInt64();
                case FINDINGS -> findings = findings(from);
                default -> from.skipValue();
            }
        }

        LedgerStep read() {
            return new LedgerStep(
                    position, kind, record, sequence, event, recordedAt, effectiveOn,
                    new Actor(actor, new OrganisationId(organisation), Role.valueOf(role), body),
                    amends, days, named, namedAt, findings);
        }

        private static List<String> texts(BsonReader from) {
            List<String> texts = new ArrayList<>();
            from.readStartArray();
            while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
                texts.add(from.readString());
            }
            from.readEndArray();
            return texts;
        }

        private static List<LedgerStep.Noted> findings(BsonReader from) {
            List<LedgerStep.Noted> findings = new ArrayList<>();
            from.readStartArray();
            while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
                findings.add(noted(from));
            }
            from.readEndArray();
            return findings;
        }

        private static LedgerStep.Noted noted(BsonReader from) {
            String code = "";
            long since = 0;
            long until = 0;
            from.readStartDocument();
            while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
                switch (from.readName()) {
                    case "code" -> code = from.readString();
                    case "from" -> since = from.readInt64();
                    case "to" -> until = from.readInt64();
                    default -> from.skipValue();
                }
            }
            from.readEndDocument();
            return new LedgerStep.Noted(code, since, until);
        }
    }
}
