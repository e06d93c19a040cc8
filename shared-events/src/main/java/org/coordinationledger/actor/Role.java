package org.coordinationledger.actor;

/** In which role somebody acts; one role at a time. */
public enum Role {
    /** Writes down what happened. */
    RECORDER,
    /** Decides for the organisation. */
    APPROVER,
    /** Signs for the organisation. */
    SIGNATORY,
    /** Inspects within an inspection's time and scope. */
    INSPECTOR,
    /** Replays history; sees codes instead of names. */
    AUDITOR,
    /** Keeps the register of organisations and the service; sees codes instead of names. */
    ADMINISTRATOR;

    /** Whether somebody in this role may take a step that asks for {@code competence}. */
    public boolean isCompetentFor(Competence competence) {
        return switch (this) {
            case RECORDER -> competence == Competence.RECORD;
            case APPROVER, SIGNATORY -> competence == Competence.RECORD
                    || competence == Competence.DECIDE
                    || competence == Competence.AUTHORISE;
            case ADMINISTRATOR -> competence == Competence.ADMINISTER || competence == Competence.AUTHORISE;
            case INSPECTOR -> competence == Competence.INSPECT;
            case AUDITOR -> false;
        };
    }

    /** Whether somebody in this role may be shown members' names and ranks. */
    public boolean mayReadPersonalData() {
        return this == RECORDER || this == APPROVER || this == SIGNATORY;
    }
}
