package org.coordinationledger.briefing.event;

/** What a briefing is about. Stored by name: constants are never renamed. */
public enum BriefingTopic {
    /** tình hình an ninh, trật tự */
    SECURITY,
    /** tình hình kinh tế - xã hội */
    SOCIO_ECONOMIC,
    /** phổ biến pháp luật */
    LEGAL,
    OTHER
}
