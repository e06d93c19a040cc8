package org.coordinationledger.informationexchange.event;

/** How information was exchanged. Used by name in commands and lists: constants are never renamed. */
public enum ExchangeForm {
    /** trao đổi tại cuộc họp */
    MEETING,
    /** thông báo bằng văn bản */
    WRITTEN_NOTICE
}
