package org.coordinationledger.view.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.vocabulary.Quantity;

/**
 * What lists and figures need to know about a record while it stays the same: a small map of {@link String},
 * {@link Boolean}, {@link Quantity} and lists of ids or of {@link Waiting}. It holds ids only, never what another record says.
 *
 * <p>The bounds on events keep it under {@link #MAX_BYTES}: at most 32 organisations and 32 documents of 64 characters
 * each in a list, and one name of 200 characters.
 *
 * @param values by name, in the order in which the feature declares them; the map given is kept, not copied, and MUST NOT
 *     be changed afterwards
 */
public record Facts(Map<String, Object> values) {

    /** No facts are larger than this, in UTF-8. */
    public static final int MAX_BYTES = 12_288;

    public Facts {
        int bytes = 0;
        for (Map.Entry<String, Object> fact : values.entrySet()) {
            bytes += fact.getKey().length() + bytes(fact.getValue());
        }
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("facts of %d bytes are over the bound".formatted(bytes));
        }
        values = Collections.unmodifiableMap(values);
    }

    public static Facts of(Map<String, Object> values) {
        return new Facts(new LinkedHashMap<>(values));
    }

    /** The value of a fact, or empty where the record has none. */
    public Optional<Object> get(String fact) {
        return Optional.ofNullable(values.get(fact));
    }

    /** The ids that a fact holds: none, one or several. */
    public List<String> ids(String fact) {
        Object value = values.get(fact);
        if (value instanceof List<?> ids) {
            return ids.stream().map(String.class::cast).toList();
        }
        return value == null ? List.of() : List.of((String) value);
    }

    /** What the record waits for. */
    public List<Waiting> waiting() {
        return values.get(FeatureView.WAITING) instanceof List<?> several
                ? several.stream().map(Waiting.class::cast).toList()
                : List.of();
    }

    private static int bytes(Object value) {
        if (value instanceof String text) {
            return utf8Length(text) + 3;
        }
        if (value instanceof List<?> several) {
            return several.stream().mapToInt(Facts::bytes).sum();
        }
        if (value instanceof Boolean || value instanceof Quantity) {
            return 40;
        }
        if (value instanceof Waiting waiting) {
            return waiting.what().length() + waiting.by().length() + 100;
        }
        throw new IllegalArgumentException("facts hold no " + value.getClass());
    }

    /** How many bytes well-formed text takes, counted without writing them. */
    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return length;
    }
}
