package org.coordinationledger.view.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.view.span.Span;

/** What a batch of steps changes in what is kept of steps, those of earlier batches among them. For one thread. */
public final class StepChanges {

    private final Map<Long, LedgerStep> inserts = new LinkedHashMap<>();
    private final Map<Opened, Long> noted = new LinkedHashMap<>();
    private final Map<String, Naming> namings = new LinkedHashMap<>();

    /** Something found about a step, from a position on. */
    private record Opened(long step, String code, long from) {}

    /**
     * Something found about a step that may have been kept by an earlier batch.
     *
     * @param step the position of the step
     */
    public record NotedOf(long step, LedgerStep.Noted noted) {}

    /** Whom and what a record names since a position. */
    public record Naming(String record, List<String> named, long at) {}

    /** Adds a step. */
    public void insert(LedgerStep step) {
        inserts.put(step.position(), step);
    }

    /** Notes that something is so about a step from a position on. */
    public void open(long step, String code, long from) {
        noted.put(new Opened(step, code, from), Span.CURRENT);
    }

    /** Notes that it is no longer so. */
    public void close(long step, String code, long from, long to) {
        noted.put(new Opened(step, code, from), to);
    }

    /** Notes whom and what a record names since a step of it. */
    public void name(String record, List<String> named, long at) {
        namings.put(record, new Naming(record, named, at));
    }

    /** The steps of the batch, each with all that the batch found about it and what its record names in the end. */
    public List<LedgerStep> inserts() {
        Map<Long, List<LedgerStep.Noted>> found = new LinkedHashMap<>();
        noted().forEach(one -> found.computeIfAbsent(one.step(), s -> new ArrayList<>()).add(one.noted()));
        List<LedgerStep> all = new ArrayList<>();
        for (LedgerStep step : inserts.values()) {
            Naming naming = namings.get(step.record());
            LedgerStep named = naming == null ? step : step.naming(naming.named(), naming.at());
            all.add(named.noting(found.getOrDefault(step.position(), List.of())));
        }
        return all;
    }

    /** All that the batch found, or found no longer. */
    public List<NotedOf> noted() {
        return noted.entrySet().stream()
                .map(e -> new NotedOf(
                        e.getKey().step(),
                        new LedgerStep.Noted(e.getKey().code(), e.getKey().from(), e.getValue())))
                .toList();
    }

    /** What is known anew of whom and what records name. */
    public List<Naming> namings() {
        return List.copyOf(namings.values());
    }

    public boolean isEmpty() {
        return inserts.isEmpty();
    }
}
