package org.coordinationledger.cellassignment.view;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.CellAssignmentState.Letter;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellassignment.event.Stage;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.NumberedDocument;

/** What lists and figures show of cell assignments. */
public final class CellAssignmentView {

    private static final Figure OPEN_ASSIGNMENTS = Figure.count("openCellAssignments")
            .where(FeatureView.OPEN, true)
            .placedBy("post", "commune", "cell");

    public static final FeatureView<CellAssignmentState> VIEW = FeatureView.of(CellAssignmentState.TYPE)
            .open(CellAssignmentState::open)
            .unfinished(s -> !s.stage().over())
            .code("stage", Stage.class, CellAssignmentState::stage)
            .record("member", CellAssignmentState::member)
            .organisation("post", CellAssignmentState::post)
            .organisation("commune", CellAssignmentState::commune)
            .organisation("cell", CellAssignmentState::cell)
            .organisations("letterCells", s -> {
                Letter letter = s.letter();
                return letter == null ? List.of() : letter.cells();
            })
            .text("letter", s -> {
                Letter letter = s.letter();
                return letter == null ? null : letter.number();
            })
            .date("letterDate", s -> {
                Letter letter = s.letter();
                return letter == null ? null : letter.date();
            })
            .code("regime", Regime.class, s -> {
                Letter letter = s.letter();
                return letter == null ? null : letter.regime();
            })
            .date("assignedOn", CellAssignmentState::assignedOn)
            .flag("attends", s -> s.attendsSince() != null)
            .flag("illustrative", CellAssignmentState::illustrative)
            .figure(OPEN_ASSIGNMENTS)
            .figure(OPEN_ASSIGNMENTS.growth("openCellAssignmentsGrowth"))
            .figure(Figure.distinct("cellsCovered", "cell")
                    .where(FeatureView.OPEN, true)
                    .placedBy("post", "commune", "cell"))
            .document(NumberedDocument.shared("INTRODUCTION_LETTER", "post", "letter", "letterDate"))
            .build();

    private CellAssignmentView() {}
}
