package org.coordinationledger.programme.view;

import java.util.Comparator;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.programme.event.ProgrammeEvent.Adopted;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.TargetStatus;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of programmes. */
public final class ProgrammeView {

    private static final String ORGANISATION = "organisation";
    private static final String TARGETS = "targets";
    private static final String MET = "targetsMet";
    private static final String BEHIND = "targetsBehind";

    /** Adopted by a document that is in force. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Adopted.class, (e, on) -> on.inForce(e.document()))
            .build();

    public static final FeatureView<ProgrammeState> VIEW = FeatureView.of(ProgrammeState.TYPE)
            .open(ProgrammeState::open)
            .organisation(ORGANISATION, ProgrammeState::organisation)
            .code("kind", ProgrammeKind.class, ProgrammeState::kind)
            .flag("thematic", ProgrammeState::thematic)
            .record("document", BasisDocumentState.TYPE, ProgrammeState::document)
            .date("firstDay", ProgrammeState::firstDay)
            .date("lastDay", ProgrammeState::lastDay)
            .number(TARGETS, s -> s.targets().size())
            .number(MET, s -> s.count(TargetStatus.MET))
            .number(BEHIND, s -> s.count(TargetStatus.BEHIND))
            .waiting(WaitingFor.class, ProgrammeView::waiting)
            .searchedIn(ProgrammeState::subject)
            .titledBy("kind", ORGANISATION, "firstDay")
            .flag("illustrative", ProgrammeState::illustrative)
            .sortedBy("firstDay")
            .figure(Figure.quantity(TARGETS, TARGETS))
            .figure(Figure.quantity(MET, MET))
            .figure(Figure.quantity(BEHIND, BEHIND))
            .figure(Figure.count("programmesOpen").where(FeatureView.OPEN, true).placedBy(ORGANISATION))
            .figure(ofOpen("openTargets", TARGETS))
            .figure(ofOpen("openTargetsMet", MET))
            .figure(ofOpen("openTargetsBehind", BEHIND))
            .trail(TRAIL)
            .build();

    /** What a programme waits for. */
    private enum WaitingFor {
        PROGRAMME_TARGET
    }

    private ProgrammeView() {}

    private static Figure ofOpen(String name, String fact) {
        return Figure.sum(name, fact).where(FeatureView.OPEN, true).placedBy(ORGANISATION);
    }

    /** The first of the targets that are not met yet. */
    private static List<Waiting> waiting(ProgrammeState state) {
        return state.targets().stream()
                .filter(target -> state.open() && target.status() != TargetStatus.MET)
                .map(target -> target.target().dueOn())
                .min(Comparator.naturalOrder())
                .map(due -> List.of(Waiting.due(
                        WaitingFor.PROGRAMME_TARGET, state.organisation(), Competence.RECORD, state.firstDay(), due)))
                .orElse(List.of());
    }
}
