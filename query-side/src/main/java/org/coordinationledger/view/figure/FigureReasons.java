package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.figure.FigureReason.Change;
import org.coordinationledger.view.figure.FigureReason.Counted;
import org.coordinationledger.view.figure.FigureReason.Part;
import org.coordinationledger.view.figure.FigureReason.Some;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.span.Named;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.SpanCollection;
import org.jspecify.annotations.Nullable;

/** Tells why a figure has its value: whose records count, since which step, and what came and went since another pair. */
public final class FigureReasons {

    /** So many of the records behind a figure are shown. */
    public static final int MOST_RECORDS = 100;

    /** So many organisations are told apart. */
    public static final int MOST_ORGANISATIONS = 500;

    /** Of what came, what went and what changed, so many records are shown each. */
    public static final int MOST_CHANGED = 50;

    /** Figures of more records than this are not compared record by record. */
    public static final int MOST_COMPARED = 20_000;

    /** Stands for the value of a record where the figure is of none. */
    private static final Object NO_VALUE = Boolean.TRUE;

    private final Figures figures;
    private final FigureGroups groups;
    private final RecordStreams streams;
    private final FallenRecords fallen;

    public FigureReasons(Figures figures, RecordStreams streams) {
        this.figures = figures;
        this.groups = figures.groups();
        this.streams = streams;
        this.fallen = new FallenRecords(groups, figures.generations(), streams);
    }

    /**
     * Why.
     *
     * @param before the same figure at another pair of times to compare with, or null; a figure that is a growth needs
     *     one
     * @return empty if there are more than {@link #MOST_COMPARED} records to compare
     */
    public Optional<FigureReason> of(FigureQuestion question, @Nullable FigureQuestion before) {
        Change change = null;
        if (before != null) {
            Map<String, Object> now = values(question);
            Map<String, Object> then = values(before);
            if (Math.max(now.size(), then.size()) > MOST_COMPARED) {
                return Optional.empty();
            }
            change = change(question, now, before, then);
        }
        Set<String> places = groups.places(question).orElse(null);
        TreeMap<String, Long> counts = new TreeMap<>();
        groups.placedWithin(question, null)
                .forEach(group -> counts.merge(whose(group.places(), places), group.count(), Long::sum));
        List<Part> parts = parts(question, places, counts);
        return Optional.of(new FigureReason(
                figures.value(question, before),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                parts,
                counts.size(),
                fallen.of(question),
                change));
    }

    private List<Part> parts(FigureQuestion question, @Nullable Set<String> places, TreeMap<String, Long> counts) {
        List<String> shown = counts.keySet().stream().limit(MOST_ORGANISATIONS).toList();
        OrganisationNames names =
                new OrganisationNames(figures.generations(), question.point(), question.effectiveOn());
        names.lookUp(shown);
        Counting counting = new Counting(question, places);
        Map<String, List<Counted>> records = new HashMap<>();
        for (Span span : groups.spans(question).find(groups.behind(question), order(question), MOST_RECORDS)) {
            List<String> placing = Counting.placesOf(question.asked(), span.record(), span.facts());
            records.computeIfAbsent(whose(placing, places), id -> new ArrayList<>())
                    .add(counted(question, span, entries(question, span), counting));
        }
        return shown.stream()
                .map(id -> new Part(
                        id,
                        names.of(id),
                        Objects.requireNonNull(counts.get(id)),
                        List.copyOf(records.getOrDefault(id, List.of()))))
                .toList();
    }

    /** By organisation as far as one fact tells it, then by id. */
    private static Bson order(FigureQuestion question) {
        List<String> placedBy = question.asked().placedBy();
        boolean one = !placedBy.isEmpty()
                && view(question).fact(placedBy.get(0)).filter(fact -> !fact.kind().several()).isPresent();
        return one ? ascending("facts." + placedBy.get(0), "record") : ascending("record");
    }

    /** The organisation that a record is told under: the first that places it in the scope. */
    private static String whose(List<String> placing, @Nullable Set<String> places) {
        return placing.stream()
                .filter(place -> places == null || places.contains(place))
                .findFirst()
                .orElse("");
    }

    private Change change(
            FigureQuestion question, Map<String, Object> now, FigureQuestion before, Map<String, Object> then) {
        List<String> added = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        now.forEach((record, value) -> {
            Object earlier = then.get(record);
            if (earlier == null) {
                added.add(record);
            } else if (!earlier.equals(value)) {
                changed.add(record);
            }
        });
        then.keySet().stream().filter(record -> !now.containsKey(record)).forEach(gone::add);
        return new Change(
                some(question, question, added, true), some(before, question, gone, false),
                some(question, question, changed, true));
    }

    /**
     * Some of the records.
     *
     * @param there where they are found
     * @param turning where it is asked with which step they came, or went
     */
    private Some some(FigureQuestion there, FigureQuestion turning, List<String> records, boolean came) {
        List<String> first = records.stream().limit(MOST_CHANGED).toList();
        Counting counting = new Counting(turning, groups.places(turning).orElse(null));
        List<Counted> shown = new ArrayList<>();
        if (!first.isEmpty()) {
            Bson which = and(
                    in("record", first), SpanCollection.at(there.point().knownAt(), there.effectiveOn()));
            for (Span span : groups.spans(there).find(which, ascending("record"), first.size())) {
                List<Entry> entries = entries(turning, span);
                shown.add(came
                        ? counted(there, span, entries, counting)
                        : counted(there, span, value(there, view(there), span, () -> entries(there, span)),
                                ended(counting, turning, span.record(), entries)));
            }
        }
        return new Some(records.size(), List.copyOf(shown));
    }

    /** With which step a record went; not told where it has left the circle of whoever asks. */
    private static Counting.Turn ended(
            Counting counting, FigureQuestion turning, String record, List<Entry> entries) {
        FeatureView<?> view = view(turning);
        return isRead(turning, view, entries) ? counting.ended(view, record, entries) : Counting.Turn.UNTOLD;
    }

    private static <S> boolean isRead(FigureQuestion question, FeatureView<S> view, List<Entry> entries) {
        return question.readable().isEmpty()
                || question.circle().permits(
                        view,
                        Named.of(view, RecordStreams.timeline(view.type(), entries)).organisations());
    }

    /** The records behind a figure and what it is of, in the order of their ids; one more than can be compared at most. */
    private Map<String, Object> values(FigureQuestion question) {
        String of = question.asked().of();
        List<String> read = of == null ? List.of("record") : List.of("record", "facts." + of, Accumulated.EARLIER);
        List<Bson> pipeline = new ArrayList<>(groups.counted(question, List.of()));
        pipeline.add(Aggregates.limit(MOST_COMPARED + 1));
        pipeline.add(Aggregates.project(Projections.include(read)));
        Map<String, Object> values = new TreeMap<>();
        groups.spans(question)
                .aggregate(pipeline, found -> found)
                .forEach(span -> values.put(span.getString("record"), value(of, span)));
        return values;
    }

    private static Object value(@Nullable String of, Document span) {
        Object value = of == null ? null : span.get("facts", new Document()).get(of);
        return value == null ? NO_VALUE : Accumulated.less(SpanCollection.fact(value), FigureGroups.earlier(span));
    }

    /** A record that counts, with the step by which it came to. */
    private Counted counted(FigureQuestion question, Span span, List<Entry> entries, Counting counting) {
        return counted(question, span, value(question, view(question), span, () -> entries),
                counting.began(view(question), span.record(), entries));
    }

    private static Counted counted(
            FigureQuestion question, Span span, @Nullable Object value, Counting.Turn turn) {
        return new Counted(span.record(), title(view(question), span.facts()), value, turn.since(), turn.step());
    }

    private static <S> @Nullable Object value(
            FigureQuestion question, FeatureView<S> view, Span span, Supplier<List<Entry>> entries) {
        return Accumulated.value(
                question, view, span.facts(), () -> RecordStreams.timeline(view.type(), entries.get()));
    }

    /** Those of the facts by which people know a record that it has, in order. */
    static Map<String, Object> title(FeatureView<?> view, Facts facts) {
        Map<String, Object> title = new LinkedHashMap<>();
        view.titledBy().forEach(fact -> facts.get(fact).ifPresent(value -> title.put(fact, value)));
        return Collections.unmodifiableMap(title);
    }

    private List<Entry> entries(FigureQuestion question, Span span) {
        return streams.entries(
                view(question).type(), span.record(), question.point().knownAt());
    }

    private static FeatureView<?> view(FigureQuestion question) {
        return question.figure().view();
    }
}
