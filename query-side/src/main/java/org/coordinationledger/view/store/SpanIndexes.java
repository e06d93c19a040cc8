package org.coordinationledger.view.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Figure.Placing;

/**
 * Which indexes spans need, derived from what features declare. For each feature, over its own spans alone:
 *
 * <ul>
 *   <li><b>figures</b>, over the spans that are as all figures ask, with the two times and all that is grouped by; a
 *       figure is computed from the index without a look at the spans, unless it groups by a list of organisations;
 *   <li><b>tree</b>, where a record's facts make the tree of organisations: as for figures, with the superiors;
 *   <li><b>list</b>: in the order of the feature's lists, with the two times and all codes and flags, so that a page is
 *       read in its order and only what is on it is fetched;
 *   <li><b>record</b>: one record's spans.
 * </ul>
 *
 * <p>And for each fact that names a record, over the spans that have it: what names it.
 */
final class SpanIndexes {

    private static final List<String> TIMES = List.of("recTo", "effTo", "recFrom", "effFrom");

    private SpanIndexes() {}

    static List<IndexModel> of(FeatureViews views) {
        List<IndexModel> indexes = new ArrayList<>();
        Set<String> naming = new TreeSet<>();
        for (FeatureView<?> view : views.all()) {
            String kind = view.type().name();
            figures(view).ifPresent(indexes::add);
            if (!view.treeFacts().isEmpty()) {
                indexes.add(of(kind, "tree", tree(view)));
            }
            indexes.add(of(kind, "list", list(view)));
            if (view.sortedBy() != null) {
                indexes.add(of(kind, "record", withTimes("record")));
            }
            view.facts().stream()
                    .filter(fact -> fact.kind() == FactKind.RECORD || fact.kind().namesOrganisations())
                    .forEach(fact -> naming.add(fact.name()));
        }
        for (String fact : naming) {
            indexes.add(new IndexModel(Indexes.ascending("facts." + fact), new IndexOptions().sparse(true)));
        }
        return indexes;
    }

    private static Optional<IndexModel> figures(FeatureView<?> view) {
        List<Figure> grouped = view.figures().stream()
                .filter(figure -> figure.placing() != Placing.IS_SCOPE)
                .toList();
        if (grouped.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> common = new TreeMap<>(grouped.get(0).where());
        grouped.forEach(figure -> common.entrySet().retainAll(figure.where().entrySet()));
        List<Bson> over = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        common.forEach((fact, value) -> {
            over.add(eq("facts." + fact, value));
            keys.add("facts." + fact);
        });
        Set<String> asked = new TreeSet<>(grouped.get(0).where().keySet());
        grouped.forEach(figure -> asked.retainAll(figure.where().keySet()));
        asked.forEach(fact -> keys.add("facts." + fact));
        keys.addAll(TIMES);
        for (Figure figure : grouped) {
            if (figure.placedBy().isEmpty()) {
                keys.add("record");
            }
            figure.facts().stream()
                    .filter(fact -> !several(view, fact))
                    .forEach(fact -> keys.add("facts." + fact));
        }
        return Optional.of(of(view.type().name(), "figures", keys, over));
    }

    private static Set<String> tree(FeatureView<?> view) {
        Set<String> keys = new LinkedHashSet<>(TIMES);
        keys.add("record");
        view.treeFacts().forEach(fact -> keys.add("facts." + fact));
        return keys;
    }

    private static Set<String> list(FeatureView<?> view) {
        Set<String> keys = new LinkedHashSet<>();
        if (view.sortedBy() != null) {
            keys.add("facts." + view.sortedBy());
        }
        keys.addAll(withTimes("record"));
        for (Fact<?> fact : view.facts()) {
            if (fact.kind() == FactKind.CODE || fact.kind() == FactKind.FLAG) {
                keys.add("facts." + fact.name());
            }
        }
        return keys;
    }

    private static Set<String> withTimes(String key) {
        Set<String> keys = new LinkedHashSet<>(List.of(key));
        keys.addAll(TIMES);
        return keys;
    }

    private static boolean several(FeatureView<?> view, String fact) {
        return view.fact(fact).filter(f -> f.kind() == FactKind.ORGANISATIONS).isPresent();
    }

    private static IndexModel of(String kind, String name, Set<String> keys) {
        return of(kind, name, keys, List.of());
    }

    private static IndexModel of(String kind, String name, Set<String> keys, List<Bson> further) {
        List<Bson> over = new ArrayList<>(List.of(eq("kind", kind)));
        over.addAll(further);
        List<String> all = new ArrayList<>(List.of("kind"));
        all.addAll(keys);
        return new IndexModel(
                Indexes.ascending(all),
                new IndexOptions().name(kind + " " + name).partialFilterExpression(and(over)));
    }
}
