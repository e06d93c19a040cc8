package org.coordinationledger.basisdocument.event;

/** What kind of document it is. Stored by name: constants are never renamed. */
public enum DocumentKind {
    /** quy định */
    REGULATION,
    /** quyết định */
    DECISION,
    /** chỉ thị */
    DIRECTIVE,
    /** nghị quyết */
    RESOLUTION,
    /** kết luận */
    CONCLUSION,
    /** công văn */
    OFFICIAL_LETTER,
    /** đề án */
    SCHEME,
    /** luật */
    LAW,
    /** kế hoạch */
    PLAN
}
