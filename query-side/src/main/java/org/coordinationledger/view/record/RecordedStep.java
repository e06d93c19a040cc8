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

/**
 * A step of a record's history, with the state before and after it.
 *
 * @param entry as the ledger holds it
 * @param stateOn the day that both states are of: the step's own, or for an amendment that of the content that it brings
 *     or takes away
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

    /** The steps from a sequence on of a record whose entries are all given; each is made when its turn comes. */
    public static Stream<RecordedStep> from(long sequence, RecordType<?, ?> type, List<Entry> entries) {
        Timeline<?, ?> timeline = type.empty();
        List<Timeline<?, ?>> versions = new ArrayList<>();
        versions.add(timeline);
        for (Entry entry : entries) {
            timeline = timeline.plus(Steps.of(entry));
            versions.add(timeline);
        }
        Timeline<?, ?> whole = timeline;
        return IntStream.range((int) Math.min(sequence, entries.size()), entries.size())
                .mapToObj(i -> of(entries.get(i), versions.get(i), versions.get(i + 1), whole));
    }

    private static RecordedStep of(Entry entry, Timeline<?, ?> before, Timeline<?, ?> after, Timeline<?, ?> whole) {
        Step<?> step = after.steps().get(Math.toIntExact(entry.sequence()));
        LocalDate stateOn = stateOn(step.event(), before);
        Long amendedBy = whole.amendmentOf(entry.sequence()).orElse(null);
        boolean voided = amendedBy != null
                && whole.steps().get(Math.toIntExact(amendedBy)).event() instanceof Amendment.Voided;
        return new RecordedStep(
                entry,
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
