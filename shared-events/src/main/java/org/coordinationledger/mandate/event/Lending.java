package org.coordinationledger.mandate.event;

import java.util.List;
import org.coordinationledger.actor.Role;

/** Which authority can be lent, and by whom. */
public final class Lending {

    private Lending() {}

    /** The roles in which somebody may lend this one to another person; none if it cannot be lent. */
    public static List<Role> lenders(Role lent) {
        return switch (lent) {
            case RECORDER -> List.of(Role.APPROVER, Role.SIGNATORY);
            case APPROVER, SIGNATORY -> List.of(lent);
            case INSPECTOR, AUDITOR, ADMINISTRATOR -> List.of();
        };
    }
}
