package org.coordinationledger.view.span;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Facts;

/**
 * The spans of one record as far as its steps have been taken. Immutable: {@link #take} gives the next.
 *
 * <p>What changes with a step is the difference between the facts along effective time before it and after it. It
 * depends on the steps and their positions alone, never on what a store holds; so writing the same changes again, in
 * whatever batches, leads to the same spans.
 */
public final class RecordSpans<S> {

    private final FeatureView<S> view;
    private final String record;
    private final Timeline<?, S> timeline;
    private final List<Facts> facts;
    private final List<Span> current;

    private RecordSpans(
            FeatureView<S> view, String record, Timeline<?, S> timeline, List<Facts> facts, List<Span> current) {
        this.view = view;
        this.record = record;
        this.timeline = timeline;
        this.facts = facts;
        this.current = current;
    }

    /** Of a record that has no step yet. */
    public static <S> RecordSpans<S> none(FeatureView<S> view, String record) {
        return new RecordSpans<>(view, record, view.type().empty(), List.of(), List.of());
    }

    /** The sequence of the last step taken, -1 if none. */
    public long version() {
        return timeline.version();
    }

    /** The spans that no later step has superseded, in the order of effective time. */
    public List<Span> current() {
        return current;
    }

    /**
     * The spans after one more step, whose changes go to {@code changes}. The step MUST be the next in sequence and bear
     * its position in the ledger.
     */
    public RecordSpans<S> take(Step<?> step, SpanChanges changes) {
        Timeline<?, S> longer = timeline.plus(step);
        List<Facts> factsAfter = facts(longer);
        List<Span> next = new ArrayList<>();
        for (Span span : spans(longer, factsAfter, step.position())) {
            next.add(current.stream().filter(span::says).findFirst().orElse(span));
        }
        for (Span span : current) {
            if (!next.contains(span)) {
                changes.close(span.supersededAt(step.position()));
            }
        }
        for (Span span : next) {
            if (span.recFrom() == step.position()) {
                changes.insert(span);
            }
        }
        return new RecordSpans<>(view, record, longer, factsAfter, List.copyOf(next));
    }

    /** The facts of each phase; those of phases that a step left alone are known. */
    private List<Facts> facts(Timeline<?, S> folded) {
        List<Phase<S>> before = timeline.phases();
        List<Phase<S>> phases = folded.phases();
        List<Facts> all = new ArrayList<>(phases.size());
        for (int i = 0; i < phases.size(); i++) {
            S state = phases.get(i).state();
            boolean known = i < before.size() && before.get(i).state() == state;
            all.add(known ? facts.get(i) : view.factsOf(state));
        }
        return List.copyOf(all);
    }

    /** The phases as spans, neighbours with equal facts merged. */
    private List<Span> spans(Timeline<?, S> folded, List<Facts> factsOfPhases, long position) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < factsOfPhases.size(); i++) {
            Phase<S> phase = folded.phases().get(i);
            Facts facts = factsOfPhases.get(i);
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            boolean same = last != null && last.facts().equals(facts) && last.effTo().equals(phase.from());
            if (last != null && same) {
                spans.remove(spans.size() - 1);
            }
            spans.add(new Span(
                    view.type().name(),
                    record,
                    position,
                    Span.CURRENT,
                    last != null && same ? last.effFrom() : phase.from(),
                    phase.to(),
                    facts));
        }
        return spans;
    }
}
