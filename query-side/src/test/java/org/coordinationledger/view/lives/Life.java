package org.coordinationledger.view.lives;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.vocabulary.BasisDocumentId;

/** The accepted events of one record, in the order of recording. */
public record Life(FeatureView<?> view, String record, List<Deed> deeds) {

    /** An event and who recorded it. */
    public record Deed(RecordEvent event, Actor actor) {}

    /** The documents that the steps which count up to a day rest on, told from the steps alone. */
    public static List<BasisDocumentId> basesOn(Timeline<?, ?> timeline, LocalDate day) {
        return timeline.steps().stream()
                .filter(step -> !(step.event() instanceof Amendment))
                .map(Step::sequence)
                .filter(step -> timeline.amendmentOf(step)
                        .filter(by -> timeline.steps().get(Math.toIntExact(by)).event() instanceof Amendment.Voided)
                        .isEmpty())
                .map(timeline::contentAt)
                .filter(event -> !event.effectiveOn().isAfter(day))
                .sorted(Comparator.comparing(RecordEvent::effectiveOn))
                .flatMap(event -> event.bases().stream())
                .distinct()
                .toList();
    }
}
