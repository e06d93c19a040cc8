package org.coordinationledger.command.record;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;

/** The rules for passing a record on that look at organisations and other records. */
public final class Successors {

    /** Bodies that take one another's place when the border guard is re-formed. */
    private static final Set<OrganisationKind> BORDER_GUARD = Set.of(
            OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE,
            OrganisationKind.PROVINCIAL_MILITARY_COMMAND,
            OrganisationKind.BORDER_GUARD_COMMAND);

    private final Neighbours neighbours;

    public Successors(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Refuses to pass a record on from an organisation that stands, to one that may not have it, or by one that may not decide. */
    void require(Succession event, RecordType<?, ?> type, String record, Actor actor) {
        LocalDate day = event.effectiveOn();
        OrganisationState left = neighbours.state(OrganisationState.TYPE, event.from(), day);
        requireDecider(event.from(), actor, day);
        if (event instanceof Succession.Inherited e) {
            requireHeir(e, left, day);
        } else if (event instanceof Succession.Replaced e) {
            requireReplacement(e, type, record, day);
        }
    }

    /**
     * Refuses that somebody decides on a day about what an organisation left that stands, or whose records are not theirs
     * to pass on: a successor decides, or an organisation above one; or one above the dissolved organisation when it was,
     * or what took that one's place.
     */
    public void requireDecider(OrganisationId from, Actor actor, LocalDate day) {
        OrganisationState.Dissolution end =
                neighbours.state(OrganisationState.TYPE, from, day).dissolution();
        if (end == null) {
            throw new RejectedException(new SuccessorRejection.StillStands(from.value(), day));
        }
        Set<OrganisationId> heirs = standingHeirs(from, day);
        Set<OrganisationId> deciding = new HashSet<>();
        heirs.forEach(heir -> deciding.addAll(neighbours.atOrAbove(heir, day)));
        for (OrganisationId above : neighbours.atOrAbove(from, end.on().minusDays(1))) {
            standingHeirs(above, day).forEach(heir -> deciding.addAll(neighbours.atOrAbove(heir, day)));
        }
        if (!deciding.contains(actor.organisation())) {
            throw new RejectedException(new SuccessorRejection.NotToDecide(from.value(), ids(heirs)));
        }
    }

    /** Whoever inherits is a named successor, if there is one, and can have the dissolved one's place. */
    private void requireHeir(Succession.Inherited event, OrganisationState left, LocalDate day) {
        Set<OrganisationId> heirs = standingHeirs(event.from(), day);
        OrganisationState heir = neighbours.standing(event.by(), day);
        if (!heirs.isEmpty() && !heirs.contains(event.by())) {
            throw new RejectedException(
                    new SuccessorRejection.NotASuccessor(event.by().value(), event.from().value(), ids(heirs)));
        }
        if (heir.kind() != left.kind()
                && !(BORDER_GUARD.contains(heir.kind()) && BORDER_GUARD.contains(left.kind()))
                && left.kind() != OrganisationKind.DISTRICT_PARTY_COMMITTEE) {
            throw new RejectedException(new SuccessorRejection.CannotHaveItsPlace(
                    event.by().value(), heir.kind().name(), left.kind().name()));
        }
    }

    private void requireReplacement(Succession.Replaced event, RecordType<?, ?> type, String record, LocalDate day) {
        String id = event.by().id();
        Optional<RecordType<?, ?>> named = Catalogue.resource(event.by().resource());
        if (named.filter(type::equals).isEmpty()) {
            throw new RejectedException(
                    new SuccessorRejection.ReplacedByAnotherKind(event.by().resource(), type.resource()));
        }
        if (id.equals(record)) {
            throw new RejectedException(new SuccessorRejection.ReplacedByItself());
        }
        RecordId other = new AnyRecordId(id);
        neighbours.state(type, other, day);
    }

    /** The organisation itself where it stands on a day; else its successors, theirs, and so on, as far as they stand. */
    private Set<OrganisationId> standingHeirs(OrganisationId organisation, LocalDate day) {
        Set<OrganisationId> standing = new HashSet<>();
        Set<OrganisationId> seen = new HashSet<>(Set.of(organisation));
        Deque<OrganisationId> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            OrganisationId current = next.remove();
            neighbours.find(OrganisationState.TYPE, current, day).ifPresent(state -> {
                OrganisationState.Dissolution end = state.dissolution();
                if (end == null) {
                    standing.add(current);
                } else {
                    end.successors().stream().filter(seen::add).forEach(next::add);
                }
            });
        }
        return standing;
    }

    private static List<String> ids(Set<OrganisationId> organisations) {
        return List.copyOf(new TreeSet<>(
                organisations.stream().map(OrganisationId::value).toList()));
    }
}
