package org.coordinationledger.view.api;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.list.Cursor;
import org.coordinationledger.view.list.Page;
import org.coordinationledger.view.list.SpanLists;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Span;
import org.jspecify.annotations.Nullable;

/**
 * Understands what list is asked for, so that its pages and its file are of the same records: of those alone that the actor
 * may read.
 */
public final class ListReads {

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final FigureReads figures;
    private final SpanLists lists;
    private final ReadingCircles circles;
    private final InstantSource clock;

    ListReads(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            FigureReads figures,
            SpanLists lists,
            ReadingCircles circles,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.figures = figures;
        this.lists = lists;
        this.circles = circles;
        this.clock = clock;
    }

    /**
     * A list at one pair of times.
     *
     * @param conditions what must be so, for each feature that is listed
     * @param mixed whether it is a list of several features, however many are left of them
     */
    public record Asked(
            SpanLists lists,
            ReadQuery query,
            ReadPoint point,
            LocalDate effectiveOn,
            Map<FeatureView<?>, Bson> conditions,
            boolean mixed) {

        /** The page that was asked for. */
        public Page page() {
            return page(query.cursorOrNull(), query.limit());
        }

        Page page(@Nullable Cursor after, int limit) {
            if (mixed) {
                return lists.ofFeatures(conditions, point, effectiveOn, query.asked(), after, limit);
            }
            Map.Entry<FeatureView<?>, Bson> only = conditions.entrySet().iterator().next();
            return lists.ofFeature(
                    only.getKey(), point, effectiveOn, List.of(only.getValue()), query.asked(), after, limit);
        }

        /** How many records all pages have, counted no further than {@code most}. */
        public int count(int most) {
            return lists.count(conditions, point, effectiveOn, most);
        }
    }

    /** @param paged whether a page can be asked for */
    public Asked ofResource(Actor actor, String resource, HttpServletRequest request, boolean paged) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, paged, Filters.parameters(view));
        List<Bson> conditions = new ArrayList<>(Filters.conditions(view, query.filters()));
        ReadPoint point = point(query);
        circles.of(actor).condition(view).ifPresent(conditions::add);
        return one(view, conditions, query, point, query.effectiveOn());
    }

    /** The records behind a figure. */
    public Asked behindFigure(Actor actor, String name, HttpServletRequest request, boolean paged) {
        FeatureFigure figure = figures.figure(name);
        List<String> parameters = new ArrayList<>(Filters.parameters(figure.view()));
        parameters.addAll(FigureParameters.whichRecords(figure));
        ReadQuery query = ReadQuery.of(request, clock, paged, parameters);
        List<Bson> conditions = new ArrayList<>(Filters.conditions(figure.view(), query.filters()));
        FigureQuestion question = figures.question(actor, figure, query);
        conditions.addAll(figures.conditions(question));
        return one(figure.view(), conditions, query, question.point(), question.effectiveOn());
    }

    /** What is unfinished and names an organisation: what its dissolution leaves open. */
    public Asked leftOpen(Actor actor, String organisation, HttpServletRequest request, boolean paged) {
        return about(actor, OrganisationState.TYPE, organisation, unfinished(organisation), request, paged);
    }

    /** The same without a request: the first ones, at most so many. */
    public List<Span> leftOpen(Actor actor, String organisation, ReadPoint point, LocalDate effectiveOn, int most) {
        return lists.ofFeatures(readable(actor, unfinished(organisation)), point, effectiveOn, "", null, most)
                .items();
    }

    /** The first records of a kind that hold on a day and for which a condition holds, at most so many. */
    public List<Span> holding(
            Actor actor, RecordType<?, ?> type, Bson condition, ReadPoint point, LocalDate effectiveOn, int most) {
        FeatureView<?> view = views.ofType(type.name()).orElseThrow();
        List<Bson> readable = List.copyOf(readable(actor, Map.of(view, condition)).values());
        return lists.ofFeature(view, point, effectiveOn, readable, "", null, most).items();
    }

    private Map<FeatureView<?>, Bson> unfinished(String organisation) {
        Map<FeatureView<?>, Bson> naming = new LinkedHashMap<>();
        for (FeatureView<?> view : views.all()) {
            List<Bson> byFact = view.organisationFacts().stream()
                    .map(fact -> eq("facts." + fact, organisation))
                    .toList();
            if (!byFact.isEmpty()) {
                naming.put(view, and(eq("facts." + FeatureView.UNFINISHED, true), or(byFact)));
            }
        }
        return naming;
    }

    /** What rests on a document. */
    public Asked citedBy(Actor actor, String document, HttpServletRequest request, boolean paged) {
        Map<FeatureView<?>, Bson> citing = new LinkedHashMap<>();
        views.all().forEach(view -> citing.put(view, eq("facts." + FeatureView.BASES, document)));
        return about(actor, BasisDocumentState.TYPE, document, citing, request, paged);
    }

    private Asked about(
            Actor actor,
            RecordType<?, ?> type,
            String id,
            Map<FeatureView<?>, Bson> conditions,
            HttpServletRequest request,
            boolean paged) {
        ReadQuery query = ReadQuery.of(request, clock, paged, List.of());
        ReadPoint point = point(query);
        records.entries(actor, views.ofType(type.name()).orElseThrow(), id, point);
        return new Asked(lists, query, point, query.effectiveOn(), readable(actor, conditions), true);
    }

    /** The same within what somebody may read. */
    private Map<FeatureView<?>, Bson> readable(Actor actor, Map<FeatureView<?>, Bson> conditions) {
        ReadingCircle circle = circles.of(actor);
        Map<FeatureView<?>, Bson> readable = new LinkedHashMap<>();
        conditions.forEach((view, condition) -> readable.put(
                view, circle.condition(view).map(circled -> and(condition, circled)).orElse(condition)));
        return readable;
    }

    private Asked one(
            FeatureView<?> view, List<Bson> conditions, ReadQuery query, ReadPoint point, LocalDate effectiveOn) {
        Bson all = conditions.isEmpty() ? empty() : and(conditions);
        return new Asked(lists, query, point, effectiveOn, Map.of(view, all), false);
    }

    private ReadPoint point(ReadQuery query) {
        query.effectiveOn();
        return points.at(query.knownOn(), query.waitForPosition());
    }
}
