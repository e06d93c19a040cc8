package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.programme.event.ComputedFrom;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.ProgrammeState.Progress;
import org.coordinationledger.programme.event.ProgrammeState.TargetState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;

/** Reads what the targets of a programme have come to by figures of this ledger, beside what those come to. */
public final class ProgrammeFigureReads {

    private final FeatureViews views;
    private final RecordReads records;
    private final FigureReadings readings;

    ProgrammeFigureReads(FeatureViews views, RecordReads records, FigureReadings readings) {
        this.views = views;
        this.records = records;
        this.readings = readings;
    }

    /** @param reported what was last reported about the target, which names a figure */
    public record Computed(TargetState target, Progress reported, FigureReadings.Compared compared) {}

    /**
     * The targets of a programme whose last report was computed from the ledger, as known at a point, on a day.
     *
     * @throws org.coordinationledger.rejection.RejectedException if there is no such programme, or none that the actor
     *     may read
     */
    public List<Computed> comparison(Actor actor, String programme, ReadPoint point, LocalDate effectiveOn) {
        FeatureView<?> view = views.ofType(ProgrammeState.TYPE.name()).orElseThrow();
        ProgrammeState state =
                (ProgrammeState) records.on(actor, view, programme, point, effectiveOn).phase().state();
        return state.targets().stream().flatMap(target -> computed(target, point)).toList();
    }

    private Stream<Computed> computed(TargetState target, ReadPoint point) {
        Progress progress = target.progress();
        ComputedFrom from = progress == null ? null : progress.computedFrom();
        return progress == null || from == null
                ? Stream.empty()
                : Stream.of(new Computed(
                        target, progress, readings.compared(from.cameTo(progress.achieved()), point)));
    }
}
