package org.coordinationledger.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.console.page.RecordField;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/** A form as a page shows it. Only what it asks for can be typed, and only what it offers can be chosen. */
final class PlainForm {

    private final FormElement form;

    PlainForm(FormElement form) {
        this.form = form;
    }

    String action() {
        return form.attr("action");
    }

    /** Whether it asks for something under this name. */
    boolean asks(String name) {
        return field(name).isPresent();
    }

    /** Whether it has a button that does this. */
    boolean does(String value) {
        return !form.select("button[name=do]").select("[value=\"" + value + "\"]").isEmpty();
    }

    private Optional<Element> field(String name) {
        return form.elements().stream().filter(one -> one.attr("name").equals(name)).findFirst();
    }

    /** What may be chosen for a field; none where it is typed. */
    List<String> choices(String name) {
        return field(name).map(field -> field.select("option").eachAttr("value")).orElse(List.of());
    }

    /**
     * Fills in a field.
     *
     * @throws AssertionError if the form does not ask for it or does not offer the value
     */
    void type(String name, String value) {
        Element field = field(name).orElseThrow(() -> new AssertionError("nothing asks for " + name));
        switch (field.normalName()) {
            case "select" -> choose(field, name, value);
            case "textarea" -> field.text(value);
            default -> field.val(value);
        }
    }

    private static void choose(Element field, String name, String value) {
        Elements options = field.select("option");
        if (!options.eachAttr("value").contains(value)) {
            throw new AssertionError("%s offers %s, not %s".formatted(name, options.eachAttr("value"), value));
        }
        options.forEach(option -> {
            if (option.attr("value").equals(value)) {
                option.attr("selected", "selected");
            } else {
                option.removeAttr("selected");
            }
        });
    }

    /** What stands in the fields that are typed or chosen, by name; of a record that is known, with its id. */
    Map<String, String> typed() {
        Map<String, String> all = new LinkedHashMap<>();
        form.formData().forEach(field -> {
            if (field.key().startsWith("f.")) {
                all.put(field.key(), field.value());
            }
        });
        Map<String, String> typed = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (!name.endsWith(RecordField.KNOWN)) {
                typed.put(name, RecordField.meant(value, all.get(name + RecordField.KNOWN)));
            }
        });
        return typed;
    }

    /** All that is sent when a button is pressed; without one where its name is empty. */
    List<Map.Entry<String, String>> fields(String button, String value) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        for (KeyVal field : form.formData()) {
            sent.add(Map.entry(field.key(), field.value()));
        }
        if (!button.isEmpty()) {
            sent.add(Map.entry(button, value));
        }
        return sent;
    }
}
