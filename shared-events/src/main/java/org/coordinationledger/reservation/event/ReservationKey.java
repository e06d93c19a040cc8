package org.coordinationledger.reservation.event;

/** Makes the ids of keys' streams. */
public final class ReservationKey {

    private ReservationKey() {}

    /** Joins the parts of a natural key; the ledger's stream ids may not contain {@code @}. */
    public static String of(String kind, String... parts) {
        StringBuilder key = new StringBuilder(kind);
        for (String part : parts) {
            key.append(':').append(part.replace('@', '＠').replace(":", "::"));
        }
        return key.toString();
    }
}
