package org.coordinationledger.view.span;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.vocabulary.BasisDocumentId;

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
    private final List<Stretch<S>> stretches;
    private final List<Span> current;
    private final Mentions mentions;

    /** Days in which state, bases and papers stay the same. */
    private record Stretch<S>(
            LocalDate from,
            LocalDate to,
            S state,
            List<BasisDocumentId> bases,
            List<Paper> papers,
            Facts facts,
            List<String> searched) {

        /** Whether a span can go on with another stretch. */
        boolean says(Stretch<?> other) {
            return facts.equals(other.facts) && searched.equals(other.searched) && papers.equals(other.papers);
        }
    }

    private RecordSpans(
            FeatureView<S> view,
            String record,
            Timeline<?, S> timeline,
            List<Stretch<S>> stretches,
            List<Span> current,
            Mentions mentions) {
        this.view = view;
        this.record = record;
        this.timeline = timeline;
        this.stretches = stretches;
        this.current = current;
        this.mentions = mentions;
    }

    /** Of a record that has no step yet. */
    public static <S> RecordSpans<S> none(FeatureView<S> view, String record) {
        return new RecordSpans<>(view, record, view.type().empty(), List.of(), List.of(), Mentions.NONE);
    }

    /** The sequence of the last step taken, -1 if none. */
    public long version() {
        return timeline.version();
    }

    /** The steps taken, folded. */
    public Timeline<?, S> timeline() {
        return timeline;
    }

    /** The record itself, and all organisations and other records that it names, but for its basis documents; in order. */
    public List<String> named() {
        return Named.all(view, record, stretches.stream().map(Stretch::facts).toList(), mentions);
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
        List<Stretch<S>> stretchesAfter = stretches(longer);
        Mentions more = mentions.after(view, step);
        List<Span> next = new ArrayList<>();
        for (Span span : spans(stretchesAfter, more, step.position())) {
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
        return new RecordSpans<>(view, record, longer, stretchesAfter, List.copyOf(next), more);
    }

    /** The facts of each stretch in which all stays the same; those that a step left alone are known. */
    private List<Stretch<S>> stretches(Timeline<?, S> folded) {
        List<Stretch<S>> all = new ArrayList<>();
        for (Phase<S> phase : folded.phases()) {
            LocalDate from = phase.from();
            while (from.isBefore(phase.to())) {
                LocalDate to = earlier(phase.to(), firstAfter(from, folded.bases()), firstAfter(from, folded.papers()));
                all.add(stretch(
                        all.size(), from, to, phase.state(), until(from, folded.bases()), until(from, folded.papers())));
                from = to;
            }
        }
        return List.copyOf(all);
    }

    /** What is there on a day, of what comes day by day. */
    private static <T> List<T> until(LocalDate day, Map<T, LocalDate> coming) {
        List<T> there = new ArrayList<>();
        for (Map.Entry<T, LocalDate> one : coming.entrySet()) {
            if (one.getValue().isAfter(day)) {
                break;
            }
            there.add(one.getKey());
        }
        return List.copyOf(there);
    }

    /** When more comes after a day, of what comes day by day; {@link Phase#OPEN_END} if nothing does. */
    private static LocalDate firstAfter(LocalDate day, Map<?, LocalDate> coming) {
        for (LocalDate one : coming.values()) {
            if (one.isAfter(day)) {
                return one;
            }
        }
        return Phase.OPEN_END;
    }

    private static LocalDate earlier(LocalDate first, LocalDate... others) {
        LocalDate earliest = first;
        for (LocalDate other : others) {
            earliest = other.isBefore(earliest) ? other : earliest;
        }
        return earliest;
    }

    private Stretch<S> stretch(
            int number, LocalDate from, LocalDate to, S state, List<BasisDocumentId> bases, List<Paper> papers) {
        if (number < stretches.size()) {
            Stretch<S> before = stretches.get(number);
            if (before.state() == state && before.bases().equals(bases)) {
                return new Stretch<>(from, to, state, bases, papers, before.facts(), before.searched());
            }
        }
        return new Stretch<>(
                from, to, state, bases, papers, view.factsOf(state, bases), view.searchedTexts(state));
    }

    /** The stretches as spans, neighbours that say the same merged. */
    private List<Span> spans(List<Stretch<S>> all, Mentions mentioned, long position) {
        Named named = Named.of(view, all.stream().map(Stretch::facts).toList(), mentioned);
        List<Span> spans = new ArrayList<>();
        Stretch<S> before = null;
        for (Stretch<S> one : all) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            boolean same = before != null && before.says(one) && before.to().equals(one.from());
            before = one;
            if (last != null && same) {
                spans.remove(spans.size() - 1);
            }
            spans.add(new Span(
                    view.type().name(),
                    record,
                    position,
                    Span.CURRENT,
                    last != null && same ? last.effFrom() : one.from(),
                    one.to(),
                    one.facts(),
                    one.searched(),
                    one.papers(),
                    named.withoutTexts()));
        }
        if (!spans.isEmpty()) {
            spans.add(spans.remove(spans.size() - 1).naming(named));
        }
        return spans;
    }
}
