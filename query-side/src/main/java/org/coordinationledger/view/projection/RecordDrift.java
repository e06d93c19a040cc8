package org.coordinationledger.view.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.record.Steps;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.ViewDocuments;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one record up to a position, to compare with what the views hold of it. What they already hold
 * of later positions is left out of account.
 */
final class RecordDrift {

    private static final String POSITION = "_id";
    private static final String FINDINGS = "findings";
    private static final String NAMED = "named";
    private static final String NAMED_AT = "namedAt";
    private static final Comparator<BsonValue> FINDING =
            Comparator.comparing((BsonValue found) -> found.asDocument().getString("code").getValue())
                    .thenComparing(found -> found.asDocument().getInt64("from").getValue());

    private final String kind;
    private final String record;
    private final long upTo;
    private final int entries;
    private final Map<String, BsonDocument> spans = new TreeMap<>();
    private final Map<Long, BsonDocument> steps = new TreeMap<>();

    private RecordDrift(String kind, String record, long upTo, int entries, ViewChanges changes) {
        this.kind = kind;
        this.record = record;
        this.upTo = upTo;
        this.entries = entries;
        for (Span span : changes.spans().inserts()) {
            spans.put(span.id(), ViewDocuments.of(span));
        }
        for (LedgerStep step : changes.steps().inserts()) {
            steps.put(step.position(), ViewDocuments.of(step));
        }
    }

    /** Folds the entries of a record up to a position (inclusive). */
    static RecordDrift of(FeatureView<?> view, RecordStreams streams, String record, long upTo) {
        ViewChanges changes = new ViewChanges();
        List<RecordSteps<?>> last = new ArrayList<>(List.of(RecordSteps.none(view, record)));
        int[] entries = new int[1];
        streams.forEach(record, upTo, entry -> {
            last.set(0, taken(last.get(0), entry, changes));
            entries[0]++;
        });
        return new RecordDrift(view.type().name(), record, upTo, entries[0], changes);
    }

    private static RecordSteps<?> taken(RecordSteps<?> steps, Entry entry, ViewChanges changes) {
        return steps.take(Steps.of(entry), entry.eventName(), entry.recordedAt(), changes);
    }

    /** How many entries were folded. */
    int entries() {
        return entries;
    }

    String record() {
        return record;
    }

    /** The first span that differs from what is stored of this record. */
    Optional<LedgerFault> inSpans(List<BsonDocument> stored) {
        Map<String, BsonDocument> held = new HashMap<>();
        for (BsonDocument span : stored) {
            if (span.getInt64("recFrom").getValue() <= upTo) {
                held.put(span.getString("_id").getValue(), asKnown(span));
            }
        }
        TreeSet<String> ids = new TreeSet<>(spans.keySet());
        ids.addAll(held.keySet());
        return ids.stream()
                .map(id -> inSpan(spans.get(id), held.get(id)))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(LedgerFault::position));
    }

    private Optional<LedgerFault> inSpan(@Nullable BsonDocument ought, @Nullable BsonDocument is) {
        if (ought == null) {
            return is == null
                    ? Optional.empty()
                    : spanFault(is, "the views of %s hold something of record %s from %s on that the ledger does not say");
        }
        if (is == null) {
            return spanFault(ought, "the views of %s lack what the ledger says of record %s from %s on");
        }
        return differing(ought, is).flatMap(field -> spanFault(
                ought, "in the views of %s, what record %s is from %s on differs from the ledger in the field " + field));
    }

    private Optional<LedgerFault> spanFault(BsonDocument span, String words) {
        return Optional.of(new LedgerFault(
                span.getInt64("recFrom").getValue(),
                LedgerFault.Kind.VIEW,
                words.formatted(kind, record, span.getString("effFrom").getValue())));
    }

    /** A span as it was known at the position: what superseded it later had not happened. */
    private BsonDocument asKnown(BsonDocument span) {
        if (span.getInt64("recTo").getValue() > upTo) {
            span.put("recTo", new BsonInt64(Span.CURRENT));
        }
        return span;
    }

    /**
     * The first step that differs from what is stored of this record.
     *
     * @param namings what the record names since each position at which that changed, beyond {@code upTo} too
     */
    Optional<LedgerFault> inSteps(List<BsonDocument> stored, Map<Long, List<String>> namings) {
        Map<Long, BsonDocument> held = new HashMap<>();
        for (BsonDocument step : stored) {
            long position = step.getInt64(POSITION).getValue();
            if (position <= upTo) {
                held.put(position, step);
            }
        }
        TreeSet<Long> positions = new TreeSet<>(steps.keySet());
        positions.addAll(held.keySet());
        for (long position : positions) {
            BsonDocument ought = steps.get(position);
            BsonDocument is = held.get(position);
            if (ought == null || is == null) {
                return Optional.of(new LedgerFault(position, LedgerFault.Kind.VIEW, (ought == null
                                ? "the list of steps holds one of record %s there that the ledger does not have"
                                : "the list of steps lacks the one of record %s there")
                        .formatted(record)));
            }
            Optional<String> field = differing(normal(named(ought, is, namings)), normal(asFound(is)));
            if (field.isPresent()) {
                return Optional.of(new LedgerFault(
                        position,
                        LedgerFault.Kind.VIEW,
                        "in the list of steps, the step of record %s there differs from the ledger in the field %s"
                                .formatted(record, field.get())));
            }
        }
        return Optional.empty();
    }

    /** The latest position since which a stored step names what it names, if that is beyond the position folded to. */
    Optional<Long> namedLater(List<BsonDocument> stored) {
        return stored.stream()
                .map(step -> step.getInt64(NAMED_AT, new BsonInt64(-1)).getValue())
                .filter(at -> at > upTo)
                .max(Comparator.naturalOrder());
    }

    /** What a record names since each position at which that changed. */
    static Map<Long, List<String>> namings(FeatureView<?> view, RecordStreams streams, String record, long upTo) {
        Map<Long, List<String>> namings = new HashMap<>();
        List<RecordSteps<?>> last = new ArrayList<>(List.of(RecordSteps.none(view, record)));
        streams.forEach(record, upTo, entry -> {
            RecordSteps<?> steps = taken(last.get(0), entry, new ViewChanges());
            namings.put(steps.namedAt(), steps.named());
            last.set(0, steps);
        });
        return namings;
    }

    /** The step that ought to be, naming what it ought to name since the position that the stored one tells. */
    private BsonDocument named(BsonDocument ought, BsonDocument is, Map<Long, List<String>> namings) {
        BsonValue at = is.get(NAMED_AT);
        List<String> later = at != null && at.isInt64() && at.asInt64().getValue() > upTo
                ? namings.get(at.asInt64().getValue())
                : null;
        if (later == null) {
            return ought;
        }
        BsonDocument renamed = ought.clone();
        renamed.put(NAMED, new BsonArray(later.stream().map(BsonString::new).toList()));
        renamed.put(NAMED_AT, Objects.requireNonNull(at));
        return renamed;
    }

    /** What was found about a step as known at the position. */
    private BsonDocument asFound(BsonDocument step) {
        BsonArray known = new BsonArray();
        for (BsonValue found : step.getArray(FINDINGS, new BsonArray())) {
            BsonDocument one = found.asDocument();
            if (one.getInt64("from").getValue() <= upTo) {
                if (one.getInt64("to").getValue() > upTo) {
                    one.put("to", new BsonInt64(Span.CURRENT));
                }
                known.add(one);
            }
        }
        step.put(FINDINGS, known);
        return step;
    }

    /** With what was found in one order, since batches note it in different ones. */
    private static BsonDocument normal(BsonDocument step) {
        BsonDocument normal = step.clone();
        BsonArray found = new BsonArray(new ArrayList<>(step.getArray(FINDINGS, new BsonArray())));
        found.sort(FINDING);
        normal.put(FINDINGS, found);
        return normal;
    }

    /** The first field that is not the same; a fact is told by its own name. */
    private static Optional<String> differing(BsonDocument ought, BsonDocument is) {
        TreeSet<String> fields = new TreeSet<>(ought.keySet());
        fields.addAll(is.keySet());
        for (String field : fields) {
            BsonValue one = ought.get(field);
            BsonValue other = is.get(field);
            if (!Objects.equals(one, other)) {
                return one != null && other != null && one.isDocument() && other.isDocument()
                        ? differing(one.asDocument(), other.asDocument()).map(name -> field + "." + name)
                        : Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
