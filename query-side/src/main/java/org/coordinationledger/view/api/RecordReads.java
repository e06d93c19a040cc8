package org.coordinationledger.view.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.vocabulary.RecordId;

/** Finds records for the addresses that name them. */
public final class RecordReads {

    private final FeatureViews views;
    private final RecordStreams streams;

    RecordReads(FeatureViews views, RecordStreams streams) {
        this.views = views;
        this.streams = streams;
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
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there are none
     */
    public List<Entry> entries(FeatureView<?> view, String id, ReadPoint point) {
        List<Entry> entries = streams.entries(view.type(), RecordId.checked(id), point.knownAt());
        if (entries.isEmpty()) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(view.resource(), id));
        }
        return entries;
    }

    /** @throws RejectedException with {@link ServiceRejection.UnknownRecord} if nothing of such a record is known */
    void requireKnown(FeatureView<?> view, String id, ReadPoint point) {
        if (!streams.longerThan(view.type(), RecordId.checked(id), 0, point.knownAt())) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(view.resource(), id));
        }
    }

    /**
     * A record as known at a point, of a day.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} or {@link ReadRejection.NotEffective}
     */
    public OnDay on(FeatureView<?> view, String id, ReadPoint point, LocalDate effectiveOn) {
        Timeline<?, ?> timeline = streams.timeline(view.type(), RecordId.checked(id), point.knownAt());
        if (timeline.isEmpty()) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(view.resource(), id));
        }
        Phase<?> phase = timeline.phaseOn(effectiveOn).orElse(null);
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
