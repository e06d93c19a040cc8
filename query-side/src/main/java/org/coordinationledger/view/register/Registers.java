package org.coordinationledger.view.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.register.Entry.Bearer;
import org.coordinationledger.view.register.NumberSeries.Gap;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.jspecify.annotations.Nullable;

/** Reads the register of an issuer from the documents that records of all features bear. */
public final class Registers {

    /** No register is read with more documents than this. */
    public static final int MOST = 5_000;

    private static final Pattern ORDINAL = Pattern.compile("0*([0-9]{1,6})(?![0-9]).*");

    private final FeatureViews views;
    private final Generations generations;

    public Registers(FeatureViews views, Generations generations) {
        this.views = views;
        this.generations = generations;
    }

    /**
     * What of an issuer's register is asked for.
     *
     * @param kind one kind of documents, or null for all
     * @param from the earliest date of a document, or null
     * @param to the latest date of a document, or null
     */
    public record Asked(String issuer, @Nullable String kind, @Nullable LocalDate from, @Nullable LocalDate to) {

        boolean isFor(Paper paper) {
            return issuer.equals(paper.issuer().value())
                    && (kind == null || kind.equals(paper.kind()))
                    && (from == null || !paper.date().isBefore(from))
                    && (to == null || !paper.date().isAfter(to));
        }
    }

    private record Run(String kind, String period) {}

    /** A paper that a record bears. */
    private record Borne(Paper paper, String resource, String record) {

        String number() {
            return paper.number().value();
        }

        /** Numbers run in the issuer's term of office, where it had one and the document does not say otherwise. */
        Run run(OrganisationState issuer) {
            String year = Integer.toString(paper.date().getYear());
            String period = paper.byYear()
                    ? year
                    : issuer.termOn(paper.date()).map(term -> term.name().value()).orElse(year);
            return new Run(paper.kind(), period);
        }
    }

    /**
     * The series of numbers of an issuer, by kind and period.
     *
     * @param issuer its state on the day, for its terms of office
     * @param circle which has the issuer: numbers would seem to be missing to those who may not read all that bear one
     * @return empty if more than {@link #MOST} documents would have to be read
     */
    public Optional<List<NumberSeries>> read(
            Asked asked, OrganisationState issuer, ReadingCircle circle, ReadPoint point, LocalDate effectiveOn) {
        circle.require(asked.issuer());
        Map<Run, List<Borne>> runs = new TreeMap<>(Comparator.comparing(Run::kind).thenComparing(Run::period));
        int left = MOST;
        for (FeatureView<?> view : views.all()) {
            if (asked.kind() == null ? view.papers().isEmpty() : !view.papers().contains(asked.kind())) {
                continue;
            }
            List<Span> found = generations
                    .spans(point.generation(), view.type())
                    .find(condition(asked, point, effectiveOn), ascending("record"), left + 1);
            for (Span span : found) {
                for (Paper paper : span.papers()) {
                    if (asked.isFor(paper)) {
                        left--;
                        Borne borne = new Borne(paper, view.resource(), span.record());
                        runs.computeIfAbsent(borne.run(issuer), r -> new ArrayList<>()).add(borne);
                    }
                }
            }
            if (left < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(runs.entrySet().stream()
                .map(run -> series(run.getKey(), run.getValue()))
                .toList());
    }

    /** The kinds of documents that registers can hold. */
    public List<String> kinds() {
        return views.all().stream()
                .flatMap(view -> view.papers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Bson condition(Asked asked, ReadPoint point, LocalDate effectiveOn) {
        List<Bson> paper = new ArrayList<>(List.of(eq("issuer", asked.issuer())));
        if (asked.kind() != null) {
            paper.add(eq("kind", asked.kind()));
        }
        if (asked.from() != null) {
            paper.add(gte("date", asked.from().toString()));
        }
        if (asked.to() != null) {
            paper.add(lte("date", asked.to().toString()));
        }
        return and(
                eq(SpanCollection.PAPERS + ".issuer", asked.issuer()),
                elemMatch(SpanCollection.PAPERS, and(paper)),
                SpanCollection.at(point.knownAt(), effectiveOn));
    }

    private static NumberSeries series(Run run, List<Borne> documents) {
        Map<String, List<Borne>> byNumber = documents.stream()
                .collect(Collectors.groupingBy(
                        borne -> borne.paper().number().compared(), LinkedHashMap::new, Collectors.toList()));
        List<Entry> entries = byNumber.values().stream()
                .map(Registers::entry)
                .sorted(Comparator.comparing(
                                Entry::ordinal, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(Entry::number))
                .toList();
        return new NumberSeries(run.kind(), run.period(), entries, missing(entries));
    }

    private static Entry entry(List<Borne> borne) {
        List<LocalDate> dates = borne.stream().map(one -> one.paper().date()).distinct().sorted().toList();
        List<Bearer> bearers =
                borne.stream().map(one -> new Bearer(one.resource(), one.record())).distinct().toList();
        boolean several = bearers.size() > 1 && borne.stream().anyMatch(one -> !one.paper().shared());
        String number = borne.get(0).number();
        return new Entry(number, ordinal(number), dates, bearers, several || dates.size() > 1);
    }

    private static List<Gap> missing(List<Entry> entries) {
        List<Gap> gaps = new ArrayList<>();
        int next = 1;
        for (Entry entry : entries) {
            Integer ordinal = entry.ordinal();
            if (ordinal != null && ordinal >= next) {
                if (ordinal > next) {
                    gaps.add(new Gap(next, ordinal - 1));
                }
                next = ordinal + 1;
            }
        }
        return List.copyOf(gaps);
    }

    private static @Nullable Integer ordinal(String number) {
        Matcher matcher = ORDINAL.matcher(number);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
