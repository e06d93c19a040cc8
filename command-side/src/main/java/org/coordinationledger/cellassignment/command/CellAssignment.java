package org.coordinationledger.cellassignment.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Assigned;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Introduced;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Replaced;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Selected;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Companion;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Decides about one cell assignment. */
final class CellAssignment extends RecordAggregate<CellAssignmentEvent, CellAssignmentState> {

    CellAssignment() {
        super(CellAssignmentState.TYPE);
    }

    @CommandHandler(commandName = "cell-assignments")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(CellAssignmentEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Selected e) {
            neighbours.standing(e.post(), day, OrganisationKind.BORDER_POST);
            neighbours.standing(e.commune(), day, OrganisationKind.COMMUNE_PARTY_COMMITTEE);
            requireMember(e.member(), e.post(), day, neighbours);
            return;
        }
        CellAssignmentState state = stateBefore(day);
        if (event instanceof Introduced e) {
            requireIntroducing(actor, state);
            neighbours.standing(state.commune(), day);
            e.cells().forEach(cell -> requireCell(cell, state.commune(), day, neighbours));
        } else if (event instanceof Assigned e) {
            requireMember(state.member(), state.post(), day, neighbours);
            requireCell(e.cell(), state.commune(), day, neighbours);
        } else if (event instanceof Replaced e) {
            requireSuccessor(e.by(), state, day, neighbours);
        }
    }

    /**
     * Whoever introduces, be it by correcting the introduction: not who selected, and not the post's command. The fold
     * checks the same of the first author, whom a corrected step keeps.
     */
    private static void requireIntroducing(Actor actor, CellAssignmentState state) {
        if (actor.person().equals(state.selectedBy())) {
            throw new RejectedException(new CellAssignmentRejection.SelectedByTheSamePerson());
        }
        Body body = actor.body();
        if (body != null && body != Body.COMMITTEE) {
            throw new RejectedException(new CellAssignmentRejection.IntroducedByAnotherBody(body.name()));
        }
    }

    /** A member is sent by the post that is home, while serving and in the Party. */
    private static void requireMember(MemberId id, OrganisationId post, LocalDate day, Neighbours neighbours) {
        MemberState member = neighbours.state(MemberState.TYPE, id, day);
        if (!member.available()) {
            throw new RejectedException(new CellAssignmentAcross.MemberNotAvailable(
                    id.value(), member.leftService(), member.leftParty()));
        }
        if (!member.home().equals(post)) {
            throw new RejectedException(new CellAssignmentAcross.MemberOfAnotherPost(
                    id.value(), member.home().value()));
        }
    }

    private static void requireCell(
            OrganisationId id, OrganisationId commune, LocalDate day, Neighbours neighbours) {
        OrganisationState cell = neighbours.standing(id, day, OrganisationKind.CELL);
        if (!commune.equals(cell.partySuperior())) {
            throw new RejectedException(new CellAssignmentAcross.CellOfAnotherCommune(id.value(), commune.value()));
        }
    }

    private void requireSuccessor(
            CellAssignmentId by, CellAssignmentState state, LocalDate day, Neighbours neighbours) {
        CellAssignmentState other = neighbours.state(CellAssignmentState.TYPE, by, day);
        if (by.value().equals(recordId())
                || !other.post().equals(state.post())
                || !other.commune().equals(state.commune())) {
            throw new RejectedException(new CellAssignmentAcross.NotAReplacement(by.value()));
        }
    }

    /** Nobody introduces a member whose selection they corrected, be it before or after. */
    @Override
    protected void requireThroughout(
            Timeline<CellAssignmentEvent, CellAssignmentState> before,
            Timeline<CellAssignmentEvent, CellAssignmentState> after,
            Neighbours neighbours) {
        if (judgesOwnCorrection(before, after, Selected.class::isInstance, Introduced.class::isInstance)) {
            throw new RejectedException(new CellAssignmentRejection.SelectedByTheSamePerson());
        }
    }

    /**
     * A letter that names several cells is one letter: where an amendment changes what it says in one assignment, it is
     * corrected in all of that member that hold their seats under it. One alone would hold a seat under another letter
     * than the others do.
     */
    @Override
    protected List<Companion<CellAssignmentEvent, CellAssignmentState>> companions(
            Amendment amendment,
            Timeline<CellAssignmentEvent, CellAssignmentState> before,
            Timeline<CellAssignmentEvent, CellAssignmentState> after,
            Neighbours neighbours) {
        CellAssignmentState seated = seated(before);
        String shared = seated == null ? null : sharedUnder(seated);
        Optional<Introduction> now = Introduction.of(after);
        if (seated == null || shared == null || now.isEmpty() || Introduction.of(before).stream().allMatch(now.get()::saysSame)) {
            return List.of();
        }
        return neighbours.sharing(seatKey(seated), shared, recordId()).stream()
                .map(CellAssignmentId::new)
                .flatMap(other -> now.get().saidBy(other, amendment, neighbours).stream())
                .toList();
    }

    /** How an assignment says that its member was introduced. */
    private record Introduction(long sequence, Introduced said) {

        static Optional<Introduction> of(Timeline<CellAssignmentEvent, CellAssignmentState> timeline) {
            return timeline.steps().stream()
                    .filter(step -> step.event() instanceof Introduced)
                    .flatMap(step -> timeline.counted(step.sequence()).stream()
                            .map(counted -> new Introduction(step.sequence(), (Introduced) counted)))
                    .findFirst();
        }

        boolean saysSame(Introduction other) {
            return said.letter().equals(other.said.letter())
                    && said.letterDate().equals(other.said.letterDate())
                    && said.cells().equals(other.said.cells());
        }

        /** The letter said of another assignment, whose introduction keeps its own day and terms; empty if it is. */
        Optional<Companion<CellAssignmentEvent, CellAssignmentState>> saidBy(
                CellAssignmentId other, Amendment amendment, Neighbours neighbours) {
            Timeline<CellAssignmentEvent, CellAssignmentState> known =
                    neighbours.known(CellAssignmentState.TYPE, other);
            return of(known).filter(own -> !saysSame(own)).map(own -> new Companion<>(
                    other,
                    Amend.Correct.corrected(
                            amendment.effectiveOn(),
                            known.headOf(own.sequence),
                            new Introduced(
                                    own.said.effectiveOn(), said.letter(), said.letterDate(), said.cells(),
                                    own.said.regime(), own.said.votingRight(), own.said.bases()),
                            amendment.reason(),
                            amendment.bases()),
                    new CellAssignment()));
        }
    }

    /** A member sits in one cell at a time, unless the letter names several; and in each of those once. */
    @Override
    protected List<Claim> claims(
            Timeline<CellAssignmentEvent, CellAssignmentState> asKnown, Neighbours neighbours) {
        List<Phase<CellAssignmentState>> open =
                asKnown.phases().stream().filter(p -> p.state().open()).toList();
        CellAssignmentState seated = seated(asKnown);
        if (seated == null) {
            return List.of();
        }
        String member = seated.member().value();
        List<HeldPeriod> periods = HeldPeriod.joined(open);
        Function<String, Rejection> conflict = other -> new CellAssignmentAcross.MemberAlreadyAssigned(member, other);
        String shared = sharedUnder(seated);
        Claim seat = new Claim(seatKey(seated), periods, shared, conflict);
        if (shared == null) {
            return List.of(seat);
        }
        String cell = Objects.requireNonNull(seated.cell(), "the seated have a cell").value();
        return List.of(seat, new Claim(Claim.key("cell-seat", member, cell), periods, null, conflict));
    }

    /** As it is on the first day of its first seat; null if it has had none. */
    private static @Nullable CellAssignmentState seated(Timeline<CellAssignmentEvent, CellAssignmentState> timeline) {
        return timeline.phases().stream()
                .map(Phase::state)
                .filter(CellAssignmentState::open)
                .findFirst()
                .orElse(null);
    }

    private static String seatKey(CellAssignmentState seated) {
        return Claim.key("cell-seat", seated.member().value());
    }

    private static @Nullable String sharedUnder(CellAssignmentState seated) {
        CellAssignmentState.Letter letter = Objects.requireNonNull(seated.letter(), "the seated were introduced");
        return Set.copyOf(letter.cells()).size() < 2
                ? null
                : Claim.key(
                        "letter",
                        seated.post().value(),
                        letter.date().toString(),
                        letter.number().value());
    }
}
