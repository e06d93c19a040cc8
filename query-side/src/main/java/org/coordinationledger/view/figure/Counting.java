package org.coordinationledger.view.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.FigureReason.CountingStep;
import org.coordinationledger.view.record.Steps;
import org.jspecify.annotations.Nullable;

/** Tells of one record, from its steps, since when it counts for a figure and with which step that became known. */
final class Counting {

    private final FigureQuestion question;
    private final @Nullable Set<String> places;

    /** @param places the organisations of which one must place a record, or null where everything counts */
    Counting(FigureQuestion question, @Nullable Set<String> places) {
        this.question = question;
        this.places = places;
    }

    /** Since when, and with which step. */
    record Turn(@Nullable LocalDate since, @Nullable CountingStep step) {
        static final Turn UNTOLD = new Turn(null, null);
    }

    /** With which step it became known that a record counts, and from which day on it does. */
    Turn began(FeatureView<?> view, String record, List<Entry> entries) {
        return turn(view, record, entries, true);
    }

    /** With which step it became known that a record counts no more, and from which day on it does not. */
    Turn ended(FeatureView<?> view, String record, List<Entry> entries) {
        return turn(view, record, entries, false);
    }

    private <S> Turn turn(FeatureView<S> view, String record, List<Entry> entries, boolean counting) {
        Timeline<?, S> timeline = view.type().empty();
        boolean counted = false;
        CountingStep turned = null;
        for (Entry entry : entries) {
            Step<RecordEvent> step = Steps.of(entry);
            timeline = timeline.plus(step);
            boolean counts = countsOn(view, record, timeline);
            if (counts != counted) {
                turned = counts == counting ? made(entry, step) : null;
            }
            counted = counts;
        }
        return new Turn(since(view, record, timeline, counting), counted == counting ? turned : null);
    }

    private static CountingStep made(Entry entry, Step<RecordEvent> step) {
        Instant recordedAt = entry.recordedAt();
        return new CountingStep(
                entry.sequence(), entry.position(), recordedAt, entry.eventName(), step.event().effectiveOn());
    }

    private <S> boolean countsOn(FeatureView<S> view, String record, Timeline<?, S> timeline) {
        return timeline.on(question.effectiveOn())
                .filter(state -> counts(record, view.factsOf(state, List.of())))
                .isPresent();
    }

    /**
     * The first day of the stretch around the day asked about in which it counts; or in which it does not, after it did.
     */
    private <S> @Nullable LocalDate since(
            FeatureView<S> view, String record, Timeline<?, S> timeline, boolean counting) {
        LocalDate since = null;
        boolean turns = counting;
        for (Phase<S> phase : timeline.phases()) {
            if (phase.from().isAfter(question.effectiveOn())) {
                break;
            }
            Facts facts = view.factsOf(phase.state(), List.of());
            boolean counts = counts(record, facts);
            turns = turns || counts;
            if (counts != counting) {
                since = null;
            } else if (since == null && turns) {
                since = counts ? later(phase.from(), reached(facts)) : phase.from();
            }
        }
        return since;
    }

    private @Nullable LocalDate reached(Facts facts) {
        String fact = question.asked().reached();
        return fact == null
                ? null
                : facts.get(fact).map(day -> LocalDate.parse((String) day)).orElse(null);
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** Whether a record with such facts counts. */
    private boolean counts(String record, Facts facts) {
        Figure asked = question.asked();
        boolean fits = asked.where().entrySet().stream()
                .allMatch(wanted -> is(facts.get(wanted.getKey()).orElse(null), wanted.getValue()));
        LocalDate reached = reached(facts);
        if (!fits || asked.reached() != null && (reached == null || reached.isAfter(question.effectiveOn()))) {
            return false;
        }
        return happened(facts) && (places == null || !Collections.disjoint(placesOf(asked, record, facts), places));
    }

    private boolean happened(Facts facts) {
        String fact = question.asked().happenedOn();
        return fact == null
                || question.period().equals(Period.ALL)
                || facts.get(fact)
                        .filter(day -> question.period().includes(LocalDate.parse((String) day)))
                        .isPresent();
    }

    private static boolean is(@Nullable Object value, Object wanted) {
        return value instanceof List<?> several ? several.contains(wanted) : wanted.equals(value);
    }

    /** The organisations that place a record. */
    static List<String> placesOf(Figure asked, String record, Facts facts) {
        return asked.placedBy().isEmpty()
                ? List.of(record)
                : asked.placedBy().stream()
                        .flatMap(fact -> facts.ids(fact).stream())
                        .toList();
    }
}
