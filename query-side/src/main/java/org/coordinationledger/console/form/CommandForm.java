package org.coordinationledger.console.form;

import java.util.List;
import java.util.Set;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks for one command.
 *
 * @param step null of the command that begins a record
 * @param words the key of what it is called
 */
record CommandForm(@Nullable String step, String words, List<FieldDescription> fields) {

    static final String CORRECT = "correct";
    static final String VOID = "void";

    /** What a correction puts in the place of a step. */
    static final String REPLACEMENT = "replacement";

    /** Steps that bring a text that the record does not have yet; all others name one that it has. */
    private static final Set<String> BRING_TEXT = Set.of("revise", "amend", "conclude");

    static CommandForm of(CommandDescription command) {
        return new CommandForm(command.step(), command.words(), command.fields());
    }

    /** Whether the step may bring a text of its own. */
    boolean bringsText() {
        return step == null || BRING_TEXT.contains(step);
    }

    /** The field in which a correction or voiding names the step that it is about; null of other commands. */
    @Nullable String amended() {
        return CORRECT.equals(step) ? "corrects" : VOID.equals(step) ? "voids" : null;
    }

    /** The same without a field that is answered otherwise. */
    CommandForm without(String field) {
        return new CommandForm(
                step, words, fields.stream().filter(one -> !one.name().equals(field)).toList());
    }

    /** The same with one field alone. */
    CommandForm only(String field) {
        return new CommandForm(
                step, words, fields.stream().filter(one -> one.name().equals(field)).toList());
    }

    /** The same with what an event holds in the place of the event. */
    CommandForm replacing(List<FieldDescription> event) {
        return new CommandForm(step, words, fields.stream()
                .map(field -> field.kind() == FieldKind.EVENT ? field.groupOf(event) : field)
                .toList());
    }
}
