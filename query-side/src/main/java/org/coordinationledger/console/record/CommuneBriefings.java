package org.coordinationledger.console.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.briefing.event.BriefingEvent.Passed;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.view.BriefingView;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * The briefings given to the cells of one commune within a period. A briefing goes to more cells than facts of lists hold,
 * so the briefings of the posts that cover the commune are found by the days on which something about their deliveries
 * changed, and then read whole.
 */
final class CommuneBriefings {

    /** More briefings of a period are not looked through. */
    static final int MOST_BRIEFINGS = 500;

    private static final int MOST_ORGANISATIONS = 1_000;

    /** Some spans of a record begin in the same period. */
    private static final int MOST_SPANS = 4 * MOST_BRIEFINGS;

    private final Generations generations;
    private final RecordStreams streams;

    CommuneBriefings(Generations generations, RecordStreams streams) {
        this.generations = generations;
        this.streams = streams;
    }

    /**
     * A briefing that was given to a cell.
     *
     * @param passed the actor who recorded that the text given had passed, the step of it counted from 1, and its day; null
     *     where that step is not known any more
     */
    record Given(String briefing, BriefingState.Delivery delivery, String subject, String post, @Nullable Pass passed) {}

    /** How a text passed. */
    record Pass(Actor by, long step, LocalDate on) {}

    /**
     * What was found.
     *
     * @param all in the order of their days, the last first
     * @param whole false if there were more briefings than are looked through
     */
    record Found(List<Given> all, boolean whole) {}

    /** Those given from the first day to the last, that somebody may read, as known at a point. */
    Found between(String commune, LocalDate first, LocalDate last, ReadingCircle circle, ReadPoint point) {
        List<Span> cells = organisations(point, eq(fact(OrganisationView.PARTY_SUPERIOR), commune));
        Set<String> posts = organisations(point, eq(fact(OrganisationView.COVERS), commune)).stream()
                .map(Span::record)
                .collect(Collectors.toSet());
        List<Span> changed = posts.isEmpty() || cells.isEmpty()
                ? List.of()
                : changed(posts, first, last, circle, point);
        Set<String> briefings = new LinkedHashSet<>();
        changed.forEach(span -> briefings.add(span.record()));
        List<Given> all = new ArrayList<>();
        briefings.stream().limit(MOST_BRIEFINGS).forEach(id -> add(id, cells, first, last, point, all));
        all.sort(Comparator.comparing((Given given) -> given.delivery().on()).reversed()
                .thenComparing(Given::briefing));
        return new Found(List.copyOf(all), briefings.size() <= MOST_BRIEFINGS && changed.size() < MOST_SPANS);
    }

    private List<Span> organisations(ReadPoint point, Bson condition) {
        return generations
                .spans(point.generation(), OrganisationState.TYPE)
                .find(and(condition, SpanCollection.knownAt(point.knownAt())), orderBy(descending("effFrom", "_id")),
                        MOST_ORGANISATIONS);
    }

    /** A delivery is a change of its briefing, so that a span begins on its day. */
    private List<Span> changed(
            Set<String> posts, LocalDate first, LocalDate last, ReadingCircle circle, ReadPoint point) {
        List<Bson> conditions = new ArrayList<>(List.of(
                in(fact(BriefingView.POST), posts),
                eq(fact(BriefingView.DELIVERED), true),
                gte("effFrom", first.toString()),
                lte("effFrom", last.toString()),
                SpanCollection.knownAt(point.knownAt())));
        circle.condition(BriefingView.VIEW).ifPresent(conditions::add);
        return generations
                .spans(point.generation(), BriefingState.TYPE)
                .find(and(conditions), orderBy(descending("effFrom", "_id")), MOST_SPANS);
    }

    private static String fact(String name) {
        return "facts." + name;
    }

    private void add(
            String id, List<Span> cells, LocalDate first, LocalDate last, ReadPoint point, List<Given> all) {
        Timeline<?, BriefingState> timeline =
                streams.timeline(BriefingState.TYPE, RecordId.checked(id), point.knownAt());
        BriefingState state = timeline.on(last).orElse(null);
        if (state == null) {
            return;
        }
        for (BriefingState.Delivery delivery : state.deliveries()) {
            boolean there = cells.stream()
                    .filter(cell -> cell.record().equals(delivery.cell().value()))
                    .anyMatch(cell -> !delivery.on().isBefore(cell.effFrom()) && delivery.on().isBefore(cell.effTo()));
            if (there && !delivery.on().isBefore(first) && !delivery.on().isAfter(last)) {
                all.add(new Given(
                        id, delivery, state.subject().value(), state.post().value(), passed(timeline, delivery.revision())));
            }
        }
    }

    /** The last step that counts by which a revision passed. */
    private static @Nullable Pass passed(Timeline<?, ?> timeline, int revision) {
        Pass found = null;
        for (Step<?> step : timeline.steps()) {
            boolean voided = timeline.amendmentOf(step.sequence())
                    .map(by -> timeline.steps().get(Math.toIntExact(by)).event() instanceof Amendment.Voided)
                    .orElse(false);
            if (step.event() instanceof Passed
                    && !voided
                    && timeline.contentAt(step.sequence()) instanceof Passed passed
                    && passed.revision() == revision) {
                found = new Pass(step.actor(), step.sequence() + 1, passed.effectiveOn());
            }
        }
        return found;
    }
}
