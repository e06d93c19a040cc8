package org.coordinationledger.console.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command and what it asks for, as the command side describes it.
 *
 * @param step null of the command that begins a record
 * @param words the key of what it is called
 */
public record CommandForm(@Nullable String step, String words, List<FormField> fields) {

    static final String CORRECT = "correct";
    static final String VOID = "void";

    /** What a correction puts in the place of a step. */
    static final String REPLACEMENT = "replacement";

    /** Steps that bring a text that the record does not have yet; all others name one that it has. */
    private static final Set<String> BRING_TEXT = Set.of("revise", "amend", "conclude");

    /** The commands about records of one kind. */
    public record Feature(
            String resource, CommandForm begin, List<CommandForm> steps, Map<String, List<FormField>> events) {

        Optional<CommandForm> step(String step) {
            return steps.stream().filter(form -> step.equals(form.step())).findFirst();
        }
    }

    /** The commands about records of all kinds. */
    public record All(List<Feature> features) {}

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

    /** The same with a field's place taken by what an event holds. */
    CommandForm replacing(List<FormField> event) {
        return new CommandForm(step, words, fields.stream()
                .map(field -> field.kind() == FieldKind.EVENT ? field.groupOf(event) : field)
                .toList());
    }
}
