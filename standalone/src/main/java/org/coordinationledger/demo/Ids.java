package org.coordinationledger.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids of the demonstration's records: the same on every run, so that an interrupted one can be repeated. */
final class Ids {

    private Ids() {}

    /** The id of the record that a scenario knows under this key. */
    static String of(String key) {
        return UUID.nameUUIDFromBytes(("coordination-ledger/demo/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
