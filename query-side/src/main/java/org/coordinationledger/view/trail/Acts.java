package org.coordinationledger.view.trail;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.record.RecordStreams;

/** Reads a record's entries as acts, in the order of (effective day, sequence). */
final class Acts {

    private final Timeline<?, ?> timeline;
    private final Map<Long, Rejection> misfits;

    private Acts(Timeline<?, ?> timeline) {
        this.timeline = timeline;
        this.misfits = timeline.misfits().stream().collect(toMap(m -> m.step().sequence(), m -> m.rejection()));
    }

    /** The acts of a record whose entries are all given. */
    static List<Act> of(RecordType<?, ?> type, List<Entry> entries) {
        return of(RecordStreams.timeline(type, entries));
    }

    /** The acts of a record as its timeline tells them. */
    static List<Act> of(Timeline<?, ?> timeline) {
        return new Acts(timeline).all();
    }

    /** The act of the last step recorded; none if that is an amendment. */
    static Optional<Act> last(Timeline<?, ?> timeline) {
        Step<?> last = timeline.steps().get(Math.toIntExact(timeline.version()));
        return last.event() instanceof Amendment
                ? Optional.empty()
                : Optional.of(new Acts(timeline).act(last, List.of()));
    }

    private List<Act> all() {
        List<List<Act.Amending>> amendments = new ArrayList<>();
        timeline.steps().forEach(step -> amendments.add(new ArrayList<>()));
        for (Step<?> step : timeline.steps()) {
            if (step.event() instanceof Amendment amendment) {
                amendments.get(Math.toIntExact(timeline.originOf(step.sequence()))).add(amending(step, amendment));
            }
        }
        return timeline.steps().stream()
                .filter(step -> !(step.event() instanceof Amendment))
                .map(step -> act(step, List.copyOf(amendments.get(Math.toIntExact(step.sequence())))))
                .sorted(Comparator.comparing(Act::day).thenComparing(Act::sequence))
                .toList();
    }

    private Act.Amending amending(Step<?> step, Amendment amendment) {
        LocalDate on = amendment instanceof Amendment.Corrected corrected
                ? corrected.replacement().effectiveOn()
                : amendment.effectiveOn();
        String reason = Objects.requireNonNull(amendment.reason(), "an amendment has a reason").value();
        boolean counts = timeline.amendmentOf(amendment.amends())
                .filter(living -> living == step.sequence())
                .isPresent();
        return new Act.Amending(
                step, amendment instanceof Amendment.Voided, amendment.amends(), reason, on, counts);
    }

    private Act act(Step<?> step, List<Act.Amending> amendments) {
        long sequence = step.sequence();
        RecordEvent content = timeline.contentAt(sequence);
        Rejection fitsNot = misfits.get(sequence);
        return new Act(
                sequence, step.position(), step.actor(), content, nameOf(content),
                status(sequence, fitsNot != null), fitsNot, amendments);
    }

    private Trail.Status status(long sequence, boolean misfit) {
        Long by = timeline.amendmentOf(sequence).orElse(null);
        if (by != null && timeline.steps().get(Math.toIntExact(by)).event() instanceof Amendment.Voided) {
            return Trail.Status.VOIDED;
        }
        if (misfit) {
            return Trail.Status.OUT_OF_ORDER;
        }
        return by == null ? Trail.Status.COUNTS : Trail.Status.CORRECTED;
    }

    static String nameOf(RecordEvent event) {
        return Catalogue.of(event.getClass()).orElseThrow().name();
    }

    static String nameOf(Class<?> event) {
        return Catalogue.of(event).orElseThrow().name();
    }
}
