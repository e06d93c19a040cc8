package org.coordinationledger.view.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.NumberedDocument;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.register.Entry.Bearer;
import org.coordinationledger.view.register.NumberSeries.Gap;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.vocabulary.DocumentNumber;
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
    public record Asked(String issuer, @Nullable String kind, @Nullable LocalDate from, @Nullable LocalDate to) {}

    private record Run(String kind, String period) {}

    private record Borne(NumberedDocument declared, String resource, Span span) {

        String number() {
            return text(declared.number()).orElseThrow();
        }

        LocalDate date() {
            return LocalDate.parse(text(declared.date()).orElseThrow());
        }

        Run run(OrganisationState issuer) {
            String kind = declared.kindFact() == null
                    ? Objects.requireNonNull(declared.kind())
                    : text(declared.kindFact()).orElseThrow();
            boolean byTerm = declared.series() != null
                    && text(declared.series()).filter(Series.PARTY_TERM.name()::equals).isPresent();
            String year = Integer.toString(date().getYear());
            String period = byTerm
                    ? issuer.termOn(date()).map(term -> term.name().value()).orElse(year)
                    : year;
            return new Run(kind, period);
        }

        private Optional<String> text(String fact) {
            return span.facts().get(fact).map(String.class::cast);
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
            for (NumberedDocument declared : view.documents()) {
                if (declared.kind() != null && asked.kind() != null && !declared.kind().equals(asked.kind())) {
                    continue;
                }
                List<Span> found = generations
                        .spans(point.generation(), view.type())
                        .find(
                                and(conditions(declared, asked, point, effectiveOn)),
                                ascending("record"),
                                left + 1);
                if (found.size() > left) {
                    return Optional.empty();
                }
                left -= found.size();
                for (Span span : found) {
                    Borne borne = new Borne(declared, view.resource(), span);
                    runs.computeIfAbsent(borne.run(issuer), r -> new ArrayList<>()).add(borne);
                }
            }
        }
        return Optional.of(runs.entrySet().stream()
                .map(run -> series(run.getKey(), run.getValue()))
                .toList());
    }

    /** The kinds of documents that registers can hold. */
    public List<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        for (FeatureView<?> view : views.all()) {
            for (NumberedDocument declared : view.documents()) {
                if (declared.kindFact() == null) {
                    kinds.add(Objects.requireNonNull(declared.kind()));
                } else {
                    kinds.addAll(view.fact(declared.kindFact()).orElseThrow().codes());
                }
            }
        }
        return List.copyOf(kinds);
    }

    private static List<Bson> conditions(
            NumberedDocument declared, Asked asked, ReadPoint point, LocalDate effectiveOn) {
        List<Bson> all = new ArrayList<>(List.of(
                eq("facts." + declared.issuer(), asked.issuer()),
                exists("facts." + declared.number()),
                SpanCollection.at(point.knownAt(), effectiveOn)));
        if (asked.from() != null) {
            all.add(gte("facts." + declared.date(), asked.from().toString()));
        }
        if (asked.to() != null) {
            all.add(lte("facts." + declared.date(), asked.to().toString()));
        }
        if (asked.kind() != null && declared.kindFact() != null) {
            all.add(eq("facts." + declared.kindFact(), asked.kind()));
        }
        return all;
    }

    private static NumberSeries series(Run run, List<Borne> documents) {
        Map<String, List<Borne>> byNumber = documents.stream()
                .collect(Collectors.groupingBy(
                        borne -> new DocumentNumber(borne.number()).compared(), LinkedHashMap::new, Collectors.toList()));
        List<Entry> entries = byNumber.values().stream()
                .map(Registers::entry)
                .sorted(Comparator.comparing(
                                Entry::ordinal, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(Entry::number))
                .toList();
        return new NumberSeries(run.kind(), run.period(), entries, missing(entries));
    }

    private static Entry entry(List<Borne> bearers) {
        List<LocalDate> dates = bearers.stream().map(Borne::date).distinct().sorted().toList();
        boolean several = bearers.size() > 1 && bearers.stream().anyMatch(b -> !b.declared().shared());
        String number = bearers.get(0).number();
        return new Entry(
                number,
                ordinal(number),
                dates,
                bearers.stream().map(b -> new Bearer(b.resource(), b.span().record())).toList(),
                several || dates.size() > 1);
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
