package org.coordinationledger.evidence;

/** A case file would hold more than one that is read may hold. */
public final class CaseTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseTooLargeException() {
        super("a case file has at most " + CaseFile.MOST_BYTES + " bytes and " + CaseFile.MOST_FILES + " files, unpacked");
    }
}
