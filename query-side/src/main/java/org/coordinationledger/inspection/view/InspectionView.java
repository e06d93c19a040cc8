package org.coordinationledger.inspection.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.inspection.event.InspectionEvent.Closed;
import org.coordinationledger.inspection.event.InspectionEvent.Concluded;
import org.coordinationledger.inspection.event.InspectionEvent.Decided;
import org.coordinationledger.inspection.event.InspectionEvent.Found;
import org.coordinationledger.inspection.event.InspectionEvent.Heard;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyAccepted;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRefused;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyReported;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRequired;
import org.coordinationledger.inspection.event.InspectionEvent.SelfReported;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionStage;
import org.coordinationledger.inspection.event.InspectionState.Conclusion;
import org.coordinationledger.inspection.event.InspectionState.Remedy;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.inspection.event.RemedyStage;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/** What lists and figures show of inspections: who is inspected by whom, and what is still to be remedied by whom. */
public final class InspectionView {

    /** What somebody waits for where an organisation has to report a remedy. */
    public static final String REMEDY = WaitingFor.REMEDY.name();

    private static final String COMMISSIONED_BY = "commissionedBy";
    private static final String SUBJECTS = "subjects";
    private static final String NUMBER = "number";
    private static final String DECIDED_ON = "decidedOn";
    private static final String CONCLUSION = "conclusion";
    private static final String CONCLUDED_ON = "concludedOn";
    private static final String FINDINGS_OPEN = "findingsOpen";
    private static final String REMEDIES_OVERDUE = "remediesOverdue";

    /** Nothing found, concluded or remedied without the step it follows; who reported a remedy does not judge it. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .needs(Found.class, Decided.class)
            .needs(Heard.class, Decided.class)
            .needs(Concluded.class, Decided.class)
            .needs(RemedyRequired.class, Found.class, Concluded.class)
            .needs(RemedyReported.class, RemedyRequired.class)
            .needs(RemedyAccepted.class, RemedyReported.class)
            .needs(RemedyRefused.class, RemedyReported.class)
            .needs(Closed.class, Concluded.class)
            .apart(Concluded.class, Found.class)
            .apartFromLast(RemedyAccepted.class, RemedyReported.class)
            .apartFromLast(RemedyRefused.class, RemedyReported.class)
            .part(Found.class, Found::finding)
            .part(RemedyRequired.class, RemedyRequired::finding)
            .part(RemedyReported.class, RemedyReported::finding)
            .part(RemedyAccepted.class, RemedyAccepted::finding)
            .part(RemedyRefused.class, RemedyRefused::finding)
            .document(Decided.class, Decided::number)
            .document(SelfReported.class, SelfReported::document)
            .document(Concluded.class, Concluded::number)
            .document(RemedyReported.class, RemedyReported::document)
            .text(TrailRules.Use.WRITES, Concluded.class, e -> null, Concluded::text)
            .text(TrailRules.Use.APPROVES, Concluded.class, e -> null, Concluded::text)
            .relies(Decided.class, (e, on) -> on.standing(e.subjects()))
            .relies(Found.class, (e, on) -> found(e.record(), on))
            .relies(RemedyRequired.class, (e, on) -> on.standing(e.responsible()))
            .build();

    public static final FeatureView<InspectionState> VIEW = FeatureView.of(InspectionState.TYPE)
            .open(InspectionState::open)
            .code("kind", InspectionKind.class, s -> s.decided().kind())
            .code("stage", InspectionStage.class, InspectionState::stage)
            .organisation(COMMISSIONED_BY, s -> s.decided().commissionedBy())
            .organisations(SUBJECTS, s -> s.decided().subjects())
            .organisations("responsible", InspectionState::responsible)
            .text(NUMBER, s -> s.decided().number())
            .date(DECIDED_ON, s -> s.decided().effectiveOn())
            .date("firstDay", s -> s.decided().firstDay())
            .date("lastDay", s -> s.decided().lastDay())
            .text(CONCLUSION, s -> {
                Conclusion conclusion = s.conclusion();
                return conclusion == null ? null : conclusion.number();
            })
            .date(CONCLUDED_ON, s -> {
                Conclusion conclusion = s.conclusion();
                return conclusion == null ? null : conclusion.issuedOn();
            })
            .number("findings", s -> s.findings().size())
            .number(FINDINGS_OPEN, InspectionState::findingsOpen)
            .number(REMEDIES_OVERDUE, InspectionState::remediesOverdue)
            .waiting(WaitingFor.class, InspectionView::waiting)
            .searchedBy(NUMBER, CONCLUSION)
            .searchedIn(s -> s.decided().scope())
            .titledBy("kind", NUMBER, COMMISSIONED_BY)
            .flag("illustrative", s -> s.decided().illustrative())
            .sortedBy(DECIDED_ON)
            .figure(Figure.count("inspectionsOpen").where(FeatureView.OPEN, true).placedBy(SUBJECTS, COMMISSIONED_BY))
            .figure(Figure.sum(FINDINGS_OPEN, FINDINGS_OPEN).placedBy(SUBJECTS, COMMISSIONED_BY))
            .figure(Figure.sum(REMEDIES_OVERDUE, REMEDIES_OVERDUE).placedBy(SUBJECTS, COMMISSIONED_BY))
            .papers(
                    PaperKind.INSPECTION_DECISION, PaperKind.INSPECTION_SELF_REPORT, PaperKind.INSPECTION_CONCLUSION,
                    PaperKind.REMEDY_REPORT)
            .trail(TRAIL)
            .build();

    /** What an inspection waits for. */
    private enum WaitingFor {
        INSPECTION_HEARING,
        INSPECTION_CONCLUSION,
        REMEDY,
        REMEDY_JUDGEMENT,
        INSPECTION_CLOSING
    }

    private InspectionView() {}

    private static List<Waiting> waiting(InspectionState state) {
        return switch (state.stage()) {
            case UNDER_WAY -> state.unheard().isEmpty()
                    ? List.of(decision(WaitingFor.INSPECTION_CONCLUSION, state, state.stageSince()))
                    : state.unheard().stream()
                            .map(subject -> Waiting.of(
                                    WaitingFor.INSPECTION_HEARING, subject, Competence.RECORD, lastFoundAbout(state, subject)))
                            .toList();
            case CONCLUDED -> remedies(state);
            case CLOSED, LAPSED -> List.of();
        };
    }

    private static LocalDate lastFoundAbout(InspectionState state, OrganisationId subject) {
        return state.findings().values().stream()
                .map(InspectionState.Finding::found)
                .filter(found -> found.organisation().equals(subject))
                .map(found -> found.effectiveOn())
                .max(Comparator.naturalOrder())
                .orElse(state.stageSince());
    }

    /** Each responsible organisation has the remedy to report that is due first; the rest is the commissioning body's. */
    private static List<Waiting> remedies(InspectionState state) {
        List<Waiting> all = new ArrayList<>();
        for (OrganisationId organisation : state.responsible()) {
            state.remedies().stream()
                    .filter(r -> r.stage() == RemedyStage.REQUIRED)
                    .filter(r -> r.required().responsible().equals(organisation))
                    .min(Comparator.comparing(r -> r.required().dueOn()))
                    .map(r -> Waiting.due(
                            WaitingFor.REMEDY, organisation, Competence.RECORD, r.stageSince(), r.required().dueOn()))
                    .ifPresent(all::add);
        }
        Optional<LocalDate> reported = state.remedies().stream()
                .filter(r -> r.stage() == RemedyStage.REPORTED)
                .map(Remedy::stageSince)
                .min(Comparator.naturalOrder());
        reported.map(since -> decision(WaitingFor.REMEDY_JUDGEMENT, state, since)).ifPresent(all::add);
        return all.isEmpty()
                ? List.of(decision(WaitingFor.INSPECTION_CLOSING, state, state.stageSince()))
                : List.copyOf(all);
    }

    private static Waiting decision(WaitingFor what, InspectionState state, LocalDate since) {
        return Waiting.of(what, state.decided().commissionedBy(), Competence.DECIDE, since);
    }

    /** A record that exists, none of whose decisions were taken by who finds something about it. */
    private static void found(@Nullable RecordReference record, Reliances on) {
        if (record != null) {
            on.recorded(record);
            on.decidedByOthers(record);
        }
    }
}
