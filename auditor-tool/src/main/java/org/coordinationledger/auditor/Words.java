package org.coordinationledger.auditor;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.coordinationledger.tlog.RefusedException;

/** What people read, in Vietnamese or in English. */
final class Words {

    static final String BUNDLE = "auditor.messages";

    private static final String LEDGER = "auditor.ledger.messages";

    private final Locale language;
    private final ResourceBundle own;
    private final ResourceBundle ledger;
    private final Map<String, String> constants;

    private Words(Locale language) {
        this.language = language;
        ResourceBundle.Control exactly =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        own = ResourceBundle.getBundle(BUNDLE, language, exactly);
        ledger = ResourceBundle.getBundle(LEDGER, language, exactly);
        constants = constants(ledger);
    }

    /** @param language {@code en}; everything else is Vietnamese */
    static Words in(String language) {
        return new Words(language.equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("vi"));
    }

    Locale language() {
        return language;
    }

    /** What picocli takes its words from. */
    ResourceBundle bundle() {
        return own;
    }

    String text(String key, Object... data) {
        return new MessageFormat(own.getString(key), language).format(data);
    }

    /** What the ledger calls an event, a field or a constant, or the bare code where it has no word. */
    String ledgerWord(String prefix, String code) {
        try {
            return ledger.getString(prefix + "." + code);
        } catch (MissingResourceException e) {
            return code;
        }
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

    /** Why something was refused, in plain words. */
    String refused(RefusedException e) {
        return reason(e.reason());
    }

    private String reason(RefusedException.Reason reason) {
        return text("refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The reason in plain words, with the place. */
    String fault(FaultException e) {
        Object[] data = e.data();
        for (int i = 0; i < data.length; i++) {
            if (data[i] instanceof RefusedException.Reason reason) {
                data[i] = reason(reason);
            }
        }
        String reason = text(e.fault().key(), data);
        return e.position() == FaultException.NOWHERE ? reason : text("fault.at", e.position(), reason);
    }
}
