package org.coordinationledger.appointment.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Designated;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.ElectionConfirmed;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Ended;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Extended;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Nominated;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Relieved;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Vetted;
import org.coordinationledger.appointment.event.CommitteeAppointmentState.Office;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The legal steps of an appointment: vetted before it is decided on, and by others than who nominated. */
final class CommitteeAppointmentEvolution implements Fold<CommitteeAppointmentEvent, CommitteeAppointmentState> {

    @Override
    public CommitteeAppointmentState begin(Step<CommitteeAppointmentEvent> step) {
        if (!(step.event() instanceof Nominated e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        return new CommitteeAppointmentState(
                e.member(), e.committee(), e.committeeLevel(), e.position(), step.actor().organisation(),
                step.actor().person(), AppointmentStage.NOMINATED, e.effectiveOn(), null, null, e.illustrative());
    }

    @Override
    public CommitteeAppointmentState evolve(CommitteeAppointmentState state, Step<CommitteeAppointmentEvent> step) {
        CommitteeAppointmentEvent event = step.event();
        if (event instanceof Nominated) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        if (state.stage().over()) {
            throw new RejectedException(new CommitteeAppointmentRejection.AlreadyOver(
                    state.stage().name(), state.stageSince()));
        }
        LocalDate day = event.effectiveOn();
        if (event instanceof Vetted) {
            requireStage(state, AppointmentStage.NOMINATED);
            requireAnotherPerson(state, step);
            return state.vetted(step.actor().organisation(), day);
        }
        if (event instanceof Designated e) {
            return decided(state, step, new Office(
                    Appointing.DESIGNATED, step.actor().organisation(), e.decision(), day, e.lastDay(),
                    e.outsideQuota()));
        }
        if (event instanceof ElectionConfirmed e) {
            return decided(state, step, new Office(
                    Appointing.ELECTED, step.actor().organisation(), e.decision(), day, e.lastDay(),
                    e.outsideQuota()));
        }
        if (event instanceof Extended e) {
            requireStage(state, AppointmentStage.IN_OFFICE);
            requireDecider(state, step);
            return state.with(extended(state, e));
        }
        if (event instanceof Relieved) {
            requireStage(state, AppointmentStage.IN_OFFICE);
            return state.in(AppointmentStage.RELIEVED, day);
        }
        if (event instanceof Ended) {
            requireEnding(state, step);
            return state.in(AppointmentStage.ENDED, day);
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static CommitteeAppointmentState decided(
            CommitteeAppointmentState state, Step<CommitteeAppointmentEvent> step, Office office) {
        requireStage(state, AppointmentStage.VETTED);
        requireDecider(state, step);
        LocalDate lastDay = office.lastDay();
        if (lastDay != null && lastDay.isBefore(office.firstDay())) {
            throw new RejectedException(
                    new CommitteeAppointmentRejection.LastDayBeforeFirst(office.firstDay(), lastDay));
        }
        return state.with(office);
    }

    private static Office extended(CommitteeAppointmentState state, Extended event) {
        Office office = Objects.requireNonNull(state.office(), "who is in office was decided on");
        LocalDate lastDay = office.lastDay();
        if (lastDay == null || !event.lastDay().isAfter(lastDay)) {
            throw new RejectedException(new CommitteeAppointmentRejection.NotAnExtension(lastDay, event.lastDay()));
        }
        return office.until(event.lastDay());
    }

    /** The nominator does not decide, neither the organisation nor the person for another one. */
    private static void requireDecider(CommitteeAppointmentState state, Step<CommitteeAppointmentEvent> step) {
        OrganisationId acting = step.actor().organisation();
        if (acting.equals(state.nominatedBy())) {
            throw new RejectedException(new CommitteeAppointmentRejection.DecidedByNominator(acting.value()));
        }
        requireAnotherPerson(state, step);
    }

    private static void requireAnotherPerson(CommitteeAppointmentState state, Step<CommitteeAppointmentEvent> step) {
        if (step.actor().person().equals(state.nominator())) {
            throw new RejectedException(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
        }
    }

    /** That it is over is recorded by who nominated, by the committee, or by who decided. */
    private static void requireEnding(CommitteeAppointmentState state, Step<CommitteeAppointmentEvent> step) {
        Office office = state.office();
        List<OrganisationId> allowed = office == null
                ? List.of(state.nominatedBy(), state.committee())
                : List.of(state.nominatedBy(), state.committee(), office.decidedBy());
        if (!allowed.contains(step.actor().organisation())) {
            throw new RejectedException(new CommitteeAppointmentRejection.NotYourStep(
                    allowed.stream().map(OrganisationId::value).toList()));
        }
    }

    private static void requireStage(CommitteeAppointmentState state, AppointmentStage... needed) {
        if (!List.of(needed).contains(state.stage())) {
            throw new RejectedException(new CommitteeAppointmentRejection.StepOutOfOrder(
                    state.stage().name(),
                    Stream.of(needed).map(AppointmentStage::name).toList()));
        }
    }

    /** A term is over the day after its last, without an event. */
    @Override
    public @Nullable LocalDate nextChange(CommitteeAppointmentState state) {
        Office office = state.office();
        LocalDate lastDay = office == null ? null : office.lastDay();
        return lastDay == null || !state.open() ? null : lastDay.plusDays(1);
    }

    @Override
    public CommitteeAppointmentState passTime(CommitteeAppointmentState state, LocalDate day) {
        return state.in(AppointmentStage.EXPIRED, day);
    }

    @Override
    public boolean unfinished(CommitteeAppointmentState state) {
        return !state.stage().over();
    }

    @Override
    public CommitteeAppointmentState inherited(
            CommitteeAppointmentState state, UnaryOperator<OrganisationId> heir) {
        Office office = state.office();
        return state.between(
                heir.apply(state.nominatedBy()),
                heir.apply(state.committee()),
                office == null ? null : office.decidedBy(heir.apply(office.decidedBy())));
    }

    @Override
    public CommitteeAppointmentState lapsed(CommitteeAppointmentState state, LocalDate day) {
        return state.in(AppointmentStage.LAPSED, day);
    }
}
