package org.coordinationledger.inspection.event;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.inspection.event.InspectionEvent.Reminded;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyAccepted;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRefused;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyReported;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRequired;
import org.coordinationledger.inspection.event.InspectionState.Finding;
import org.coordinationledger.inspection.event.InspectionState.Remedy;
import org.coordinationledger.inspection.event.InspectionState.Report;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.PartKey;
import org.jspecify.annotations.Nullable;

/** What follows the conclusion: each finding is remedied by one organisation, and the commissioning body judges it. */
final class Remedies {

    /** No more organisations than this have something to remedy at a time. */
    private static final int MOST_RESPONSIBLE = 16;

    private Remedies() {}

    static InspectionState required(InspectionState state, Step<InspectionEvent> step, RemedyRequired event) {
        requireCommissioner(state, step);
        Finding finding = finding(state, event.finding());
        if (finding.remedy() != null) {
            throw new RejectedException(
                    new InspectionRejection.RemedyAlreadyRequired(event.finding().value()));
        }
        LocalDate day = event.effectiveOn();
        if (event.dueOn().isBefore(day)) {
            throw new RejectedException(new InspectionRejection.DueBeforeItIsRequired(day, event.dueOn()));
        }
        InspectionState next =
                with(state, finding, new Remedy(event, RemedyStage.REQUIRED, day, false, null, 0));
        Bounded.list("responsible", next.responsible(), MOST_RESPONSIBLE);
        return next;
    }

    static InspectionState reported(InspectionState state, Step<InspectionEvent> step, RemedyReported event) {
        Finding finding = finding(state, event.finding());
        Remedy remedy = remedy(finding);
        Actor actor = step.actor();
        InspectionEvolution.requireActing(step, remedy.required().responsible());
        state.requireNotTeam(actor);
        requireStage(remedy, RemedyStage.REQUIRED);
        Report report = new Report(event, actor.person());
        return with(state, finding, in(remedy, RemedyStage.REPORTED, event.effectiveOn(), report));
    }

    static InspectionState accepted(InspectionState state, Step<InspectionEvent> step, RemedyAccepted event) {
        return judged(state, step, event.finding(), RemedyStage.ACCEPTED);
    }

    static InspectionState refused(InspectionState state, Step<InspectionEvent> step, RemedyRefused event) {
        return judged(state, step, event.finding(), RemedyStage.REQUIRED);
    }

    private static InspectionState judged(
            InspectionState state, Step<InspectionEvent> step, PartKey key, RemedyStage next) {
        requireCommissioner(state, step);
        Finding finding = finding(state, key);
        Remedy remedy = remedy(finding);
        requireStage(remedy, RemedyStage.REPORTED);
        state.requireNotReporter(step.actor(), key);
        return with(state, finding, in(remedy, next, step.event().effectiveOn(), remedy.report()));
    }

    static InspectionState reminded(InspectionState state, Step<InspectionEvent> step, Reminded event) {
        if (event.byTeam()) {
            state.requireTeam(step.actor());
        } else {
            requireCommissioner(state, step);
        }
        Finding finding = finding(state, event.finding());
        Remedy r = remedy(finding);
        if (!r.overdue()) {
            throw new RejectedException(new InspectionRejection.NotOverdue(
                    event.finding().value(), r.required().dueOn()));
        }
        return with(state, finding, new Remedy(
                r.required(), r.stage(), r.stageSince(), true, r.report(), r.reminders() + 1));
    }

    /** The commissioning body acts on remedies once it has concluded. */
    private static void requireCommissioner(InspectionState state, Step<InspectionEvent> step) {
        InspectionEvolution.requireActing(step, state.decided().commissionedBy());
        InspectionEvolution.requireStage(state, InspectionStage.CONCLUDED);
    }

    private static Finding finding(InspectionState state, PartKey key) {
        Finding finding = state.findings().get(key.value());
        if (finding == null) {
            throw new RejectedException(new InspectionRejection.UnknownFinding(key.value()));
        }
        return finding;
    }

    private static Remedy remedy(Finding finding) {
        Remedy remedy = finding.remedy();
        if (remedy == null) {
            throw new RejectedException(
                    new InspectionRejection.NoRemedy(finding.found().finding().value()));
        }
        return remedy;
    }

    private static void requireStage(Remedy remedy, RemedyStage needed) {
        if (remedy.stage() != needed) {
            throw new RejectedException(new InspectionRejection.RemedyOutOfOrder(
                    remedy.required().finding().value(), remedy.stage().name(), needed.name()));
        }
    }

    private static Remedy in(Remedy remedy, RemedyStage stage, LocalDate since, @Nullable Report report) {
        boolean overdue = stage == RemedyStage.REQUIRED && since.isAfter(remedy.required().dueOn());
        return new Remedy(remedy.required(), stage, since, overdue, report, remedy.reminders());
    }

    private static InspectionState with(InspectionState state, Finding finding, Remedy remedy) {
        SortedMap<String, Finding> findings = new TreeMap<>(state.findings());
        findings.put(finding.found().finding().value(), new Finding(finding.found(), finding.foundBy(), remedy));
        return state.with(Collections.unmodifiableSortedMap(findings));
    }

    /** The first day after the last one of a remedy that is required and not overdue yet. */
    static @Nullable LocalDate nextOverdue(InspectionState state) {
        return state.remedies().stream()
                .filter(r -> r.stage() == RemedyStage.REQUIRED && !r.overdue())
                .map(r -> r.required().dueOn())
                .min(Comparator.naturalOrder())
                .map(last -> last.plusDays(1))
                .orElse(null);
    }

    static InspectionState overdueOn(InspectionState state, LocalDate day) {
        InspectionState next = state;
        for (Finding finding : state.findings().values()) {
            Remedy r = finding.remedy();
            if (r != null && r.stage() == RemedyStage.REQUIRED && r.required().dueOn().isBefore(day)) {
                next = with(next, finding, new Remedy(
                        r.required(), r.stage(), r.stageSince(), true, r.report(), r.reminders()));
            }
        }
        return next;
    }
}
