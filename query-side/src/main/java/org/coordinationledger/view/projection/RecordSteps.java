package org.coordinationledger.view.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.span.RecordSpans;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.step.StepChanges;
import org.coordinationledger.view.trail.Finding.Code;
import org.coordinationledger.view.trail.StepFindings;
import org.coordinationledger.vocabulary.Dates;

/**
 * The steps of one record as far as they have been taken, with its spans. Immutable: {@link #take} gives the next. What
 * changes depends on the steps and their positions alone.
 *
 * @param found what is found about its steps now
 * @param since from which position on each of these is so
 * @param named whom and what the record names
 * @param namedAt the position since which it names them
 */
record RecordSteps<S>(
        FeatureView<S> view,
        String record,
        RecordSpans<S> spans,
        StepFindings found,
        Map<RecordSteps.About, Long> since,
        List<String> named,
        long namedAt) {

    private static final Comparator<About> ORDER = Comparator.comparing(About::sequence).thenComparing(About::code);

    /** Something about a step. */
    record About(long sequence, Code code) {}

    /** Of a record that has no step yet. */
    static <S> RecordSteps<S> none(FeatureView<S> view, String record) {
        return new RecordSteps<>(view, record, RecordSpans.none(view, record), StepFindings.NONE, Map.of(), List.of(), -1);
    }

    /** The sequence of the last step taken, -1 if none. */
    long version() {
        return spans.version();
    }

    /** The same after one more step, which MUST be the next in sequence. */
    RecordSteps<S> take(Step<?> step, String event, Instant recordedAt, ViewChanges changes) {
        RecordSpans<S> longer = spans.take(step, changes.spans());
        StepFindings findings = found.after(view, longer.timeline());
        Map<About, Long> standing = findings.bySequence().equals(found.bySequence())
                ? since
                : standing(findings, longer.timeline().steps(), step.position(), changes);
        List<String> naming = longer.named();
        boolean same = naming.equals(named);
        long namingAt = same ? namedAt : step.position();
        changes.steps().insert(stepOf(step, event, recordedAt, naming, namingAt));
        if (!same) {
            changes.steps().name(record, naming, namingAt);
        }
        return new RecordSteps<>(view, record, longer, findings, standing, naming, namingAt);
    }

    /** Since when each thing found is so; what begins and what ends at a position goes to {@code changes}. */
    private Map<About, Long> standing(
            StepFindings findings, List<Step<?>> steps, long position, ViewChanges changes) {
        Map<About, Long> standing = new TreeMap<>(ORDER);
        findings.bySequence().forEach((sequence, codes) -> codes.forEach(code -> {
            About about = new About(sequence, code);
            Long from = since.get(about);
            if (from == null) {
                changes.steps().open(steps.get(Math.toIntExact(sequence)).position(), code.name(), position);
            }
            standing.put(about, from == null ? position : from);
        }));
        since.forEach((about, from) -> {
            if (!standing.containsKey(about)) {
                changes.steps().close(
                        steps.get(Math.toIntExact(about.sequence())).position(), about.code().name(), from, position);
            }
        });
        return standing;
    }

    private LedgerStep stepOf(
            Step<?> step, String event, Instant recordedAt, List<String> naming, long namingAt) {
        RecordEvent content = step.event();
        LocalDate day = content.effectiveOn();
        Long amends = content instanceof Amendment amendment ? amendment.amends() : null;
        long days = amends != null ? 0 : Math.max(0, ChronoUnit.DAYS.between(day, LocalDate.ofInstant(recordedAt, Dates.ZONE)));
        return new LedgerStep(
                step.position(), view.type().name(), record, step.sequence(), event, recordedAt, day, step.actor(), amends,
                days, naming, namingAt, List.of());
    }
}
