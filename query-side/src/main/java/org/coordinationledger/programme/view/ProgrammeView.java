package org.coordinationledger.programme.view;

import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.TargetStatus;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;

/** What lists and figures show of programmes. */
public final class ProgrammeView {

    private static final String ORGANISATION = "organisation";
    private static final String TARGETS = "targets";
    private static final String MET = "targetsMet";
    private static final String BEHIND = "targetsBehind";

    public static final FeatureView<ProgrammeState> VIEW = FeatureView.of(ProgrammeState.TYPE)
            .open(ProgrammeState::open)
            .unfinished(ProgrammeState::open)
            .organisation(ORGANISATION, ProgrammeState::organisation)
            .code("kind", ProgrammeKind.class, ProgrammeState::kind)
            .flag("thematic", ProgrammeState::thematic)
            .record("document", ProgrammeState::document)
            .date("firstDay", ProgrammeState::firstDay)
            .date("lastDay", ProgrammeState::lastDay)
            .number(TARGETS, s -> s.targets().size())
            .number(MET, s -> s.count(TargetStatus.MET))
            .number(BEHIND, s -> s.count(TargetStatus.BEHIND))
            .flag("illustrative", ProgrammeState::illustrative)
            .sortedBy("firstDay")
            .figure(Figure.quantity(TARGETS, TARGETS))
            .figure(Figure.quantity(MET, MET))
            .figure(Figure.quantity(BEHIND, BEHIND))
            .figure(Figure.count("programmesOpen").where(FeatureView.OPEN, true).placedBy(ORGANISATION))
            .figure(Figure.sum("openTargetsBehind", BEHIND)
                    .where(FeatureView.OPEN, true)
                    .placedBy(ORGANISATION))
            .build();

    private ProgrammeView() {}
}
