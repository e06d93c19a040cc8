package org.coordinationledger.vocabulary;

/** How good a figure is, weakest last; a sum is as good as its weakest part. */
public enum Quality {
    EXACT,
    /** khoảng */
    ABOUT,
    /** hơn */
    MORE_THAN,
    /** hàng chục */
    DOZENS,
    /** hàng trăm */
    HUNDREDS,
    NOT_STATED;

    public Quality orWeaker(Quality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
