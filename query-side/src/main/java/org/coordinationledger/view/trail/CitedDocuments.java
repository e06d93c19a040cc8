package org.coordinationledger.view.trail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.vocabulary.BasisDocumentId;

/** Documents that the steps of one record cite, each as known when the step was recorded and as known now. */
final class CitedDocuments {

    private static final int MOST_BESIDES = 8;

    private final RecordStreams streams;
    private final Generations generations;
    private final ReadPoint point;
    private final Recordings recordings;
    private final Map<BasisDocumentId, Timeline<?, BasisDocumentState>> known = new HashMap<>();

    CitedDocuments(
            RecordStreams streams, Generations generations, ReadPoint point, Recordings recordings) {
        this.streams = streams;
        this.generations = generations;
        this.point = point;
        this.recordings = recordings;
    }

    private Timeline<?, BasisDocumentState> timeline(BasisDocumentId id) {
        return known.computeIfAbsent(
                id, i -> streams.timeline(BasisDocumentState.TYPE, i.value(), point.knownAt()));
    }

    private Optional<BasisDocumentState> then(BasisDocumentId id, Act act) {
        return timeline(id).knownAt(recordings.knownAt(act)).on(act.day());
    }

    /** The documents that an act cites. */
    List<Trail.CitedBasis> citedBy(Act act) {
        return act.event().bases().stream().map(id -> cited(id, act)).toList();
    }

    private Trail.CitedBasis cited(BasisDocumentId id, Act act) {
        Optional<BasisDocumentState> then = then(id, act);
        Optional<BasisDocumentState> now = timeline(id).on(act.day());
        boolean wasInForce = then.filter(BasisDocumentState::inForce).isPresent();
        boolean isInForce = now.filter(BasisDocumentState::inForce).isPresent();
        return then.or(() -> now)
                .map(document -> new Trail.CitedBasis(
                        id.value(), document.number().value(), document.kind().name(), document.issuer().value(),
                        document.issuedOn(), wasInForce, isInForce))
                .orElseGet(() -> new Trail.CitedBasis(id.value(), null, null, null, null, false, false));
    }

    /**
     * The numbers of documents that apply with those that an act cites, as known when it was recorded: what a cited one
     * carries out, and what carries a cited one out, if it is the organisation's own or applies to it by name.
     */
    List<String> applyingBesides(Act act) {
        List<BasisDocumentId> cited = act.event().bases();
        if (cited.isEmpty()) {
            return List.of();
        }
        Stream<BasisDocumentId> carriedOut = cited.stream()
                .flatMap(id -> then(id, act).stream())
                .flatMap(document -> document.carriesOut().stream())
                .filter(id -> then(id, act).filter(BasisDocumentState::inForce).isPresent());
        String organisation = act.actor().organisation().value();
        Stream<BasisDocumentId> carryingOut = generations
                .spans(point.generation(), BasisDocumentState.TYPE)
                .find(
                        and(
                                in("facts." + FeatureView.BASES, cited.stream().map(BasisDocumentId::value).toList()),
                                eq("facts." + FeatureView.OPEN, true),
                                or(eq("facts.issuer", organisation), eq("facts.appliesTo", organisation)),
                                SpanCollection.at(recordings.knownAt(act), act.day())),
                        ascending("record"),
                        MOST_BESIDES)
                .stream()
                .map(span -> new BasisDocumentId(span.record()));
        return Stream.concat(carriedOut, carryingOut)
                .filter(id -> !cited.contains(id))
                .distinct()
                .flatMap(id -> then(id, act).stream())
                .map(document -> document.number().value())
                .toList();
    }
}
