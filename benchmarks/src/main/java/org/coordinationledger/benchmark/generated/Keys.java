package org.coordinationledger.benchmark.generated;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;

/** The keys that records hold, kept as the command side keeps them: document numbers, members' codes, seats in cells. */
final class Keys {

    private final Map<String, Held> held = new HashMap<>();

    /** Who holds a key, and the sequence of the last event on its stream. */
    private record Held(ReservationState state, long version) {}

    /** An event on a key's stream. */
    record KeyEvent(String key, long sequence, ReservationEvent event) {}

    /**
     * What a step changes about the keys of its record; empty if another record is in the way. Nothing is changed yet.
     */
    Optional<Map<String, ReservationEvent>> changes(Life<?, ?> life, Timeline<?, ?> after, DocumentTerms terms) {
        Map<String, ReservationEvent> changes = new TreeMap<>();
        Map<String, ReservationEvent.Held> wanted = claims(life.id, after, terms);
        for (Map.Entry<String, ReservationEvent.Held> one : wanted.entrySet()) {
            ReservationState state = state(one.getKey());
            if (state.heldBy(life.id).filter(one.getValue()::equals).isPresent()) {
                continue;
            }
            if (state.conflictWith(one.getValue()).isPresent()) {
                return Optional.empty();
            }
            changes.put(one.getKey(), one.getValue());
        }
        for (String key : claims(life.id, life.timeline, terms).keySet()) {
            if (!wanted.containsKey(key) && state(key).heldBy(life.id).isPresent()) {
                changes.put(key, new ReservationEvent.Released(life.id));
            }
        }
        return Optional.of(changes);
    }

    /** Makes changes happen. */
    List<KeyEvent> take(Map<String, ReservationEvent> changes) {
        return changes.entrySet().stream()
                .map(one -> {
                    Held before = held.getOrDefault(one.getKey(), new Held(ReservationState.FREE, -1));
                    long version = before.version() + 1;
                    held.put(one.getKey(), new Held(before.state().after(one.getValue()), version));
                    return new KeyEvent(one.getKey(), version, one.getValue());
                })
                .toList();
    }

    private ReservationState state(String key) {
        Held known = held.get(key);
        return known == null ? ReservationState.FREE : known.state();
    }

    /** In which term or year a document's number runs. */
    interface DocumentTerms {
        Optional<String> of(BasisDocumentState document);
    }

    private static Map<String, ReservationEvent.Held> claims(
            String holder, Timeline<?, ?> timeline, DocumentTerms terms) {
        Map<String, ReservationEvent.Held> claims = new TreeMap<>();
        Object first = timeline.phases().isEmpty() ? null : timeline.phases().get(0).state();
        if (first instanceof MemberState member) {
            claims.put(
                    Claim.key("member-code", member.code().value().toUpperCase(Locale.ROOT)),
                    new ReservationEvent.Held(holder, List.of(HeldPeriod.ALWAYS), null));
        } else if (first instanceof BasisDocumentState document) {
            terms.of(document).ifPresent(term -> claims.put(
                    Claim.key(
                            "document-number",
                            document.issuer().value(),
                            document.kind().name(),
                            term,
                            document.number().value().toUpperCase(Locale.ROOT)),
                    new ReservationEvent.Held(holder, List.of(HeldPeriod.ALWAYS), null)));
        } else if (first instanceof CellAssignmentState) {
            seats(holder, timeline, claims);
        }
        return claims;
    }

    private static void seats(String holder, Timeline<?, ?> timeline, Map<String, ReservationEvent.Held> claims) {
        List<? extends Phase<?>> open = timeline.phases().stream()
                .filter(phase -> ((CellAssignmentState) phase.state()).open())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        CellAssignmentState seated = (CellAssignmentState) open.get(0).state();
        List<HeldPeriod> periods = HeldPeriod.joined(open);
        CellAssignmentState.Letter letter = seated.letter();
        String member = seated.member().value();
        if (letter == null || seated.cell() == null || letter.cells().stream().distinct().count() < 2) {
            claims.put(Claim.key("cell-seat", member), new ReservationEvent.Held(holder, periods, null));
            return;
        }
        String shared = Claim.key(
                "letter", seated.post().value(), letter.date().toString(), letter.number().value());
        claims.put(Claim.key("cell-seat", member), new ReservationEvent.Held(holder, periods, shared));
        claims.put(
                Claim.key("cell-seat", member, seated.cell().value()),
                new ReservationEvent.Held(holder, periods, null));
    }
}
