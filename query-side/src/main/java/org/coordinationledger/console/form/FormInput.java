package org.coordinationledger.console.form;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.console.page.RecordField;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form, as the page asks it.
 *
 * @param path of what is typed
 * @param widget how it is asked: text, long, select, suggested, any, digest, quantity, group or list
 * @param hint the rule or the form to keep in mind, or null
 * @param value as typed, or known already
 * @param options to choose from, or that may be meant
 * @param error what is wrong with it, or null
 * @param inputs of a group, a list or a quantity
 * @param resource the kind of record that it names, empty where it may be of any kind; or null
 */
public record FormInput(
        String path,
        String widget,
        String label,
        boolean required,
        @Nullable String hint,
        String value,
        List<Option> options,
        @Nullable String error,
        List<FormInput> inputs,
        @Nullable Integer longest,
        @Nullable String resource) {

    /** @param text as people read it */
    public record Option(String value, String text) {}

    /** The same without what is said once for all of a list. */
    FormInput asOneOfSeveral() {
        return new FormInput(path, widget, label, true, null, value, options, error, inputs, longest, resource);
    }

    /** What it is called in the page. */
    public String name() {
        return Typed.PREFIX + path;
    }

    /** Its id in the page. */
    public String id() {
        return "f-" + path.replace('.', '-');
    }

    /** What stands in the field as people read it. */
    public String seen() {
        return resource == null ? value : RecordField.titleIn(value);
    }

    /** What goes along with it unseen: the record, where it is known which one is meant. */
    public String known() {
        return RecordField.idIn(value).isPresent() ? value : "";
    }

    /** What was chosen or typed, in words; empty if nothing. */
    public String shown() {
        return options.stream()
                .filter(option -> resource == null && option.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElseGet(this::seen);
    }

    /** Whether anything stands in it. */
    public boolean filled() {
        return inputs.isEmpty() ? !value.isBlank() : inputs.stream().anyMatch(FormInput::filled);
    }

    /** Those with an error, itself included, in the order of the page. */
    Stream<FormInput> wrong() {
        return Stream.concat(error == null ? Stream.of() : Stream.of(this), inputs.stream().flatMap(FormInput::wrong));
    }
}
