package org.coordinationledger.command.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;

/**
 * What the records that one commit is about change about keys. They are looked at together: what one of them gives up,
 * another may take, whichever comes first.
 */
final class KeyChanges {

    private final Registry registry;

    /** By key and holder: what the holder asks for; nothing, if it gives the key up. */
    private final Map<String, Map<String, Optional<Claim>>> asked = new LinkedHashMap<>();

    KeyChanges(Registry registry) {
        this.registry = registry;
    }

    /** Only what changes about a record's keys is asked for: knowledge that came later never refuses another step. */
    void ask(String holder, List<Claim> before, List<Claim> after) {
        Map<String, Claim> released = byKey(before);
        for (Claim claim : after) {
            Claim current = released.remove(claim.key());
            if (current == null || !current.sameHold(claim)) {
                ask(claim.key(), holder, Optional.of(claim));
            }
        }
        released.keySet().forEach(key -> ask(key, holder, Optional.empty()));
    }

    private void ask(String key, String holder, Optional<Claim> claim) {
        asked.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(holder, claim);
    }

    private static Map<String, Claim> byKey(List<Claim> claims) {
        Map<String, Claim> byKey = new LinkedHashMap<>();
        claims.forEach(c -> byKey.put(c.key(), c));
        return byKey;
    }

    /**
     * What happens to the keys, in order.
     *
     * @throws RejectedException with what the claim says about it, if another record is in the way
     */
    List<KeyChange> decided() {
        List<KeyChange> changes = new ArrayList<>();
        asked.forEach((key, holders) -> decide(key, holders, changes));
        return changes;
    }

    private void decide(String key, Map<String, Optional<Claim>> holders, List<KeyChange> changes) {
        ReservationState known = registry.reservation(key);
        ReservationState held = known;
        for (String holder : holders.keySet()) {
            held = held.after(new ReservationEvent.Released(holder));
        }
        for (Map.Entry<String, Optional<Claim>> one : holders.entrySet()) {
            String holder = one.getKey();
            Optional<ReservationEvent.Held> before = known.heldBy(holder);
            if (one.getValue().isEmpty()) {
                before.ifPresent(b -> changes.add(new KeyChange(key, new ReservationEvent.Released(holder))));
                continue;
            }
            Claim claim = one.getValue().get();
            ReservationEvent.Held wanted = new ReservationEvent.Held(holder, claim.periods(), claim.sharedUnder());
            if (before.filter(wanted::equals).isEmpty()) {
                held.conflictWith(wanted).ifPresent(other -> {
                    throw new RejectedException(claim.conflict().apply(other));
                });
                changes.add(new KeyChange(key, wanted));
            }
            held = held.after(wanted);
        }
    }
}
