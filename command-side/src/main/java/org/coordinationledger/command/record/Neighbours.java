package org.coordinationledger.command.record;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.TextDigest;

/** The questions about other records that rules of several features ask, each on a day. */
public final class Neighbours {

    private final Registry registry;

    public Neighbours(Registry registry) {
        this.registry = registry;
    }

    /** Whether somebody may act. */
    public Authority authority() {
        return new Authority(registry);
    }

    /**
     * The state of a record on a day.
     *
     * @throws RejectedException with {@link NeighbourRejection.UnknownNeighbour} if it does not exist on that day
     */
    public <E extends RecordEvent, S> S state(RecordType<E, S> type, RecordId id, LocalDate day) {
        return find(type, id, day)
                .orElseThrow(() -> new RejectedException(
                        new NeighbourRejection.UnknownNeighbour(type.resource(), id.value(), day)));
    }

    /** The state of a record on a day, if it exists on that day. */
    public <E extends RecordEvent, S> Optional<S> find(RecordType<E, S> type, RecordId id, LocalDate day) {
        return registry.timeline(type, id).on(day);
    }

    /** An organisation that stands on a day and is of one of these kinds (of any kind, if none is given). */
    public OrganisationState standing(OrganisationId id, LocalDate day, OrganisationKind... kinds) {
        OrganisationState organisation = state(OrganisationState.TYPE, id, day);
        OrganisationState.Dissolution end = organisation.dissolution();
        if (end != null) {
            throw new RejectedException(new NeighbourRejection.OrganisationDissolved(
                    id.value(),
                    end.on(),
                    end.successors().stream().map(OrganisationId::value).toList()));
        }
        if (kinds.length > 0 && !List.of(kinds).contains(organisation.kind())) {
            throw new RejectedException(new NeighbourRejection.WrongOrganisationKind(
                    id.value(),
                    organisation.kind().name(),
                    Arrays.stream(kinds).map(Enum::name).toList()));
        }
        return organisation;
    }

    /**
     * A text that a step names is stored.
     *
     * @throws RejectedException with {@link NeighbourRejection.UnknownText} if it is not
     */
    public void text(TextDigest digest) {
        if (!registry.holdsText(digest)) {
            throw new RejectedException(new NeighbourRejection.UnknownText(digest.value()));
        }
    }

    /** The persons who took one of a record's decisions, or amended one, whether it counts or not. */
    public <E extends RecordEvent, S> Set<String> deciders(RecordType<E, S> type, RecordId id) {
        Timeline<E, S> timeline = registry.timeline(type, id);
        return timeline.steps().stream()
                .filter(step -> timeline.contentAt(timeline.originOf(step.sequence())).competence() == Competence.DECIDE)
                .map(step -> step.actor().person())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A record as it is known; empty if there is none of this type under the id. */
    public <E extends RecordEvent, S> Timeline<E, S> known(RecordType<E, S> type, RecordId id) {
        return registry.timeline(type, id);
    }

    /** The records that hold a key under the same terms as another; in order, without that one. */
    public List<String> sharing(String key, String sharedUnder, String holder) {
        return registry.reservation(key).holds().values().stream()
                .filter(held -> sharedUnder.equals(held.sharedUnder()) && !held.holder().equals(holder))
                .map(ReservationEvent.Held::holder)
                .sorted()
                .toList();
    }

    /** The organisation and all above it along both lines on a day. */
    public Set<OrganisationId> atOrAbove(OrganisationId id, LocalDate day) {
        return climb(id, day, Line.PARTY, Line.COMMAND);
    }

    /** The organisation and all above it along one line on a day. */
    public Set<OrganisationId> above(OrganisationId id, Line line, LocalDate day) {
        return climb(id, day, line);
    }

    /**
     * The bodies above an organisation on a day, without itself: along the party line and the command line, and along the
     * party line those above the communes that it covers.
     */
    public Set<OrganisationId> bodiesAbove(OrganisationId id, LocalDate day) {
        Set<OrganisationId> above = new HashSet<>(atOrAbove(id, day));
        List<OrganisationId> covered = covered(id, day);
        covered.forEach(commune -> above.addAll(above(commune, Line.PARTY, day)));
        covered.forEach(above::remove);
        above.remove(id);
        return above;
    }

    /** The communes that an organisation covers on a day. */
    public List<OrganisationId> covered(OrganisationId id, LocalDate day) {
        return find(OrganisationState.TYPE, id, day).map(OrganisationState::covers).orElse(List.of());
    }

    /** The first day after {@code day} on which one of these organisations changes, if any does. */
    public Optional<LocalDate> nextChange(Set<OrganisationId> organisations, LocalDate day) {
        return organisations.stream()
                .flatMap(id -> registry.timeline(OrganisationState.TYPE, id).phases().stream())
                .map(Phase::from)
                .filter(from -> from.isAfter(day))
                .min(Comparator.naturalOrder());
    }

    private Set<OrganisationId> climb(OrganisationId id, LocalDate day, Line... lines) {
        Set<OrganisationId> seen = new HashSet<>();
        Deque<OrganisationId> next = new ArrayDeque<>(List.of(id));
        while (!next.isEmpty()) {
            OrganisationId current = next.remove();
            if (seen.add(current)) {
                registry.timeline(OrganisationState.TYPE, current)
                        .on(day)
                        .ifPresent(state -> Arrays.stream(lines)
                                .forEach(line -> state.superior(line).ifPresent(next::add)));
            }
        }
        return seen;
    }

    /**
     * The documents that cited ones carry out, where they are in force and apply to the acting organisation and are not
     * cited themselves.
     */
    public List<BasisDocumentState> carriedOutBesides(List<BasisDocumentId> cited, Actor actor, LocalDate day) {
        Set<OrganisationId> lines = cited.isEmpty() ? Set.of() : atOrAbove(actor.organisation(), day);
        return cited.stream()
                .flatMap(id -> state(BasisDocumentState.TYPE, id, day).carriesOut().stream())
                .filter(id -> !cited.contains(id))
                .distinct()
                .flatMap(id -> find(BasisDocumentState.TYPE, id, day).stream())
                .filter(document -> document.inForce() && document.appliesTo().stream().anyMatch(lines::contains))
                .toList();
    }

    /**
     * Requires that documents cited as authority for a step are in force on its day and apply to the acting
     * organisation or to something above it.
     */
    void requireInForce(List<BasisDocumentId> bases, Actor actor, LocalDate day) {
        if (bases.isEmpty()) {
            return;
        }
        Set<OrganisationId> lines = atOrAbove(actor.organisation(), day);
        for (BasisDocumentId id : bases) {
            BasisDocumentState basis = state(BasisDocumentState.TYPE, id, day);
            BasisDocumentState.End end = basis.ended();
            if (end != null) {
                throw new RejectedException(new NeighbourRejection.BasisNotInForce(
                        id.value(), basis.number().value(), end.ending().name(), end.on()));
            }
            if (basis.appliesTo().stream().noneMatch(lines::contains)) {
                throw new RejectedException(new NeighbourRejection.BasisDoesNotApply(
                        id.value(), basis.number().value(), actor.organisation().value()));
            }
        }
    }
}
