package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.jspecify.annotations.Nullable;

/** Finds the organisations that a figure is broken down by, as they were at its pair of times. */
final class OrganisationsBelow {

    private final Generations generations;

    /** An organisation as it was. */
    record Found(String id, String name, String kind, boolean standing) {}

    OrganisationsBelow(Generations generations) {
        this.generations = generations;
    }

    /**
     * Those directly below the scope of a question, or with a kind all of that kind anywhere below it; without a scope
     * those of the circle that stand under no other of it, or all of the kind. Only those that the question may be about,
     * in no order.
     */
    List<Found> of(FigureQuestion question, OrganisationTree tree, Direction by, @Nullable OrganisationKind kind) {
        return below(question, tree, by, kind).stream()
                .filter(found -> question.mayBeAbout(found.id()))
                .toList();
    }

    private List<Found> below(
            FigureQuestion question, OrganisationTree tree, Direction by, @Nullable OrganisationKind kind) {
        String scope = question.scope();
        if (scope == null) {
            return read(question, kind == null ? highest(question, tree) : ofKind(kind));
        }
        if (kind == null) {
            Set<String> direct = switch (by) {
                case PARTY -> tree.directlyUnder(scope, Line.PARTY);
                case COMMAND -> tree.directlyUnder(scope, Line.COMMAND);
                case TERRITORY -> covered(question, Set.of(scope));
            };
            return direct.isEmpty() ? List.of() : read(question, in("record", direct));
        }
        Set<String> below = new HashSet<>();
        switch (by) {
            case PARTY -> below.addAll(tree.within(scope, Line.PARTY));
            case COMMAND -> below.addAll(tree.within(scope, Line.COMMAND));
            case TERRITORY -> covered(question, tree.within(scope))
                    .forEach(commune -> below.addAll(tree.within(commune, Line.PARTY)));
        }
        below.remove(scope);
        return read(question, ofKind(kind)).stream()
                .filter(found -> below.contains(found.id()))
                .toList();
    }

    private static Bson highest(FigureQuestion question, OrganisationTree tree) {
        return question.readable()
                .map(readable -> in("record", tree.highest(readable.stream()
                        .filter(question::mayBeAbout)
                        .collect(Collectors.toSet()))))
                .orElseGet(() -> and(
                        exists("facts." + OrganisationView.PARTY_SUPERIOR, false),
                        exists("facts." + OrganisationView.COMMAND_SUPERIOR, false)));
    }

    private static Bson ofKind(OrganisationKind kind) {
        return eq("facts." + OrganisationView.KIND, kind.name());
    }

    /** The communes that some organisations cover. */
    private Set<String> covered(FigureQuestion question, Set<String> by) {
        Set<String> communes = new HashSet<>();
        read(question, exists("facts." + OrganisationView.COVERS), OrganisationView.COVERS).forEach(span -> {
            if (by.contains(span.getString("record"))) {
                communes.addAll(facts(span).getList(OrganisationView.COVERS, String.class, List.of()));
            }
        });
        return communes;
    }

    private List<Found> read(FigureQuestion question, Bson which) {
        List<Document> spans =
                read(question, which, OrganisationView.NAME, OrganisationView.KIND, FeatureView.OPEN);
        return spans.stream()
                .map(span -> new Found(
                        span.getString("record"),
                        Objects.requireNonNullElse(facts(span).getString(OrganisationView.NAME), ""),
                        facts(span).getString(OrganisationView.KIND),
                        facts(span).getBoolean(FeatureView.OPEN, false)))
                .toList();
    }

    private List<Document> read(FigureQuestion question, Bson which, String... facts) {
        List<String> shown = new ArrayList<>(List.of("record"));
        for (String fact : facts) {
            shown.add("facts." + fact);
        }
        return generations
                .spans(question.point().generation(), OrganisationState.TYPE)
                .aggregate(
                        List.of(
                                Aggregates.match(and(
                                        which,
                                        SpanCollection.at(question.point().knownAt(), question.effectiveOn()))),
                                Aggregates.project(Projections.include(shown))),
                        found -> found);
    }

    private static Document facts(Document span) {
        return span.get("facts", new Document());
    }
}
