package org.coordinationledger.view.declaration;

import java.time.LocalDate;

/**
 * How long a step may take that no event and no document sets a day for. These are defaults of this product, not law:
 * what is later counts as overdue, and its organisation is reminded; nothing else follows.
 */
public enum Deadline {
    /** A party signs what was put before it. */
    AGREEMENT_SIGNATURE(30),
    /** What follows an agreement is settled so many days before its term ends; after its last day nothing can follow it. */
    AGREEMENT_SETTLED_BEFORE_TERM(30),
    /** An ending term is listed so many days before it ends. */
    AGREEMENT_TERM_LISTED(90),
    /** A submitted briefing passes, or is returned or rejected. */
    BRIEFING_PASS(10),
    /** A proposal that was received is answered. */
    PROPOSAL_ANSWER(60),
    /** The host comments on a member when a period is over. */
    HOST_COMMENT(30);

    private final int days;

    Deadline(int days) {
        this.days = days;
    }

    /** The last day in time, for something that begins to wait on a day. */
    public LocalDate after(LocalDate since) {
        return since.plusDays(days);
    }

    /** As many days before a day. */
    public LocalDate before(LocalDate day) {
        return day.minusDays(days);
    }
}
