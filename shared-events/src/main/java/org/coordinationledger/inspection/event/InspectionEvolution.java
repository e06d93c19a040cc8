package org.coordinationledger.inspection.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.coordinationledger.inspection.event.InspectionEvent.Closed;
import org.coordinationledger.inspection.event.InspectionEvent.Concluded;
import org.coordinationledger.inspection.event.InspectionEvent.Decided;
import org.coordinationledger.inspection.event.InspectionEvent.Found;
import org.coordinationledger.inspection.event.InspectionEvent.Heard;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyAccepted;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRefused;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyReported;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRequired;
import org.coordinationledger.inspection.event.InspectionEvent.Reminded;
import org.coordinationledger.inspection.event.InspectionEvent.SelfReported;
import org.coordinationledger.inspection.event.InspectionState.Conclusion;
import org.coordinationledger.inspection.event.InspectionState.Finding;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.jspecify.annotations.Nullable;

/** The legal steps of an inspection up to its conclusion, and its closing; {@link Remedies} has those between. */
final class InspectionEvolution implements Fold<InspectionEvent, InspectionState> {

    @Override
    public InspectionState begin(Step<InspectionEvent> step) {
        if (!(step.event() instanceof Decided e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        requireActing(step, e.commissionedBy());
        Set<OrganisationId> subjects = Set.copyOf(e.subjects());
        if (subjects.size() < e.subjects().size() || subjects.contains(e.commissionedBy())) {
            throw new RejectedException(new InspectionRejection.SubjectsDoNotFit(
                    values(e.subjects()), e.commissionedBy().value()));
        }
        Set<PersonCode> team = Set.copyOf(e.team());
        if (team.size() < e.team().size() || !team.contains(e.leader())) {
            throw new RejectedException(new InspectionRejection.TeamDoesNotFit(
                    e.team().stream().map(PersonCode::value).toList(), e.leader().value()));
        }
        if (e.lastDay().isBefore(e.firstDay())) {
            throw new RejectedException(new InspectionRejection.EndsBeforeItBegins(e.firstDay(), e.lastDay()));
        }
        return new InspectionState(
                e, InspectionStage.UNDER_WAY, e.effectiveOn(), List.of(), List.of(), Collections.emptySortedMap(), null);
    }

    @Override
    public InspectionState evolve(InspectionState state, Step<InspectionEvent> step) {
        InspectionEvent event = step.event();
        if (event instanceof Decided) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        if (!state.open()) {
            throw new RejectedException(new InspectionRejection.AlreadyClosed(state.stageSince()));
        }
        if (event instanceof SelfReported) {
            return selfReported(state, step);
        }
        if (event instanceof Found e) {
            return found(state, step, e);
        }
        if (event instanceof Heard) {
            return heard(state, step);
        }
        if (event instanceof Concluded e) {
            return concluded(state, step, e);
        }
        if (event instanceof RemedyRequired e) {
            return Remedies.required(state, step, e);
        }
        if (event instanceof RemedyReported e) {
            return Remedies.reported(state, step, e);
        }
        if (event instanceof RemedyAccepted e) {
            return Remedies.accepted(state, step, e);
        }
        if (event instanceof RemedyRefused e) {
            return Remedies.refused(state, step, e);
        }
        if (event instanceof Reminded e) {
            return Remedies.reminded(state, step, e);
        }
        if (event instanceof Closed) {
            return closed(state, step);
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static InspectionState selfReported(InspectionState state, Step<InspectionEvent> step) {
        OrganisationId subject = requireSubject(state, step);
        if (state.selfReported().contains(subject)) {
            throw new RejectedException(new InspectionRejection.AlreadySelfReported(subject.value()));
        }
        return state.selfReported(longer(state.selfReported(), subject));
    }

    /** Whatever is found about a subject that was heard is put before it again. */
    private static InspectionState found(InspectionState state, Step<InspectionEvent> step, Found event) {
        state.requireTeam(step.actor());
        requireStage(state, InspectionStage.UNDER_WAY);
        Decided decided = state.decided();
        LocalDate day = event.effectiveOn();
        if (day.isBefore(decided.firstDay()) || day.isAfter(decided.lastDay())) {
            throw new RejectedException(
                    new InspectionRejection.OutsideTheMandate(decided.firstDay(), decided.lastDay()));
        }
        OrganisationId subject = event.organisation();
        if (!decided.subjects().contains(subject)) {
            throw new RejectedException(
                    new InspectionRejection.NotASubject(subject.value(), values(decided.subjects())));
        }
        SortedMap<String, Finding> findings = new TreeMap<>(state.findings());
        if (findings.put(event.finding().value(), new Finding(event, step.actor().person(), null)) != null) {
            throw new RejectedException(
                    new InspectionRejection.FindingNamedTwice(event.finding().value()));
        }
        Bounded.list("findings", List.copyOf(findings.values()), InspectionEvent.MOST_FINDINGS);
        return state.with(Collections.unmodifiableSortedMap(findings))
                .heard(state.heard().stream().filter(o -> !o.equals(subject)).toList());
    }

    private static InspectionState heard(InspectionState state, Step<InspectionEvent> step) {
        OrganisationId subject = requireSubject(state, step);
        if (state.heard().contains(subject)) {
            throw new RejectedException(new InspectionRejection.AlreadyHeard(subject.value()));
        }
        return state.heard(longer(state.heard(), subject));
    }

    private static InspectionState concluded(InspectionState state, Step<InspectionEvent> step, Concluded event) {
        requireActing(step, state.decided().commissionedBy());
        state.requireNotTeam(step.actor());
        requireStage(state, InspectionStage.UNDER_WAY);
        List<String> named = event.findings().stream().map(PartKey::value).sorted().toList();
        List<String> recorded = List.copyOf(state.findings().keySet());
        if (!named.equals(recorded)) {
            throw new RejectedException(new InspectionRejection.NotAllFindings(recorded));
        }
        if (!state.unheard().isEmpty()) {
            throw new RejectedException(new InspectionRejection.NotHeard(values(state.unheard())));
        }
        return state.concluded(new Conclusion(event.effectiveOn(), event.number(), event.text()));
    }

    private static InspectionState closed(InspectionState state, Step<InspectionEvent> step) {
        requireActing(step, state.decided().commissionedBy());
        requireStage(state, InspectionStage.CONCLUDED);
        if (!state.remedies().isEmpty()) {
            throw new RejectedException(new InspectionRejection.RemediesNotAccepted(state.remedies().stream()
                    .map(r -> r.required().finding().value())
                    .toList()));
        }
        return state.in(InspectionStage.CLOSED, step.event().effectiveOn());
    }

    /** The subject for which somebody acts, who is none of the team, before the conclusion. */
    private static OrganisationId requireSubject(InspectionState state, Step<InspectionEvent> step) {
        requireActing(step, state.decided().subjects().toArray(OrganisationId[]::new));
        state.requireNotTeam(step.actor());
        requireStage(state, InspectionStage.UNDER_WAY);
        return step.actor().organisation();
    }

    static void requireActing(Step<?> step, OrganisationId... allowed) {
        if (!List.of(allowed).contains(step.actor().organisation())) {
            throw new RejectedException(new InspectionRejection.NotYourStep(values(List.of(allowed))));
        }
    }

    static void requireStage(InspectionState state, InspectionStage needed) {
        if (state.stage() != needed) {
            throw new RejectedException(
                    new InspectionRejection.StepOutOfOrder(state.stage().name(), List.of(needed.name())));
        }
    }

    private static List<String> values(List<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }

    private static List<OrganisationId> longer(List<OrganisationId> organisations, OrganisationId last) {
        List<OrganisationId> longer = new ArrayList<>(organisations);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** A remedy that is not reported is overdue from the day after its last one on, without an event. */
    @Override
    public @Nullable LocalDate nextChange(InspectionState state) {
        return Remedies.nextOverdue(state);
    }

    @Override
    public InspectionState passTime(InspectionState state, LocalDate day) {
        return Remedies.overdueOn(state, day);
    }

    @Override
    public boolean unfinished(InspectionState state) {
        return state.open();
    }

    @Override
    public InspectionState inherited(InspectionState state, UnaryOperator<OrganisationId> heir) {
        return state.inherited(heir);
    }

    @Override
    public InspectionState lapsed(InspectionState state, LocalDate day) {
        return state.in(InspectionStage.LAPSED, day);
    }
}
