package org.coordinationledger.command.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;

/**
 * What steps of one commit change about keys. Only what they change is asked for: knowledge that came later never refuses
 * another step. What they let go of is free for all of them, so that records that change together do not stand in each
 * other's way.
 */
final class KeyChanges {

    private final Registry registry;
    private final Map<String, ReservationState> states = new HashMap<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<KeyChange> released = new ArrayList<>();

    private record Wanted(Claim claim, ReservationEvent.Held held) {}

    KeyChanges(Registry registry) {
        this.registry = registry;
    }

    /**
     * Adds a record whose claims change.
     *
     * @param holder the record
     * @param before the keys that it needs as it was known
     * @param after those that it needs with the step
     */
    void add(String holder, List<Claim> before, List<Claim> after) {
        Map<String, Claim> left = new LinkedHashMap<>();
        before.forEach(claim -> left.put(claim.key(), claim));
        for (Claim claim : after) {
            Claim current = left.remove(claim.key());
            if (current != null && current.sameHold(claim)) {
                continue;
            }
            ReservationEvent.Held held = new ReservationEvent.Held(holder, claim.periods(), claim.sharedUnder());
            if (registry.reservation(claim.key()).heldBy(holder).filter(held::equals).isEmpty()) {
                wanted.add(new Wanted(claim, held));
                take(claim.key(), new ReservationEvent.Released(holder));
            }
        }
        for (String key : left.keySet()) {
            if (registry.reservation(key).heldBy(holder).isPresent()) {
                ReservationEvent.Released event = new ReservationEvent.Released(holder);
                released.add(new KeyChange(key, event));
                take(key, event);
            }
        }
    }

    /**
     * All changes, in order.
     *
     * @throws RejectedException with what a claim says where another record is in the way
     */
    List<KeyChange> all() {
        List<KeyChange> all = new ArrayList<>();
        for (Wanted one : wanted) {
            String key = one.claim().key();
            state(key).conflictWith(one.held()).ifPresent(other -> {
                throw new RejectedException(one.claim().conflict().apply(other));
            });
            take(key, one.held());
            all.add(new KeyChange(key, one.held()));
        }
        all.addAll(released);
        return all;
    }

    private ReservationState state(String key) {
        return states.computeIfAbsent(key, registry::reservation);
    }

    private void take(String key, ReservationEvent event) {
        states.put(key, state(key).after(event));
    }
}
