package org.coordinationledger.evidence;

/** A case file, or a file in one, that is not as it must be. */
public final class DamagedCaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;

    DamagedCaseException(String file) {
        super(file + " is damaged");
        this.file = file;
    }

    /** The file's name, or {@code zip} for the whole. */
    public String file() {
        return file;
    }
}
