package org.coordinationledger.view.projection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.service.verification.Verifying;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.ViewDocuments;

/**
 * Makes the views again, record by record, and compares them with what is stored of the generation that is read: spans and
 * steps, whole, as they were known at the position that the views had come to when it began. Last it looks for spans of
 * records that the ledger does not have. Views that took their place meanwhile are verified from their beginning.
 *
 * <p>In memory at a time: a page of entries, and {@value #RECORDS_AT_ONCE} records with what is stored of them.
 */
public final class ViewDrift implements Verifying {

    private static final int MOST_ENTRIES = 1_000;
    private static final int RECORDS_AT_ONCE = 50;
    private static final int SPANS_AT_ONCE = 1_000;

    private final FeatureViews views;
    private final LedgerReader ledger;
    private final RecordStreams streams;
    private final Generations generations;

    private Generation generation;
    private ViewDocuments documents;
    private long target;
    private long next;
    private Deque<Begun> begun = new ArrayDeque<>();
    private Deque<FeatureView<?>> backwards = new ArrayDeque<>();
    private String after = "";
    private Optional<LedgerFault> fault = Optional.empty();

    /** A record of which the ledger's first entry was read, and that is to be compared. */
    private record Begun(FeatureView<?> view, String record) {}

    private ViewDrift(FeatureViews views, LedgerReader ledger, Generations generations, Generation generation) {
        this.views = views;
        this.ledger = ledger;
        this.streams = new RecordStreams(ledger);
        this.generations = generations;
        this.generation = generation;
        this.documents = generations.documents(generation);
        begin(generation);
    }

    /** Of the generation that is read; empty if there is none, or it was built by another shape of views than these. */
    public static Optional<ViewDrift> ofLive(FeatureViews views, LedgerReader ledger, Generations generations) {
        return generations.live()
                .filter(live -> live.shape().equals(views.shape()))
                .map(live -> new ViewDrift(views, ledger, generations, live));
    }

    private void begin(Generation live) {
        generation = live;
        documents = generations.documents(live);
        target = generations.watermark(live);
        next = 0;
        begun = new ArrayDeque<>();
        backwards = new ArrayDeque<>(views.all());
        after = "";
    }

    @Override
    public long size() {
        return target + 1;
    }

    @Override
    public long verified() {
        return next;
    }

    @Override
    public Optional<LedgerFault> fault() {
        return fault;
    }

    @Override
    public boolean step(int things) {
        Generation live = generations.live()
                .filter(now -> now.shape().equals(views.shape()))
                .orElseThrow(() -> new IllegalStateException("there are no views any more that could be verified"));
        if (live.number() != generation.number()) {
            begin(live);
        }
        Optional<LedgerFault> found = readable(things);
        boolean stillRead = generations.live().filter(now -> now.number() == generation.number()).isPresent();
        if (found.isPresent() && stillRead) {
            fault = found;
            return false;
        }
        return !stillRead || next <= target || !begun.isEmpty() || !backwards.isEmpty();
    }

    private Optional<LedgerFault> readable(int things) {
        try {
            return lookOn(things);
        } catch (BsonInvalidOperationException e) {
            return Optional.of(new LedgerFault(
                    Math.max(0, next - 1), LedgerFault.Kind.VIEW,
                    "what the views hold up to there cannot be read: " + e.getMessage()));
        }
    }

    private Optional<LedgerFault> lookOn(int things) {
        if (begun.isEmpty() && next <= target) {
            return read((int) Math.min(Math.min(things, MOST_ENTRIES), target - next + 1));
        }
        if (!begun.isEmpty()) {
            return compare(things);
        }
        return backwards.isEmpty() ? Optional.empty() : lookBack();
    }

    /** Reads a page of the ledger: which records begin there, and that nothing but its entries is in the list of steps. */
    private Optional<LedgerFault> read(int count) {
        List<StoredEntry> page = ledger.storedFrom(next, count);
        if (page.isEmpty()) {
            throw new IllegalStateException("the ledger ends before position " + target);
        }
        Map<Long, String> steps = new HashMap<>();
        for (StoredEntry stored : page) {
            Entry entry = stored.parsed();
            views.ofType(entry.streamType()).ifPresent(view -> {
                steps.put(entry.position(), entry.streamId());
                if (entry.sequence() == 0) {
                    begun.add(new Begun(view, entry.streamId()));
                }
            });
        }
        long last = next + page.size() - 1;
        for (BsonDocument step : documents.stepsBetween(next, Math.min(last, target))) {
            long position = step.getInt64("_id").getValue();
            String record = step.getString("record").getValue();
            if (!record.equals(steps.get(position))) {
                return Optional.of(new LedgerFault(
                        position, LedgerFault.Kind.VIEW, "the list of steps holds one of record " + record + " there that the ledger does not have"));
            }
        }
        next = Math.min(last, target) + 1;
        return Optional.empty();
    }

    /** Compares records, until about so many of their entries were folded. */
    private Optional<LedgerFault> compare(int things) {
        Map<FeatureView<?>, List<RecordDrift>> folded = new LinkedHashMap<>();
        List<String> all = new ArrayList<>();
        for (int entries = 0; entries < things && all.size() < RECORDS_AT_ONCE && !begun.isEmpty(); ) {
            Begun one = begun.remove();
            RecordDrift drift = RecordDrift.of(one.view(), streams, one.record(), target);
            folded.computeIfAbsent(one.view(), view -> new ArrayList<>()).add(drift);
            all.add(one.record());
            entries += drift.entries();
        }
        Map<String, List<BsonDocument>> steps = byRecord(documents.steps(all));
        Map<String, LedgerFault> faults = new HashMap<>();
        folded.forEach((view, records) -> {
            Map<String, List<BsonDocument>> spans = byRecord(documents.spans(
                    view.type().name(), records.stream().map(RecordDrift::record).toList()));
            for (RecordDrift drift : records) {
                String record = drift.record();
                drift.inSpans(spans.getOrDefault(record, List.of()))
                        .or(() -> inSteps(view, drift, steps.getOrDefault(record, List.of())))
                        .ifPresent(found -> faults.put(record, found));
            }
        });
        return all.stream().filter(faults::containsKey).findFirst().map(faults::get);
    }

    /** A step that names something since a later position is compared with what the record names there. */
    private Optional<LedgerFault> inSteps(FeatureView<?> view, RecordDrift drift, List<BsonDocument> stored) {
        Map<Long, List<String>> namings = drift.namedLater(stored)
                .map(at -> RecordDrift.namings(view, streams, drift.record(), at))
                .orElse(Map.of());
        return drift.inSteps(stored, namings);
    }

    private static Map<String, List<BsonDocument>> byRecord(List<BsonDocument> stored) {
        Map<String, List<BsonDocument>> byRecord = new HashMap<>();
        stored.forEach(one -> byRecord.computeIfAbsent(one.getString("record").getValue(), r -> new ArrayList<>()).add(one));
        return byRecord;
    }

    /** Looks whether the records of a page of spans are in the ledger. */
    private Optional<LedgerFault> lookBack() {
        FeatureView<?> view = backwards.element();
        String kind = view.type().name();
        List<BsonDocument> page = documents.spansAfter(kind, after, SPANS_AT_ONCE);
        String known = "";
        for (BsonDocument span : page) {
            String record = span.getString("record").getValue();
            long from = span.getInt64("recFrom").getValue();
            if (from <= target && !record.equals(known)) {
                if (!inLedger(kind, record)) {
                    return Optional.of(new LedgerFault(
                            from, LedgerFault.Kind.VIEW, "the views of " + kind + " hold record " + record + ", which the ledger does not have"));
                }
                known = record;
            }
        }
        if (page.size() < SPANS_AT_ONCE) {
            backwards.remove();
            after = "";
        } else {
            after = page.get(page.size() - 1).getString("_id").getValue();
        }
        return Optional.empty();
    }

    private boolean inLedger(String kind, String record) {
        return ledger.entriesOf(record, 0, 1).stream().anyMatch(entry -> entry.streamType().equals(kind));
    }
}
