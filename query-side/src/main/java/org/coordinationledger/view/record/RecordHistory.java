package org.coordinationledger.view.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** All steps of a record, each with the record as it was known before and with it. */
public final class RecordHistory {

    private final List<Entry> entries;

    /** As the record was known before its first step, and with each one more. */
    private final List<Timeline<?, ?>> versions = new ArrayList<>();

    /** @param entries all of the record, in order */
    public RecordHistory(RecordType<?, ?> type, List<Entry> entries) {
        this.entries = List.copyOf(entries);
        Timeline<?, ?> timeline = type.empty();
        versions.add(timeline);
        for (Entry entry : entries) {
            timeline = timeline.plus(Steps.of(entry));
            versions.add(timeline);
        }
    }

    /**
     * A step of a record's history.
     *
     * @param entry as the ledger holds it
     * @param stateOn the day that both states are of: the step's own, or for an amendment that of the content that it
     *     brings or takes away
     * @param before the state as it was known before the step, or null
     * @param after the state as it was known with the step, or null
     * @param correctedBy the sequence of the step that corrects it, or null
     * @param voidedBy the sequence of the step that voids it, or null
     */
    public record RecordedStep(
            Entry entry,
            Step<?> step,
            LocalDate stateOn,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable Long correctedBy,
            @Nullable Long voidedBy) {

        /** The step that it amends, or null. */
        public @Nullable Long amends() {
            return step.event() instanceof Amendment amendment ? amendment.amends() : null;
        }
    }

    /** The record as it is known with all steps. */
    public Timeline<?, ?> timeline() {
        return versions.get(entries.size());
    }

    /** The steps from a sequence on; each is made when its turn comes. */
    public Stream<RecordedStep> steps(long from) {
        return IntStream.range((int) Math.min(from, entries.size()), entries.size()).mapToObj(this::step);
    }

    private RecordedStep step(int sequence) {
        Timeline<?, ?> before = versions.get(sequence);
        Timeline<?, ?> after = versions.get(sequence + 1);
        Step<?> step = after.steps().get(sequence);
        LocalDate stateOn = stateOn(step.event(), before);
        Long amendedBy = timeline().amendmentOf(sequence).orElse(null);
        boolean voided = amendedBy != null
                && timeline().steps().get(Math.toIntExact(amendedBy)).event() instanceof Amendment.Voided;
        return new RecordedStep(
                entries.get(sequence),
                step,
                stateOn,
                before.on(stateOn).orElse(null),
                after.on(stateOn).orElse(null),
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
}
