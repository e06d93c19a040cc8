package org.coordinationledger.service.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a command. What does not apply to its kind is null.
 *
 * @param name as in JSON
 * @param required whether a command without it is refused
 * @param several how many of it there may be, as a JSON array; null where there is one
 * @param longest how many characters it may have
 * @param resource under which the record stands that a {@link FieldKind#RECORD} names
 * @param codes what a {@link FieldKind#CODE} may be
 * @param words the prefix of the message keys that word the codes, such as {@code enum.Regime}
 * @param fields of a {@link FieldKind#GROUP}
 */
public record FieldDescription(
        String name,
        FieldKind kind,
        boolean required,
        @Nullable Several several,
        @Nullable Integer longest,
        @Nullable String resource,
        @Nullable List<String> codes,
        @Nullable String words,
        @Nullable List<FieldDescription> fields) {

    /**
     * Bounds on how many of a field there may be.
     *
     * @param most null where none is declared
     */
    public record Several(int least, @Nullable Integer most) {}

    public FieldDescription(String name, FieldKind kind) {
        this(name, kind, false, null, null, null, null, null, null);
    }

    public FieldDescription ofResource(String other) {
        return new FieldDescription(name, kind, required, several, longest, other, codes, words, fields);
    }

    public FieldDescription ofCodes(List<String> others, String prefix) {
        return new FieldDescription(name, kind, required, several, longest, resource, others, prefix, fields);
    }

    public FieldDescription of(List<FieldDescription> others) {
        return new FieldDescription(name, kind, required, several, longest, resource, codes, words, others);
    }

    public FieldDescription manyOf(Several bounds) {
        return new FieldDescription(name, kind, required, bounds, longest, resource, codes, words, fields);
    }

    public FieldDescription required(boolean must) {
        return new FieldDescription(name, kind, must, several, longest, resource, codes, words, fields);
    }

    public FieldDescription text(FieldKind textKind, @Nullable Integer most) {
        return new FieldDescription(name, textKind, required, several, most, resource, codes, words, fields);
    }

    /** The fields of a group; none of other kinds. */
    public List<FieldDescription> parts() {
        return fields == null ? List.of() : fields;
    }

    /** One of several. */
    public FieldDescription one() {
        return new FieldDescription(name, kind, required, null, longest, resource, codes, words, fields);
    }

    /** The same field as a group of others. */
    public FieldDescription groupOf(List<FieldDescription> others) {
        return new FieldDescription(
                name, FieldKind.GROUP, required, several, longest, resource, codes, words, others);
    }
}
