package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.record.Steps;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells a record's history step by step, each with the state before and after it. */
final class Histories {

    private Histories() {}

    /** The steps from a sequence on of a record whose entries are all given; each is made when its turn comes. */
    static Stream<Shown.HistoryStep> steps(FeatureView<?> view, List<Entry> entries, long from, StateJson json) {
        Timeline<?, ?> timeline = view.type().empty();
        List<Timeline<?, ?>> versions = new ArrayList<>();
        versions.add(timeline);
        for (Entry entry : entries) {
            timeline = timeline.plus(Steps.of(entry));
            versions.add(timeline);
        }
        Timeline<?, ?> whole = timeline;
        return IntStream.range((int) Math.min(from, entries.size()), entries.size())
                .mapToObj(i -> step(entries.get(i), versions.get(i), versions.get(i + 1), whole, json));
    }

    private static Shown.HistoryStep step(
            Entry entry, Timeline<?, ?> before, Timeline<?, ?> after, Timeline<?, ?> whole, StateJson json) {
        Step<?> step = after.steps().get(Math.toIntExact(entry.sequence()));
        RecordEvent event = step.event();
        LocalDate stateOn = stateOn(event, before);
        Reason reason = event.reason();
        Long amendedBy = whole.amendmentOf(entry.sequence()).orElse(null);
        boolean voided = amendedBy != null
                && whole.steps().get(Math.toIntExact(amendedBy)).event() instanceof Amendment.Voided;
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
                stateOn,
                state(before, stateOn, json),
                state(after, stateOn, json),
                event instanceof Amendment amendment ? amendment.amends() : null,
                voided ? null : amendedBy,
                voided ? amendedBy : null);
    }

    /** An amendment shows where the content that it brings or takes away takes effect. */
    private static LocalDate stateOn(RecordEvent event, Timeline<?, ?> before) {
        if (event instanceof Amendment.Corrected corrected) {
            return corrected.replacement().effectiveOn();
        }
        if (event instanceof Amendment.Voided voided) {
            RecordEvent content = before.contentAt(voided.voids());
            return content instanceof Amendment.Voided ? stateOn(content, before) : content.effectiveOn();
        }
        return event.effectiveOn();
    }

    private static @Nullable JsonNode state(
            Timeline<?, ?> timeline, LocalDate day, StateJson json) {
        return json.ofNullable(timeline.on(day).orElse(null));
    }
}
