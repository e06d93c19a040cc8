package org.coordinationledger.view.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.span.Named;
import org.coordinationledger.vocabulary.RecordId;

/** Finds records for the addresses that name them. Those that an actor may not read are as if they were not there. */
public final class RecordReads {

    private final FeatureViews views;
    private final RecordStreams streams;
    private final ReadingCircles circles;
    private final ReadRefusals refusals;

    RecordReads(FeatureViews views, RecordStreams streams, ReadingCircles circles, ReadRefusals refusals) {
        this.views = views;
        this.streams = streams;
        this.circles = circles;
        this.refusals = refusals;
    }

    /** A record as it was on a day. */
    public record OnDay(Timeline<?, ?> timeline, Phase<?> phase) {}

    /** @throws RejectedException with {@link ServiceRejection.UnknownResource} if there is no such feature */
    public FeatureView<?> view(String resource, HttpServletRequest request) {
        return views.ofResource(resource)
                .orElseThrow(() -> new RejectedException(
                        new ServiceRejection.UnknownResource(request.getRequestURI())));
    }

    /**
     * A record's entries up to where a request reads.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there are none that the actor may read
     */
    public List<Entry> entries(Actor actor, FeatureView<?> view, String id, ReadPoint point) {
        List<Entry> entries = streams.entries(view.type(), RecordId.checked(id), point.knownAt());
        if (entries.isEmpty()) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(view.resource(), id));
        }
        ReadingCircle circle = circles.of(actor);
        if (circle.named(view).isPresent()) {
            requirePermitted(actor, circle, view, id, entries);
        }
        return entries;
    }

    /**
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} if no such record is known, or none that the
     *     actor may read
     */
    void requireKnown(Actor actor, FeatureView<?> view, String id, ReadPoint point) {
        if (!streams.longerThan(view.type(), RecordId.checked(id), 0, point.knownAt())) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(view.resource(), id));
        }
        if (circles.of(actor).named(view).isPresent()) {
            entries(actor, view, id, point);
        }
    }

    private <S> void requirePermitted(
            Actor actor, ReadingCircle circle, FeatureView<S> view, String id, List<Entry> entries) {
        requirePermitted(actor, circle, view, id, RecordStreams.timeline(view.type(), entries));
    }

    private <S> void requirePermitted(
            Actor actor, ReadingCircle circle, FeatureView<S> view, String id, Timeline<?, S> timeline) {
        if (circle.named(view).isPresent()
                && !circle.permits(view, Named.of(view, timeline).organisations())) {
            throw refusals.hidden(actor, view.resource(), id);
        }
    }

    /**
     * A record as known at a point, of a day.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} or {@link ReadRejection.NotEffective}
     */
    public OnDay on(Actor actor, FeatureView<?> view, String id, ReadPoint point, LocalDate effectiveOn) {
        return onDay(actor, view, id, point, effectiveOn);
    }

    private <S> OnDay onDay(
            Actor actor, FeatureView<S> view, String id, ReadPoint point, LocalDate effectiveOn) {
        Timeline<?, S> timeline = streams.timeline(view.type(), RecordId.checked(id), point.knownAt());
        if (timeline.isEmpty()) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(view.resource(), id));
        }
        requirePermitted(actor, circles.of(actor), view, id, timeline);
        Phase<S> phase = timeline.phaseOn(effectiveOn).orElse(null);
        if (phase == null) {
            LocalDate firstDay = timeline.phases().isEmpty()
                    ? null
                    : timeline.phases().get(0).from();
            throw new RejectedException(
                    new ReadRejection.NotEffective(view.resource(), id, effectiveOn, firstDay));
        }
        return new OnDay(timeline, phase);
    }
}
