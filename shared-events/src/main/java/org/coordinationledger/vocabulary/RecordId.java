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
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw ValueRejection.thrown(new ValueRejection.MalformedId(ValueRejection.excerpt(value)));
        }
        return value;
    }
}
