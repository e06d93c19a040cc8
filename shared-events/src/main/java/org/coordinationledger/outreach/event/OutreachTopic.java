package org.coordinationledger.outreach.event;

/** What an outreach session was about. Stored by name: constants are never renamed. */
public enum OutreachTopic {
    /** Luật Biên phòng Việt Nam */
    BORDER_GUARD_LAW,
    /** biển, đảo */
    SEAS_AND_ISLANDS,
    /** chống khai thác hải sản bất hợp pháp, không báo cáo và không theo quy định */
    IUU_FISHING,
    /** biên giới đất liền */
    LAND_BORDER,
    /** phòng, chống ma túy */
    DRUGS,
    /** chính sách dân tộc, tôn giáo */
    ETHNIC_AND_RELIGIOUS_POLICY,
    OTHER
}
