package org.coordinationledger.evidence;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/** What people read about a record, in Vietnamese or in English. */
public final class EvidenceWords {

    private static final String BUNDLE = "evidence.messages";
    private static final String LEDGER = "evidence.ledger.messages";

    private final Locale language;
    private final ResourceBundle own;
    private final ResourceBundle ledger;
    private final Map<String, String> constants;

    private EvidenceWords(Locale language) {
        this.language = language;
        ResourceBundle.Control exactly =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        own = ResourceBundle.getBundle(BUNDLE, language, exactly);
        ledger = ResourceBundle.getBundle(LEDGER, language, exactly);
        constants = constants(ledger);
    }

    /** @param language {@code en}; everything else is Vietnamese */
    public static EvidenceWords in(String language) {
        return new EvidenceWords(language.equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("vi"));
    }

    public Locale language() {
        return language;
    }

    /** The keys of the words that are told about a record, the same in both languages. */
    public Set<String> keys() {
        return own.keySet();
    }

    public String text(String key, Object... data) {
        return new MessageFormat(own.getString(key), language).format(data);
    }

    /** What the ledger calls an event or a constant, or the bare code where it has no word. */
    public String ledgerWord(String prefix, String code) {
        try {
            return ledger.getString(prefix + "." + code);
        } catch (MissingResourceException e) {
            return code;
        }
    }

    /** What a field of records of a kind is called: under its own key, or under that which all kinds share. */
    String field(String resource, String field) {
        String own = "field." + resource + "." + field;
        return ledger.containsKey(own) ? ledger.getString(own) : ledgerWord("field", field);
    }

    /** The word for a constant, wherever the ledger has one and only one for it; otherwise the constant itself. */
    String ledgerConstant(String value) {
        return constants.getOrDefault(value, value);
    }

    private static Map<String, String> constants(ResourceBundle ledger) {
        Map<String, String> words = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String key : ledger.keySet()) {
            if (key.startsWith("enum.")) {
                String constant = key.substring(key.lastIndexOf('.') + 1);
                String other = words.put(constant, ledger.getString(key));
                if (other != null && !other.equals(ledger.getString(key))) {
                    ambiguous.add(constant);
                }
            }
        }
        words.keySet().removeAll(ambiguous);
        return words;
    }
}
