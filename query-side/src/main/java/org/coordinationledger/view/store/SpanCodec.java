package org.coordinationledger.view.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FoldedWords;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.view.span.Named;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;

/**
 * Spans of one kind as documents: {@code {_id, record, recFrom, recTo, effFrom, effTo, organisations, texts, searched,
 * words, papers, facts}}, positions as 64-bit integers, days as ISO 8601 text, quantities as {@code {value, quality}} with the value as text.
 * Written and read without a tree of values between, since a build writes most of what it makes.
 */
final class SpanCodec implements Codec<Span> {

    /** The field that holds the texts by which people look for a record. */
    private static final String SEARCHED = "searched";

    private final String kind;

    SpanCodec(String kind) {
        this.kind = kind;
    }

    @Override
    public Class<Span> getEncoderClass() {
        return Span.class;
    }

    @Override
    public void encode(BsonWriter to, Span span, EncoderContext context) {
        if (!span.kind().equals(kind)) {
            throw new IllegalArgumentException("a span of " + span.kind() + " is none of " + kind);
        }
        to.writeStartDocument();
        to.writeString("_id", span.id());
        to.writeString("record", span.record());
        to.writeInt64("recFrom", span.recFrom());
        to.writeInt64("recTo", span.recTo());
        to.writeString("effFrom", span.effFrom().toString());
        to.writeString("effTo", span.effTo().toString());
        writeIds(to, SpanCollection.ORGANISATIONS, span.named().organisations());
        writeIds(to, SpanCollection.TEXTS, span.named().texts());
        writeIds(to, SEARCHED, span.searched());
        writeIds(to, SpanCollection.WORDS, FoldedWords.kept(span.searched()));
        writePapers(to, span.papers());
        to.writeStartDocument("facts");
        span.facts().values().forEach((name, value) -> {
            to.writeName(name);
            write(to, value);
        });
        to.writeEndDocument();
        to.writeEndDocument();
    }

    /** None are not written, so that sparse indexes hold only spans that have some. */
    private static void writeIds(BsonWriter to, String field, Collection<String> ids) {
        if (!ids.isEmpty()) {
            to.writeStartArray(field);
            ids.forEach(to::writeString);
            to.writeEndArray();
        }
    }

    private static void writePapers(BsonWriter to, List<Paper> papers) {
        if (papers.isEmpty()) {
            return;
        }
        to.writeStartArray(SpanCollection.PAPERS);
        for (Paper paper : papers) {
            to.writeStartDocument();
            to.writeString("kind", paper.kind());
            to.writeString("issuer", paper.issuer().value());
            to.writeString("number", paper.number().value());
            to.writeString("date", paper.date().toString());
            to.writeBoolean("byYear", paper.byYear());
            to.writeBoolean("shared", paper.shared());
            to.writeEndDocument();
        }
        to.writeEndArray();
    }

    private static List<Paper> papers(BsonReader from) {
        List<Paper> papers = new ArrayList<>();
        from.readStartArray();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            from.readStartDocument();
            papers.add(new Paper(
                    from.readString("kind"), new OrganisationId(from.readString("issuer")),
                    new DocumentNumber(from.readString("number")), LocalDate.parse(from.readString("date")),
                    from.readBoolean("byYear"), from.readBoolean("shared")));
            from.readEndDocument();
        }
        from.readEndArray();
        return List.copyOf(papers);
    }

    private static void write(BsonWriter to, Object fact) {
        if (fact instanceof String text) {
            to.writeString(text);
        } else if (fact instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (fact instanceof Quantity quantity) {
            to.writeStartDocument();
            to.writeString("value", quantity.value().toPlainString());
            to.writeString("quality", quantity.quality().name());
            to.writeEndDocument();
        } else if (fact instanceof List<?> several) {
            to.writeStartArray();
            several.forEach(one -> write(to, one));
            to.writeEndArray();
        } else if (fact instanceof Waiting waiting) {
            to.writeStartDocument();
            to.writeString("what", waiting.what());
            to.writeString("by", waiting.by());
            to.writeString("competence", waiting.competence().name());
            to.writeString("since", waiting.since().toString());
            if (waiting.due() != null) {
                to.writeString("due", waiting.due().toString());
            }
            to.writeEndDocument();
        } else {
            throw new IllegalArgumentException("facts hold no " + fact.getClass());
        }
    }

    @Override
    public Span decode(BsonReader from, DecoderContext context) {
        String record = "";
        long recFrom = 0;
        long recTo = 0;
        LocalDate effFrom = LocalDate.MIN;
        LocalDate effTo = LocalDate.MAX;
        List<String> organisations = List.of();
        List<String> texts = List.of();
        List<String> searched = List.of();
        List<Paper> papers = List.of();
        Map<String, Object> facts = new LinkedHashMap<>();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (from.readName()) {
                case "record" -> record = from.readString();
                case "recFrom" -> recFrom = from.readInt64();
                case "recTo" -> recTo = from.readInt64();
                case "effFrom" -> effFrom = LocalDate.parse(from.readString());
                case "effTo" -> effTo = LocalDate.parse(from.readString());
                case SpanCollection.ORGANISATIONS -> organisations = ids(from);
                case SpanCollection.TEXTS -> texts = ids(from);
                case SEARCHED -> searched = ids(from);
                case SpanCollection.PAPERS -> papers = papers(from);
                case "facts" -> {
                    from.readStartDocument();
                    while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
                        facts.put(from.readName(), read(from));
                    }
                    from.readEndDocument();
                }
                default -> from.skipValue();
            }
        }
        from.readEndDocument();
        return new Span(
                kind, record, recFrom, recTo, effFrom, effTo, new Facts(facts), searched, papers,
                new Named(organisations, texts));
    }

    private static List<String> ids(BsonReader from) {
        List<String> ids = new ArrayList<>();
        from.readStartArray();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            ids.add(from.readString());
        }
        from.readEndArray();
        return List.copyOf(ids);
    }

    private static Object read(BsonReader from) {
        return switch (from.getCurrentBsonType()) {
            case STRING -> from.readString();
            case BOOLEAN -> from.readBoolean();
            case DOCUMENT -> {
                from.readStartDocument();
                Quantity quantity = quantity(from.readString("value"), from.readString("quality"));
                from.readEndDocument();
                yield quantity;
            }
            case ARRAY -> {
                List<Object> several = new ArrayList<>();
                from.readStartArray();
                while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
                    several.add(from.getCurrentBsonType() == BsonType.DOCUMENT ? waiting(from) : from.readString());
                }
                from.readEndArray();
                yield List.copyOf(several);
            }
            default -> throw new IllegalStateException("a fact is stored as " + from.getCurrentBsonType());
        };
    }

    private static Waiting waiting(BsonReader from) {
        from.readStartDocument();
        String what = from.readString("what");
        String by = from.readString("by");
        Competence competence = Competence.valueOf(from.readString("competence"));
        LocalDate since = LocalDate.parse(from.readString("since"));
        LocalDate due = null;
        if (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            from.skipName();
            due = LocalDate.parse(from.readString());
        }
        from.readEndDocument();
        return new Waiting(what, by, competence, since, due);
    }

    private static Quantity quantity(String value, String quality) {
        return new Quantity(new BigDecimal(value), Quality.valueOf(quality), null);
    }

    /** A fact's value from what an aggregation gives: text, true or false, a list of ids, or a quantity. */
    static Object fact(Object stored) {
        if (stored instanceof Document quantity) {
            return quantity(quantity.getString("value"), quantity.getString("quality"));
        }
        return stored instanceof List<?> several ? List.copyOf(several) : stored;
    }
}
