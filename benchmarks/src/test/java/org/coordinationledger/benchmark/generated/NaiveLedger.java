package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.record.Steps;

/** What a ledger's raw entries mean at a pair of times: every record folded anew, and nothing kept. */
final class NaiveLedger {

    private static final int PAGE = 1_000;

    private final Map<String, Timeline<?, ?>> timelines = new LinkedHashMap<>();
    private final Map<String, FeatureView<?>> views = new LinkedHashMap<>();

    NaiveLedger(LedgerReader ledger, long tail) {
        for (long next = 0; next <= tail; ) {
            List<Entry> page = ledger.entriesFrom(next, PAGE);
            page.forEach(this::take);
            next += page.size();
        }
    }

    private void take(Entry entry) {
        Catalogue.recordType(entry.streamType()).ifPresent(type -> {
            views.putIfAbsent(
                    entry.streamId(),
                    QuerySideConfiguration.VIEWS.ofType(type.name()).orElseThrow());
            Timeline<?, ?> before = timelines.getOrDefault(entry.streamId(), ((RecordType<?, ?>) type).empty());
            timelines.put(entry.streamId(), before.plus(Steps.of(entry)));
        });
    }

    Map<String, Timeline<?, ?>> timelines() {
        return timelines;
    }

    String typeOf(String record) {
        return views.get(record).type().name();
    }

    /** The days on which something takes effect. */
    List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        timelines.values().forEach(t -> t.steps().forEach(step -> days.add(step.event().effectiveOn())));
        return days;
    }

    /** The facts of every record that there is at a pair of times, by the name of its type and its id. */
    Map<String, Map<String, Facts>> at(long knownAt, LocalDate day) {
        Map<String, Map<String, Facts>> all = new LinkedHashMap<>();
        timelines.forEach((record, timeline) -> facts(views.get(record), timeline.knownAt(knownAt), day)
                .ifPresent(facts -> all.computeIfAbsent(typeOf(record), t -> new LinkedHashMap<>()).put(record, facts)));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static <S> Optional<Facts> facts(FeatureView<S> view, Timeline<?, ?> known, LocalDate day) {
        return ((Timeline<?, S>) known).on(day)
                .map(state -> view.factsOf(state, org.coordinationledger.view.lives.Life.basesOn(known, day)));
    }
}
