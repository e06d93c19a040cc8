package org.coordinationledger.view.api;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.vocabulary.TextDigest;

/** Finds texts for those who may read a record that names them. */
public final class TextReads {

    static final String TEXTS = "texts";

    private final FeatureViews views;
    private final ReadPoints points;
    private final Generations generations;
    private final TextStore texts;
    private final ReadingCircles circles;
    private final ReadRefusals refusals;

    TextReads(
            FeatureViews views,
            ReadPoints points,
            Generations generations,
            TextStore texts,
            ReadingCircles circles,
            ReadRefusals refusals) {
        this.views = views;
        this.points = points;
        this.generations = generations;
        this.texts = texts;
        this.circles = circles;
        this.refusals = refusals;
    }

    /**
     * A text's bytes in UTF-8. Who reads everything need not wait for any view.
     *
     * @param waitFor a position that MUST have been reached before it is looked up which records name the text; -1 for none
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there is no such text, or none that the
     *     actor may read
     */
    public byte[] text(Actor actor, TextDigest digest, long waitFor) {
        Optional<byte[]> text = texts.find(digest);
        if (text.isEmpty()) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(TEXTS, digest.value()));
        }
        if (waitFor >= 0) {
            points.at(new KnownOn.Now(), waitFor);
        }
        ReadingCircle circle = circles.of(actor);
        if (circle != ReadingCircle.WHOLE && views.all().stream().noneMatch(view -> named(view, digest, circle))) {
            throw refusals.hidden(actor, TEXTS, digest.value());
        }
        return text.get();
    }

    private boolean named(FeatureView<?> view, TextDigest digest, ReadingCircle circle) {
        if (view.trail().texts().isEmpty()) {
            return false;
        }
        ReadPoint now = points.at(new KnownOn.Now(), -1);
        List<Bson> conditions = new ArrayList<>(List.of(
                eq(SpanCollection.TEXTS, digest.value()), SpanCollection.knownAt(now.knownAt())));
        circle.condition(view).ifPresent(conditions::add);
        return generations.spans(now.generation(), view.type()).count(and(conditions), 1) > 0;
    }
}
