package org.coordinationledger.view.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;

/**
 * Spans as documents: {@code {_id, kind, record, recFrom, recTo, effFrom, effTo, facts}}, positions as 64-bit integers,
 * days as ISO 8601 text, quantities as {@code {value, quality}} with the value as text.
 */
public final class SpanDocuments {

    private SpanDocuments() {}

    static Document of(Span span) {
        Document facts = new Document();
        span.facts().values().forEach((name, value) -> facts.put(name, stored(value)));
        return new Document("_id", span.id())
                .append("kind", span.kind())
                .append("record", span.record())
                .append("recFrom", span.recFrom())
                .append("recTo", span.recTo())
                .append("effFrom", span.effFrom().toString())
                .append("effTo", span.effTo().toString())
                .append("facts", facts);
    }

    static Span span(Document document) {
        return new Span(
                document.getString("kind"),
                document.getString("record"),
                document.getLong("recFrom"),
                document.getLong("recTo"),
                LocalDate.parse(document.getString("effFrom")),
                LocalDate.parse(document.getString("effTo")),
                facts(document.get("facts", Document.class)));
    }

    static Facts facts(Document document) {
        Map<String, Object> facts = new TreeMap<>();
        document.forEach((name, value) -> facts.put(name, fact(value)));
        return Facts.of(facts);
    }

    /** A fact's value as it is stored. */
    private static Object stored(Object value) {
        return value instanceof Quantity quantity
                ? new Document("value", quantity.value().toPlainString())
                        .append("quality", quantity.quality().name())
                : value;
    }

    /** A fact's value from what is stored: text, true or false, a list of ids, or a quantity. */
    public static Object fact(Object stored) {
        if (stored instanceof Document quantity) {
            return new Quantity(
                    new BigDecimal(quantity.getString("value")), Quality.valueOf(quantity.getString("quality")), null);
        }
        return stored instanceof List<?> several ? List.copyOf(several) : stored;
    }
}
