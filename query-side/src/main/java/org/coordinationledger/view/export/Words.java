package org.coordinationledger.view.export;

import java.util.Locale;
import java.util.Map;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.title.Wording;

/** The words of one language, as tables need them. */
public record Words(Messages messages, Locale language) {

    private static final String EXPORT = "export.";

    /** What the API calls a list, a column or a sheet. */
    public String text(String key) {
        return messages.text(EXPORT + key, language);
    }

    /** Text with data in it. */
    public String text(String key, Map<String, ?> data) {
        return messages.text(EXPORT + key, language, data);
    }

    /** The word under a prefix, or the bare code where there is none. */
    public String word(String prefix, String code) {
        return new Wording(messages, language).word(prefix, code);
    }

    /** What a constant is called. */
    public String word(Enum<?> constant) {
        return messages.text(constant, language);
    }

    /** What a fact is called: under its own key, or under that which all features share. */
    public String title(FeatureView<?> view, Fact<?> fact) {
        return messages.find("fact." + view.resource() + "." + fact.name(), language)
                .orElseGet(() -> word("fact", fact.name()));
    }

    /** What a field of records of a kind is called: under its own key, or under that which all kinds share. */
    public String field(String resource, String field) {
        return messages.find("field." + resource + "." + field, language).orElseGet(() -> word("field", field));
    }

    public String resource(String resource) {
        return word("resource", resource);
    }

    /** What documents of a kind are called: kinds are declared for documents of records, or are those of basis documents. */
    public String document(String kind) {
        return messages.find("document." + kind, language).orElseGet(() -> word("enum.DocumentKind", kind));
    }

    String flag(boolean flag) {
        return text(flag ? "yes" : "no");
    }
}
