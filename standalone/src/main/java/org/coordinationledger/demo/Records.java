package org.coordinationledger.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of all scenarios so far, which later parts can refer to. */
final class Records {

    private final Map<String, Recorded> known = new LinkedHashMap<>();

    /**
     * A record.
     *
     * @param key unique over all scenarios, such as {@code dong-thap/seats-2013/7}
     * @param of its type, as the API names it
     * @param madeFor the organisation that it is made for, or null
     */
    record Recorded(String key, String of, @Nullable Organisation madeFor) {

        String id() {
            return Ids.of(key);
        }

        /** Whether it is made for an organisation, or for a cell under it. */
        boolean belongsTo(Organisation organisation) {
            Organisation one = madeFor;
            return one != null && (one.key().equals(organisation.key()) || organisation.key().equals(one.under()));
        }
    }

    void learn(String key, String of, @Nullable Organisation madeFor) {
        known.put(key, new Recorded(key, of, madeFor));
    }

    Optional<Recorded> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** One record, or those of a group; empty if nothing is called so. */
    List<Recorded> entry(String key) {
        Recorded one = known.get(key);
        return one != null
                ? List.of(one)
                : known.values().stream().filter(r -> r.key().startsWith(key + "/")).toList();
    }
}
