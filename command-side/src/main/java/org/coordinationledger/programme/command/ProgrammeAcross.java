package org.coordinationledger.programme.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;

/** Rules of programmes that look at other records. */
public sealed interface ProgrammeAcross extends Rejection {

    /** The document that the programme is laid down in is not in force on that day. */
    record DocumentNotInForce(@Given String document, String number) implements ProgrammeAcross {}
}
