package org.coordinationledger.vocabulary;

/** The opaque identity of a record, and the id of its stream in the ledger. {@code toString()} is the bare value. */
public interface RecordId {

    String value();

    /**
     * Checks an id's form: 1 to 64 letters, digits or hyphens, which keeps it safe in addresses and stream keys.
     *
     * @throws org.coordinationledger.rejection.RejectedException with {@link ValueRejection.MalformedId}
     */
    static String checked(String value) {
        if (!wellFormed(value)) {
            throw ValueRejection.thrown(new ValueRejection.MalformedId(ValueRejection.excerpt(value)));
        }
        return value;
    }

    /** By hand, since every id of every event that is read comes through here. */
    private static boolean wellFormed(String value) {
        if (value.isEmpty() || value.length() > 64) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean allowed = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
