package org.coordinationledger.training.event;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.training.event.TrainingCourseEvent.Cancelled;
import org.coordinationledger.training.event.TrainingCourseEvent.Held;
import org.coordinationledger.training.event.TrainingCourseEvent.Scheduled;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;

/**
 * What a training course is on a day.
 *
 * @param firstDay as planned, and once it is held as it was
 * @param lastDay as planned, and once it is held as it was
 * @param participants once it is held
 */
public record TrainingCourseState(
        Subject subject,
        List<OrganisationId> organisers,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Participants> participants,
        TrainingStage stage,
        LocalDate stageSince,
        boolean illustrative) {

    public static final RecordType<TrainingCourseEvent, TrainingCourseState> TYPE =
            new RecordType<>("TrainingCourse", "training-courses", TrainingCourseEvent.class, new Evolution());

    /** How many took part, from all organisations together; none before it is held. */
    public Quantity participantCount() {
        return participants.stream().map(Participants::count).reduce(Quantity::plus).orElse(Quantity.NONE);
    }

    private TrainingCourseState organisedBy(List<OrganisationId> heirs) {
        return new TrainingCourseState(
                subject, heirs, firstDay, lastDay, participants, stage, stageSince, illustrative);
    }

    private TrainingCourseState over(
            TrainingStage end, LocalDate since, LocalDate first, LocalDate last, List<Participants> took) {
        return new TrainingCourseState(subject, organisers, first, last, took, end, since, illustrative);
    }

    private static final class Evolution implements Fold<TrainingCourseEvent, TrainingCourseState> {

        @Override
        public TrainingCourseState begin(Step<TrainingCourseEvent> step) {
            if (!(step.event() instanceof Scheduled e)) {
                throw new RejectedException(
                        new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
            }
            requireOrganiser(step, e.organisers());
            requireOnce(e.organisers());
            requireOrder(e.firstDay(), e.lastDay());
            return new TrainingCourseState(
                    e.subject(), e.organisers(), e.firstDay(), e.lastDay(), List.of(), TrainingStage.SCHEDULED,
                    e.effectiveOn(), e.illustrative());
        }

        @Override
        public TrainingCourseState evolve(TrainingCourseState state, Step<TrainingCourseEvent> step) {
            TrainingCourseEvent event = step.event();
            if (event instanceof Scheduled) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            requireOrganiser(step, state.organisers());
            if (state.stage() != TrainingStage.SCHEDULED) {
                throw new RejectedException(new TrainingCourseRejection.AlreadyOver(
                        state.stage().name(), state.stageSince()));
            }
            if (event instanceof Held e) {
                requireOrder(e.firstDay(), e.effectiveOn());
                requireOnce(e.participants().stream().map(Participants::organisation).toList());
                return state.over(
                        TrainingStage.HELD, e.effectiveOn(), e.firstDay(), e.effectiveOn(), e.participants());
            }
            if (event instanceof Cancelled e) {
                return state.over(
                        TrainingStage.CANCELLED, e.effectiveOn(), state.firstDay(), state.lastDay(), List.of());
            }
            throw new AssertionError("no case for " + event.getClass());
        }

        private static void requireOrganiser(Step<?> step, List<OrganisationId> organisers) {
            if (!organisers.contains(step.actor().organisation())) {
                throw new RejectedException(new TrainingCourseRejection.NotAnOrganiser(
                        organisers.stream().map(OrganisationId::value).toList()));
            }
        }

        private static void requireOnce(List<OrganisationId> organisations) {
            Set<OrganisationId> seen = new HashSet<>();
            for (OrganisationId organisation : organisations) {
                if (!seen.add(organisation)) {
                    throw new RejectedException(new TrainingCourseRejection.NamedTwice(organisation.value()));
                }
            }
        }

        private static void requireOrder(LocalDate firstDay, LocalDate lastDay) {
            if (firstDay.isAfter(lastDay)) {
                throw new RejectedException(new TrainingCourseRejection.EndsBeforeItBegins(firstDay, lastDay));
            }
        }

        @Override
        public boolean unfinished(TrainingCourseState state) {
            return state.stage() == TrainingStage.SCHEDULED;
        }

        @Override
        public TrainingCourseState inherited(TrainingCourseState state, UnaryOperator<OrganisationId> heir) {
            return state.organisedBy(Heirs.of(state.organisers(), heir));
        }

        @Override
        public TrainingCourseState lapsed(TrainingCourseState state, LocalDate day) {
            return state.over(TrainingStage.LAPSED, day, state.firstDay(), state.lastDay(), List.of());
        }
    }
}
