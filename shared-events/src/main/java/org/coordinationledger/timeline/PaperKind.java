package org.coordinationledger.timeline;

/**
 * What a numbered document is that a step is told by, where it is no basis document. Kinds stand in addresses and
 * answers by name: constants are never renamed, and none has the name of a basis document's kind.
 */
public enum PaperKind {
    /** giấy giới thiệu; one can introduce several members */
    INTRODUCTION_LETTER(true),
    /** by which a commune committee agrees to who was selected; one can agree to several */
    SELECTION_CONSENT(true),
    /** by which a host comments on a member; one can comment on several */
    HOST_COMMENT(true),
    /** by which a nomination was vetted; one can be about several */
    APPOINTMENT_VETTING(true),
    /** by which an officer is designated, confirmed or kept in office longer; one can name several */
    APPOINTMENT_DECISION(true),
    /** coordination rules or a coordination programme */
    AGREEMENT(false),
    /** a notice, or the minutes of a meeting */
    NOTICE(false),
    /** đề nghị, tham mưu */
    PROPOSAL(false),
    INSPECTION_DECISION(false),
    INSPECTION_SELF_REPORT(false),
    INSPECTION_CONCLUSION(false),
    /** by which remedies are reported */
    REMEDY_REPORT(false);

    private final boolean shared;

    PaperKind(boolean shared) {
        this.shared = shared;
    }

    /** Whether several records can bear the same document. */
    public boolean shared() {
        return shared;
    }
}
