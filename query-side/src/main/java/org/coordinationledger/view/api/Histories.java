package org.coordinationledger.view.api;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.record.RecordedStep;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Reason;

/** Tells a record's history step by step, each with the state before and after it. */
final class Histories {

    private Histories() {}

    /** The steps from a sequence on of a record whose entries are all given; each is made when its turn comes. */
    static Stream<Shown.HistoryStep> steps(FeatureView<?> view, List<Entry> entries, long from, StateJson json) {
        return RecordedStep.from(from, view.type(), entries).map(step -> shown(step, json));
    }

    private static Shown.HistoryStep shown(RecordedStep recorded, StateJson json) {
        Entry entry = recorded.entry();
        Step<?> step = recorded.step();
        RecordEvent event = step.event();
        Reason reason = event.reason();
        return new Shown.HistoryStep(
                entry.sequence(),
                entry.position(),
                entry.recordedAt(),
                entry.eventName(),
                entry.eventRevision(),
                event.effectiveOn(),
                step.actor().person(),
                step.actor().organisation().value(),
                step.actor().role().name(),
                step.actor().body(),
                event.bases().stream().map(BasisDocumentId::value).toList(),
                reason == null ? null : reason.value(),
                json.of(event),
                recorded.stateOn(),
                json.ofNullable(recorded.before()),
                json.ofNullable(recorded.after()),
                recorded.amends(),
                recorded.correctedBy(),
                recorded.voidedBy());
    }
}
