package org.coordinationledger.briefing.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.coordinationledger.rejection.RejectedException;

/**
 * How a text is classified. There is one constant for good: state secrets do not belong in this ledger, so that any
 * other classification is refused before anything of the briefing is kept.
 */
public enum Classification {
    ORDINARY;

    private static final int LONGEST_ECHO = 40;

    /** @throws RejectedException with {@link BriefingRejection.StateSecret} for anything but {@link #ORDINARY} */
    @JsonCreator
    public static Classification of(String name) {
        if (!name.equals(ORDINARY.name())) {
            throw new RejectedException(new BriefingRejection.StateSecret(
                    name.length() <= LONGEST_ECHO ? name : name.substring(0, LONGEST_ECHO) + "…"));
        }
        return ORDINARY;
    }
}
