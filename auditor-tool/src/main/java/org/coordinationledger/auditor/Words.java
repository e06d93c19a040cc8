package org.coordinationledger.auditor;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.coordinationledger.evidence.EvidenceWords;
import org.coordinationledger.tlog.RefusedException;

/** What people read, in Vietnamese or in English. */
final class Words {

    static final String BUNDLE = "auditor.messages";

    private final Locale language;
    private final ResourceBundle own;
    private final EvidenceWords evidence;

    private Words(Locale language) {
        this.language = language;
        ResourceBundle.Control exactly =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        own = ResourceBundle.getBundle(BUNDLE, language, exactly);
        evidence = EvidenceWords.in(language.getLanguage());
    }

    /** @param language {@code en}; everything else is Vietnamese */
    static Words in(String language) {
        return new Words(language.equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("vi"));
    }

    /** What picocli takes its words from. */
    ResourceBundle bundle() {
        return own;
    }

    /** What is told about a record, in the same language. */
    EvidenceWords evidence() {
        return evidence;
    }

    /** The auditor's own words, or those that are told about a record. */
    String text(String key, Object... data) {
        return own.containsKey(key)
                ? new MessageFormat(own.getString(key), language).format(data)
                : evidence.text(key, data);
    }

    /** What the ledger calls an event, or the bare code where it has no word. */
    String ledgerWord(String prefix, String code) {
        return evidence.ledgerWord(prefix, code);
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
