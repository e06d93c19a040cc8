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
import org.coordinationledger.service.overdue.ViewLayout;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Figure.Placing;
import org.coordinationledger.view.declaration.Readers;

/**
 * Which indexes the spans of a feature need, derived from what it declares:
 *
 * <ul>
 *   <li><b>figures</b>, over the spans that are as all figures ask, with the two times, all codes and all else that
 *       is grouped by; a figure is computed from the index without a look at the spans, unless it groups by a list of
 *       organisations. It begins with the later bounds of both times, a second one, <b>early figures</b>, with the earlier
 *       bounds: whoever asks for a position of the first half of the ledger passes fewer spans there;
 *   <li><b>known from</b> and <b>known to</b>, where records make the tree of organisations, which is kept in memory: what
 *       came since a position;
 *   <li><b>list</b>: in the order of the feature's lists, with the two times and all codes and flags, so that a page is
 *       read in its order and only what is on it is fetched;
 *   <li><b>record</b>, where lists are in another order: several records of which the ids are known;
 *   <li>for each fact that names records, over the spans that have it: what names it;
 *   <li><b>named</b>, where not everybody may read the records: the organisations that decide who may; and <b>texts</b>,
 *       where records name some;
 *   <li><b>words</b>, where people look for records by texts: one word, or two neighbouring ones, with the positions;
 *   <li><b>papers</b>, where steps are told by numbered documents: whose number one bears;
 *   <li><b>waiting</b> and <b>due</b>, over the spans that wait for somebody: whose turn it is, and until when.
 * </ul>
 *
 * <p>One record's spans are found by their ids alone.
 */
final class SpanIndexes {

    static final String FIGURES = "figures";
    static final String EARLY_FIGURES = "early figures";

    private static final List<String> TIMES = List.of("recTo", "effTo", "recFrom", "effFrom");
    private static final List<String> EARLIER_FIRST = List.of("recFrom", "effFrom", "recTo", "effTo");

    private SpanIndexes() {}

    static List<IndexModel> of(FeatureView<?> view) {
        List<IndexModel> indexes = new ArrayList<>();
        figures(view, FIGURES, TIMES).ifPresent(indexes::add);
        figures(view, EARLY_FIGURES, EARLIER_FIRST).ifPresent(indexes::add);
        if (!view.treeFacts().isEmpty()) {
            indexes.add(new IndexModel(Indexes.ascending("recFrom"), new IndexOptions().name("known from")));
            indexes.add(new IndexModel(Indexes.ascending("recTo"), new IndexOptions().name("known to")));
        }
        indexes.add(new IndexModel(ascending(list(view)), new IndexOptions().name("list")));
        if (view.sortedBy() != null) {
            indexes.add(new IndexModel(Indexes.ascending("record"), new IndexOptions().name("record")));
        }
        view.facts().stream()
                .filter(fact -> fact.kind().namesRecords())
                .forEach(fact -> indexes.add(sparse(fact.name(), "facts." + fact.name())));
        if (view.readers() != Readers.EVERYBODY) {
            indexes.add(sparse("named", SpanCollection.ORGANISATIONS));
        }
        if (!view.trail().texts().isEmpty()) {
            indexes.add(sparse("texts", SpanCollection.TEXTS));
        }
        if (!view.searched().isEmpty()) {
            indexes.add(new IndexModel(
                    Indexes.ascending(SpanCollection.WORDS, "recTo", "recFrom"), new IndexOptions().name("words")));
        }
        if (!view.papers().isEmpty()) {
            indexes.add(sparse("papers", SpanCollection.PAPERS + ".issuer"));
        }
        if (view.fact(FeatureView.WAITING).isPresent()) {
            indexes.add(sparse("waiting", SpanCollection.WAITING_BY));
            indexes.add(sparse("due", ViewLayout.WAITING_DUE));
        }
        return indexes;
    }

    private static IndexModel sparse(String name, String field) {
        return new IndexModel(
                Indexes.ascending(field), new IndexOptions().name(name).sparse(true));
    }

    private static Optional<IndexModel> figures(FeatureView<?> view, String name, List<String> times) {
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
        keys.addAll(times);
        for (Figure figure : grouped) {
            if (figure.placedBy().isEmpty() || figure.accumulating()) {
                keys.add("record");
            }
            figure.facts().stream()
                    .filter(fact -> !several(view, fact))
                    .forEach(fact -> keys.add("facts." + fact));
        }
        view.codes().forEach(fact -> keys.add("facts." + fact.name()));
        IndexOptions figures = new IndexOptions().name(name);
        return Optional.of(new IndexModel(
                ascending(keys), over.isEmpty() ? figures : figures.partialFilterExpression(and(over))));
    }

    private static Set<String> list(FeatureView<?> view) {
        Set<String> keys = new LinkedHashSet<>();
        if (view.sortedBy() != null) {
            keys.add("facts." + view.sortedBy());
        }
        keys.add("record");
        keys.addAll(TIMES);
        for (Fact<?> fact : view.facts()) {
            if (fact.kind() == FactKind.CODE || fact.kind() == FactKind.FLAG) {
                keys.add("facts." + fact.name());
            }
        }
        return keys;
    }

    private static boolean several(FeatureView<?> view, String fact) {
        return view.fact(fact).filter(f -> f.kind().several()).isPresent();
    }

    private static Bson ascending(Set<String> keys) {
        return Indexes.ascending(List.copyOf(keys));
    }
}
