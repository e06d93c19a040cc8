package org.coordinationledger.view.declaration;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.vocabulary.OrganisationId;

/** Who stands above whom, and who came after whom, on one day. */
final class OrganisationLines {

    private static final Line[] BOTH = Line.values();

    private final KnownRecords known;
    private final LocalDate day;

    OrganisationLines(KnownRecords known, LocalDate day) {
        this.known = known;
        this.day = day;
    }

    /** Whether one is another, or stands above it along one of both lines. */
    boolean atOrAbove(OrganisationId one, OrganisationId other) {
        return climb(other, BOTH).contains(one);
    }

    /** Whether one stands above another along the party line; nobody stands above themselves. */
    boolean aboveInParty(OrganisationId one, OrganisationId other) {
        return !one.equals(other) && climb(other, Line.PARTY).contains(one);
    }

    /** The organisation itself where it stands; else its successors, theirs, and so on, as far as they stand. */
    Set<OrganisationId> standingHeirs(OrganisationId organisation) {
        Set<OrganisationId> standing = new HashSet<>();
        walk(organisation, (id, next) -> known.on(OrganisationState.TYPE, id, day).ifPresent(state -> {
            OrganisationState.Dissolution end = state.dissolution();
            if (end == null) {
                standing.add(id);
            } else {
                next.addAll(end.successors());
            }
        }));
        return standing;
    }

    /**
     * Whether an organisation may decide about what a dissolved one left: a successor, or who stands above one; or who
     * stood above the dissolved one when it was, or what took that one's place.
     */
    boolean decidesAfter(OrganisationId deciding, OrganisationId dissolved) {
        OrganisationState.Dissolution end = known.on(OrganisationState.TYPE, dissolved, day)
                .map(OrganisationState::dissolution)
                .orElse(null);
        if (end == null || someHeirUnder(deciding, dissolved)) {
            return true;
        }
        return new OrganisationLines(known, end.on().minusDays(1)).climb(dissolved, BOTH).stream()
                .anyMatch(above -> someHeirUnder(deciding, above));
    }

    private boolean someHeirUnder(OrganisationId deciding, OrganisationId organisation) {
        return standingHeirs(organisation).stream().anyMatch(heir -> atOrAbove(deciding, heir));
    }

    private Set<OrganisationId> climb(OrganisationId from, Line... lines) {
        return walk(from, (id, next) -> known.on(OrganisationState.TYPE, id, day).ifPresent(state -> {
            for (Line line : lines) {
                state.superior(line).ifPresent(next::add);
            }
        }));
    }

    /** Goes from one to the next, to each no more than once. */
    private static Set<OrganisationId> walk(
            OrganisationId from, BiConsumer<OrganisationId, Deque<OrganisationId>> further) {
        Set<OrganisationId> seen = new HashSet<>();
        Deque<OrganisationId> next = new ArrayDeque<>(Set.of(from));
        while (!next.isEmpty()) {
            OrganisationId current = next.remove();
            if (seen.add(current)) {
                further.accept(current, next);
            }
        }
        return seen;
    }
}
