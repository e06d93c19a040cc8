package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.jspecify.annotations.Nullable;

/**
 * The tree of organisations at any pair of times, from memory: who stood under whom is read once from the spans of
 * organisations, and after that only what positions since then brought. A span never changes but by being superseded, so
 * what is here stays true.
 *
 * <p>Memory: some 150 bytes for each span of an organisation, whatever else the ledger holds. Of one generation at a
 * time, the one asked for last.
 */
final class OrganisationTrees {

    private static final List<String> READ = List.of(
            "record",
            "recFrom",
            "recTo",
            "effFrom",
            "effTo",
            "facts." + OrganisationView.PARTY_SUPERIOR,
            "facts." + OrganisationView.COMMAND_SUPERIOR);

    private final Generations generations;
    private @Nullable Known known;

    OrganisationTrees(Generations generations) {
        this.generations = generations;
    }

    /** The tree as known at a point, of a day. */
    synchronized OrganisationTree at(ReadPoint point, LocalDate effectiveOn) {
        Known there = known;
        if (there == null || there.generation.number() != point.generation().number()) {
            there = new Known(point.generation());
            known = there;
        }
        if (there.upTo < point.knownAt()) {
            there.readUpTo(point.knownAt());
        }
        return there.at(point.knownAt(), Math.toIntExact(effectiveOn.toEpochDay()));
    }

    /** All that was known of organisations up to a position, one row for each span. */
    private final class Known {
        private final Generation generation;
        private final SpanCollection spans;
        private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
        private final List<String> ids = new ArrayList<>();
        private final Map<String, Integer> current = new HashMap<>();
        private long upTo = -1;
        private int rows;
        private int[] record = new int[0];
        private long[] recFrom = new long[0];
        private long[] recTo = new long[0];
        private int[] effFrom = new int[0];
        private int[] effTo = new int[0];
        private int[] superiors = new int[0];

        Known(Generation generation) {
            this.generation = generation;
            this.spans = generations.spans(generation, OrganisationState.TYPE);
        }

        void readUpTo(long position) {
            spans.aggregate(
                            List.of(
                                    Aggregates.match(and(gt("recTo", upTo), lte("recTo", position))),
                                    Aggregates.project(Projections.include("recTo"))),
                            found -> found)
                    .forEach(this::supersede);
            spans.aggregate(
                            List.of(
                                    Aggregates.match(and(gt("recFrom", upTo), lte("recFrom", position))),
                                    Aggregates.project(Projections.include(READ))),
                            found -> found)
                    .forEach(this::add);
            upTo = position;
        }

        private void supersede(Document span) {
            Integer row = current.remove(span.getString("_id"));
            if (row != null) {
                recTo[row] = span.getLong("recTo");
            }
        }

        private void add(Document span) {
            if (rows == record.length) {
                grow(Math.max(1_024, rows * 2));
            }
            Document facts = span.get("facts", new Document());
            record[rows] = number(span.getString("record"));
            recFrom[rows] = span.getLong("recFrom");
            recTo[rows] = span.getLong("recTo");
            effFrom[rows] = day(span.getString("effFrom"));
            effTo[rows] = day(span.getString("effTo"));
            superiors[2 * rows] = superior(facts.getString(OrganisationView.PARTY_SUPERIOR));
            superiors[2 * rows + 1] = superior(facts.getString(OrganisationView.COMMAND_SUPERIOR));
            if (recTo[rows] == Span.CURRENT) {
                current.put(span.getString("_id"), rows);
            }
            rows++;
        }

        private void grow(int size) {
            record = Arrays.copyOf(record, size);
            recFrom = Arrays.copyOf(recFrom, size);
            recTo = Arrays.copyOf(recTo, size);
            effFrom = Arrays.copyOf(effFrom, size);
            effTo = Arrays.copyOf(effTo, size);
            superiors = Arrays.copyOf(superiors, 2 * size);
        }

        private int day(String text) {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        }

        private int superior(@Nullable String organisation) {
            return organisation == null ? OrganisationTree.NONE : number(organisation);
        }

        private int number(String organisation) {
            return numbers.computeIfAbsent(organisation, id -> {
                ids.add(id);
                return ids.size() - 1;
            });
        }

        OrganisationTree at(long position, int day) {
            int[] above = new int[2 * ids.size()];
            Arrays.fill(above, OrganisationTree.NONE);
            for (int row = 0; row < rows; row++) {
                if (recFrom[row] <= position && position < recTo[row] && effFrom[row] <= day && day < effTo[row]) {
                    above[2 * record[row]] = superiors[2 * row];
                    above[2 * record[row] + 1] = superiors[2 * row + 1];
                }
            }
            return new OrganisationTree(ids.toArray(String[]::new), numbers, above);
        }
    }
}
