package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.figure.OrganisationTree.Besides;
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
 * <p>Memory: some 200 bytes for each span of an organisation, whatever else the ledger holds. Of one generation at a
 * time, the one asked for last.
 */
public final class OrganisationTrees {

    private static final List<String> READ = List.of(
            "record",
            "recFrom",
            "recTo",
            "effFrom",
            "effTo",
            "facts." + OrganisationView.PARTY_SUPERIOR,
            "facts." + OrganisationView.COMMAND_SUPERIOR,
            "facts." + OrganisationView.COVERS,
            "facts." + OrganisationView.SUCCESSORS,
            "facts." + OrganisationView.KIND,
            "facts." + FeatureView.OPEN);

    private static final int[] NONE = {};

    private final Generations generations;
    private @Nullable Known known;

    public OrganisationTrees(Generations generations) {
        this.generations = generations;
    }

    /**
     * What those who act for some organisations may read about.
     *
     * @param within the organisations whose records they may read
     * @param speaking those, and the organisations whose documents apply to them
     * @param whole whether {@code within} has every organisation there is
     */
    public record Circle(Set<String> within, Set<String> speaking, boolean whole) {}

    /** The circle around organisations as known at a point, of a day. */
    public Circle circle(Collection<String> organisations, ReadPoint point, LocalDate effectiveOn) {
        OrganisationTree tree = at(point, effectiveOn);
        Set<String> within = tree.circle(organisations);
        Set<String> speaking = tree.speakingTo(organisations);
        speaking.addAll(within);
        return new Circle(Set.copyOf(within), Set.copyOf(speaking), tree.isWhole(within));
    }

    /** The last position up to a point at which something about organisations changed; trees since then are the same. */
    public synchronized long changedAt(ReadPoint point) {
        Known there = readUpTo(point);
        return point.knownAt() >= there.lastChange ? there.lastChange : point.knownAt();
    }

    /** The tree as known at a point, of a day. */
    synchronized OrganisationTree at(ReadPoint point, LocalDate effectiveOn) {
        return readUpTo(point).at(point.knownAt(), Math.toIntExact(effectiveOn.toEpochDay()));
    }

    private Known readUpTo(ReadPoint point) {
        Known there = known;
        if (there == null || there.generation.number() != point.generation().number()) {
            there = new Known(point.generation());
            known = there;
        }
        if (there.upTo < point.knownAt()) {
            there.readUpTo(point.knownAt());
        }
        return there;
    }

    /** All that was known of organisations up to a position, one row for each span. */
    private final class Known {
        private final Generation generation;
        private final SpanCollection spans;
        private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
        private final List<String> ids = new ArrayList<>();
        private final Map<String, Integer> current = new HashMap<>();
        private long upTo = -1;
        private long lastChange = -1;
        private int rows;
        private int[] record = new int[0];
        private long[] recFrom = new long[0];
        private long[] recTo = new long[0];
        private int[] effFrom = new int[0];
        private int[] effTo = new int[0];
        private int[] superiors = new int[0];
        private boolean[] central = new boolean[0];

        /** The communes covered while an organisation stands; its successors from then on. Empty is one and the same. */
        private int[][] covered = new int[0][];
        private int[][] successors = new int[0][];

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
            lastChange = Math.max(lastChange, span.getLong("recTo"));
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
            central[rows] = OrganisationKind.CENTRAL_BODY.name().equals(facts.getString(OrganisationView.KIND));
            covered[rows] = facts.getBoolean(FeatureView.OPEN, false) ? several(facts, OrganisationView.COVERS) : NONE;
            successors[rows] = several(facts, OrganisationView.SUCCESSORS);
            lastChange = Math.max(lastChange, recFrom[rows]);
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
            central = Arrays.copyOf(central, size);
            covered = Arrays.copyOf(covered, size);
            successors = Arrays.copyOf(successors, size);
        }

        private int day(String text) {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        }

        private int superior(@Nullable String organisation) {
            return organisation == null ? OrganisationTree.NONE : number(organisation);
        }

        private int[] several(Document facts, String fact) {
            List<String> named = facts.getList(fact, String.class, List.of());
            return named.isEmpty() ? NONE : named.stream().mapToInt(this::number).toArray();
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
            IntStream.Builder covering = IntStream.builder();
            IntStream.Builder succeeding = IntStream.builder();
            IntStream.Builder central = IntStream.builder();
            for (int row = 0; row < rows; row++) {
                if (recFrom[row] <= position && position < recTo[row] && effFrom[row] <= day && day < effTo[row]) {
                    above[2 * record[row]] = superiors[2 * row];
                    above[2 * record[row] + 1] = superiors[2 * row + 1];
                    for (int commune : covered[row]) {
                        covering.add(record[row]).add(commune);
                    }
                    for (int successor : successors[row]) {
                        succeeding.add(successor).add(record[row]);
                    }
                    if (this.central[row]) {
                        central.add(record[row]);
                    }
                }
            }
            return new OrganisationTree(
                    ids.toArray(String[]::new),
                    numbers,
                    above,
                    new Besides(
                            covering.build().toArray(), succeeding.build().toArray(), central.build().toArray()));
        }
    }
}
