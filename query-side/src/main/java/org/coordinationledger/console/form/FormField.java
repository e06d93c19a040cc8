package org.coordinationledger.console.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a command, as the command side describes it. What does not apply to its kind is null.
 *
 * @param several how many of it there may be; null where there is one
 * @param longest how many characters it may have
 * @param resource the kind of record that it names
 * @param codes what it may be
 * @param words the prefix of the keys that word the codes
 * @param fields of a group
 */
public record FormField(
        String name,
        FieldKind kind,
        boolean required,
        @Nullable Several several,
        @Nullable Integer longest,
        @Nullable String resource,
        @Nullable List<String> codes,
        @Nullable String words,
        @Nullable List<FormField> fields) {

    /** @param most null where only a rule bounds it */
    public record Several(int least, @Nullable Integer most) {}

    /** The fields of a group. */
    List<FormField> parts() {
        return fields == null ? List.of() : fields;
    }

    FormField one() {
        return new FormField(name, kind, required, null, longest, resource, codes, words, fields);
    }

    /** The same field as a group of others. */
    FormField groupOf(List<FormField> others) {
        return new FormField(name, FieldKind.GROUP, required, several, longest, resource, codes, words, others);
    }
}
