package org.coordinationledger.service.personaldata;

import org.coordinationledger.vocabulary.MemberId;

/** Sealed data that this member's key does not open: changed, or another member's. */
public final class TamperedPersonalDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TamperedPersonalDataException(MemberId member) {
        super("the sealed personal data of member " + member + " were changed, or are another member's");
    }
}
