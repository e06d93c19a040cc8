package org.coordinationledger.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of a scenario, with its place worked out.
 *
 * @param key unique over all scenarios, such as {@code dong-thap/cells/7}
 * @param place what it is called within other names, such as "xã biên giới 3"
 * @param under the key of its superior along the party line, or null
 * @param commandedBy the key of its superior along the command line, or null
 * @param covers the keys of the communes that it covers
 * @param since the first day on which it stands, or null for the day that all scenarios assume
 * @param illustrative whether the report counts it but does not name it
 */
record Organisation(
        String key,
        String kind,
        String name,
        String place,
        @Nullable String under,
        @Nullable String commandedBy,
        List<String> covers,
        @Nullable LocalDate since,
        Scenario.@Nullable TerritoryEntry territory,
        boolean illustrative) {

    String id() {
        return Ids.of(key);
    }
}
