package org.coordinationledger.support.event;

/** What kind of support it is. Stored by name: constants are never renamed. */
public enum SupportKind {
    /** sinh kế */
    LIVELIHOOD,
    /** nhà ở */
    HOUSE,
    /** quà tặng */
    GIFTS,
    /** khám, chữa bệnh, cấp thuốc */
    MEDICAL,
    /** giáo dục */
    EDUCATION,
    /** ngân sách */
    BUDGET,
    OTHER
}
