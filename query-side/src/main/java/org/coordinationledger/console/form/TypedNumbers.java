package org.coordinationledger.console.form;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.service.form.FieldDescription;

/** Writes the numbers of a form as another language does, when somebody goes over to it in the middle of the form. */
final class TypedNumbers {

    private final Typed typed;
    private final Page from;
    private final Page to;

    TypedNumbers(Typed typed, Page from, Page to) {
        this.typed = typed;
        this.from = from;
        this.to = to;
    }

    void rewrite(List<FieldDescription> fields) {
        rewrite(fields, "");
    }

    private void rewrite(List<FieldDescription> fields, String path) {
        for (FieldDescription field : fields) {
            String there = path + field.name();
            if (field.several() == null) {
                rewrite(field, there);
            } else {
                typed.places(there, FormReader.MOST).forEach(place -> rewrite(field, there + "." + place));
            }
        }
    }

    private void rewrite(FieldDescription field, String path) {
        switch (field.kind()) {
            case GROUP, EVENT -> rewrite(field.parts(), path + ".");
            case QUANTITY -> number(path + ".value");
            case NUMBER -> number(path);
            default -> {
                // reads the same in every language
            }
        }
    }

    /** A number without marks is the same in both languages; what is no number stays as it was typed. */
    private void number(String path) {
        String text = typed.text(path);
        if (!text.contains(".") && !text.contains(",")) {
            return;
        }
        BigDecimal number = FormReader.decimal(text, from.language());
        if (number != null) {
            typed.put(path, to.number(number));
        }
    }
}
