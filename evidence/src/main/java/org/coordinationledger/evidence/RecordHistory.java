package org.coordinationledger.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record's steps, folded from its entries alone. People appear as codes, personal data as they are sealed. */
final class RecordHistory {

    /**
     * A step.
     *
     * @param before the state on the step's day as it was known before it, or null
     * @param after the same with the step, or null
     */
    record Told(
            StoredEntry entry,
            Step<RecordEvent> step,
            JsonNode event,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            Optional<Long> amendedBy) {}

    private final String resource;
    private final List<Told> steps = new ArrayList<>();

    /** @param entries all of the record, in order */
    RecordHistory(RecordType<?, ?> type, List<StoredEntry> entries) {
        this.resource = type.resource();
        List<Step<RecordEvent>> all = entries.stream().map(StoredEntry::step).toList();
        Timeline<?, ?> whole = type.empty();
        for (Step<RecordEvent> step : all) {
            whole = whole.plus(step);
        }
        Timeline<?, ?> before = type.empty();
        for (Step<RecordEvent> step : all) {
            Timeline<?, ?> after = before.plus(step);
            LocalDate day = day(step.event(), before);
            steps.add(new Told(
                    entries.get((int) step.sequence()),
                    step,
                    json(step.event()),
                    before.on(day).map(RecordHistory::json).orElse(null),
                    after.on(day).map(RecordHistory::json).orElse(null),
                    whole.amendmentOf(step.sequence())));
            before = after;
        }
    }

    /** Folds the entries, or gives nothing where they are of no record that has a history. */
    static Optional<RecordHistory> of(List<StoredEntry> entries) {
        return entries.stream()
                .findFirst()
                .flatMap(first -> Catalogue.recordType(first.head().type()))
                .map(type -> new RecordHistory(type, entries));
    }

    /** What records of this kind are called in addresses and in the keys of words. */
    String resource() {
        return resource;
    }

    List<Told> steps() {
        return steps;
    }

    private static JsonNode json(Object value) {
        return EventJson.mapper().valueToTree(value);
    }

    /** An amendment shows where the content that it brings or takes away takes effect. */
    private static LocalDate day(RecordEvent event, Timeline<?, ?> before) {
        if (event instanceof Amendment.Corrected corrected) {
            return corrected.replacement().effectiveOn();
        }
        if (event instanceof Amendment.Voided voided && voided.voids() <= before.version()) {
            RecordEvent content = before.contentAt(voided.voids());
            return content instanceof Amendment.Voided ? day(content, before) : content.effectiveOn();
        }
        return event.effectiveOn();
    }
}
