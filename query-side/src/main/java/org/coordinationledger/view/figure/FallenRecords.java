package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.FigureReason.CountingStep;
import org.coordinationledger.view.figure.FigureReason.Fallen;
import org.coordinationledger.view.figure.FigureReason.FallenOut;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.span.Named;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.view.store.StepCollection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that do not count for a figure because something was voided: a step of their own, or one of the
 * organisations that place them, such as its registration, so that nobody knows any more that it lies in the scope.
 */
final class FallenRecords {

    /** So many voided steps of the figure's records are looked at: the last ones. */
    static final int MOST_VOIDS = 100;

    /** So many of organisations: for each of them the tree is made as it was before and after. */
    static final int MOST_VOIDS_OF_ORGANISATIONS = 20;

    /** So many records of organisations that fell out are looked at. */
    static final int MOST_LOOKED = 1_000;

    private static final String VOIDED = Catalogue.of(Amendment.Voided.class).orElseThrow().name();

    private final FigureGroups groups;
    private final Generations generations;
    private final RecordStreams streams;

    FallenRecords(FigureGroups groups, Generations generations, RecordStreams streams) {
        this.groups = groups;
        this.generations = generations;
        this.streams = streams;
    }

    /** Those among the records that whoever asks may read. */
    FallenOut of(FigureQuestion question) {
        Set<String> places = groups.places(question).orElse(null);
        List<LedgerStep> voided = places == null || question.asked().placing() == Figure.Placing.IS_SCOPE
                ? List.of()
                : voids(question, OrganisationState.TYPE, MOST_VOIDS_OF_ORGANISATIONS);
        Map<String, LedgerStep> lost = places == null ? Map.of() : lost(question, places, voided);
        List<LedgerStep> own = voids(question, question.figure().view().type(), MOST_VOIDS);
        List<Fallen> fallen = new ArrayList<>(ofOwnVoids(question, question.figure().view(), places, lost, own));
        boolean all = voided.size() < MOST_VOIDS_OF_ORGANISATIONS && own.size() < MOST_VOIDS;
        if (places != null && !lost.isEmpty()) {
            List<Span> placed = placedBy(question, lost.keySet());
            all &= placed.size() < MOST_LOOKED;
            placed.stream()
                    .flatMap(span -> ofLost(question, span, places, lost).stream())
                    .forEach(fallen::add);
        }
        return new FallenOut(
                fallen.size(), fallen.subList(0, Math.min(FigureReasons.MOST_CHANGED, fallen.size())), all);
    }

    private List<LedgerStep> voids(FigureQuestion question, RecordType<?, ?> type, int most) {
        ReadPoint point = question.point();
        return generations.steps(point.generation()).find(
                and(
                        StepCollection.between(0, point.knownAt()),
                        StepCollection.ofEvents(List.of(VOIDED)),
                        StepCollection.ofKinds(List.of(type.name()))),
                most);
    }

    /** The organisations that no longer place a record, each with the voiding that made it so. */
    private Map<String, LedgerStep> lost(FigureQuestion question, Set<String> places, List<LedgerStep> voided) {
        Map<String, LedgerStep> lost = new LinkedHashMap<>();
        for (LedgerStep step : voided) {
            Set<String> before = reach(question, step.position() - 1);
            before.removeAll(reach(question, step.position()));
            before.removeAll(places);
            before.forEach(organisation -> lost.putIfAbsent(organisation, step));
        }
        return lost;
    }

    /** The organisations that placed a record, as known at a position; not only those that may still be read about. */
    private Set<String> reach(FigureQuestion question, long position) {
        OrganisationTree tree =
                groups.tree(question.at(new ReadPoint(question.point().generation(), position)));
        String scope = question.scope();
        if (scope == null) {
            return new HashSet<>(tree.circle(question.readable().orElseThrow()));
        }
        return new HashSet<>(switch (question.asked().placing()) {
            case WITHIN_SCOPE -> tree.within(scope);
            case APPLIES_TO_SCOPE -> tree.aboveAndItself(scope);
            case IS_SCOPE -> Set.of(scope);
        });
    }

    private <S> List<Fallen> ofOwnVoids(
            FigureQuestion question,
            FeatureView<S> view,
            @Nullable Set<String> places,
            Map<String, LedgerStep> lost,
            List<LedgerStep> own) {
        Counting counting = new Counting(question, places == null ? null : union(places, lost.keySet()));
        List<Fallen> fallen = new ArrayList<>();
        for (String record : own.stream().map(LedgerStep::record).distinct().sorted().toList()) {
            List<Entry> entries = streams.entries(view.type(), record, question.point().knownAt());
            CountingStep step = counting.ended(view, record, entries).step();
            if (step != null && step.event().equals(VOIDED) && isRead(question, view, entries)) {
                Timeline<?, S> before =
                        RecordStreams.timeline(view.type(), entries.subList(0, Math.toIntExact(step.sequence())));
                before.on(question.effectiveOn())
                        .map(state -> view.factsOf(state, List.of()))
                        .ifPresent(facts -> fallen.add(
                                fallen(question, record, facts, Accumulated.value(question, view, facts, () -> before),
                                        view.resource(), record, step)));
            }
        }
        return fallen;
    }

    private static <S> boolean isRead(FigureQuestion question, FeatureView<S> view, List<Entry> entries) {
        return question.readable().isEmpty()
                || question.circle().permits(
                        view, Named.of(view, RecordStreams.timeline(view.type(), entries)).organisations());
    }

    private List<Span> placedBy(FigureQuestion question, Collection<String> organisations) {
        List<String> placing = question.asked().placedBy();
        List<Bson> conditions = new ArrayList<>(FigureGroups.conditionsWherever(question));
        conditions.add(placing.isEmpty()
                ? in("record", organisations)
                : or(placing.stream().map(fact -> in("facts." + fact, organisations)).toList()));
        conditions.add(SpanCollection.at(question.point().knownAt(), question.effectiveOn()));
        return groups.spans(question).find(and(conditions), ascending("record"), MOST_LOOKED);
    }

    private Optional<Fallen> ofLost(
            FigureQuestion question, Span span, Set<String> places, Map<String, LedgerStep> lost) {
        List<String> placing = Counting.placesOf(question.asked(), span.record(), span.facts());
        FeatureView<?> view = question.figure().view();
        boolean counts = placing.stream().anyMatch(places::contains);
        if (counts || !question.circle().permits(view, span.named().organisations())) {
            return Optional.empty();
        }
        return placing.stream()
                .flatMap(organisation -> Optional.ofNullable(lost.get(organisation)).stream())
                .findFirst()
                .map(by -> fallen(
                        question, span.record(), span.facts(), value(question, view, span),
                        OrganisationState.TYPE.resource(), by.record(),
                        new CountingStep(
                                by.sequence(), by.position(), by.recordedAt(), by.event(), by.effectiveOn())));
    }

    private <S> @Nullable Object value(FigureQuestion question, FeatureView<S> view, Span span) {
        return Accumulated.value(question, view, span.facts(), () -> RecordStreams.timeline(
                view.type(), streams.entries(view.type(), span.record(), question.point().knownAt())));
    }

    private static Fallen fallen(
            FigureQuestion question,
            String record,
            Facts facts,
            @Nullable Object value,
            String resource,
            String by,
            CountingStep step) {
        return new Fallen(
                record, FigureReasons.title(question.figure().view(), facts), value, resource, by, step);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
