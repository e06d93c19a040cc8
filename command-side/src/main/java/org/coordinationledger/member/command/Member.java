package org.coordinationledger.member.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberEvent.Rated;
import org.coordinationledger.member.event.MemberEvent.Registered;
import org.coordinationledger.member.event.MemberEvent.Transferred;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.CellAssignmentId;

/** Decides about one member. */
final class Member extends RecordAggregate<MemberEvent, MemberState> {

    Member() {
        super(MemberState.TYPE);
    }

    @CommandHandler(commandName = "members")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(MemberEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Registered e) {
            neighbours.standing(e.home(), day);
            if (!neighbours.atOrAbove(e.home(), day).contains(actor.organisation())) {
                throw new RejectedException(
                        new MemberAcross.HomeNotYours(e.home().value()));
            }
        } else if (event instanceof Transferred e) {
            neighbours.standing(e.to(), day);
        } else if (event instanceof Rated e) {
            for (CellAssignmentId id : e.commentsConsidered()) {
                CellAssignmentState assignment = neighbours.state(CellAssignmentState.TYPE, id, day);
                if (!assignment.member().value().equals(recordId())) {
                    throw new RejectedException(new MemberAcross.CommentOnAnother(id.value()));
                }
            }
        }
    }

    /** Erased is erased: nothing recorded later brings personal data, for whatever day, or takes the erasure back. */
    @Override
    protected void requireThroughout(
            Timeline<MemberEvent, MemberState> before,
            Timeline<MemberEvent, MemberState> after,
            Neighbours neighbours) {
        erasedSince(before).ifPresent(since -> {
            if (erasedSince(after).isEmpty() || !sealed(before).containsAll(sealed(after))) {
                throw new RejectedException(new MemberRejection.PersonalDataErased(since));
            }
        });
    }

    private static Optional<LocalDate> erasedSince(Timeline<MemberEvent, MemberState> timeline) {
        return timeline.phases().stream()
                .map(phase -> phase.state().personalDataErased())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Set<PersonalData> sealed(Timeline<MemberEvent, MemberState> timeline) {
        return timeline.phases().stream()
                .map(phase -> phase.state().personalData())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A code stands for one member. */
    @Override
    protected List<Claim> claims(Timeline<MemberEvent, MemberState> asKnown, Neighbours neighbours) {
        return asKnown.phases().stream()
                .findFirst()
                .map(phase -> phase.state().code().value())
                .map(code -> Claim.always(
                        Claim.key("member-code", code.toUpperCase(Locale.ROOT)),
                        other -> new MemberAcross.CodeTaken(code, other)))
                .stream()
                .toList();
    }
}
