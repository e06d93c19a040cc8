package org.coordinationledger.view.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/** Follows what records rest on up to its source: 3223-CV/TU carries out 68-KL/TW, and an appointment rests on both. */
public final class BasisChains {

    /** No chain is followed past this many documents. */
    public static final int MOST = 200;

    private final Generations generations;

    public BasisChains(Generations generations) {
        this.generations = generations;
    }

    /**
     * A document of a chain.
     *
     * @param rank how many documents lie between the record and this one at least; 0 if the record itself cites it
     */
    public record Link(Span document, int rank) {}

    /**
     * What a record rests on.
     *
     * @param links the nearest first; those of one rank in the order of their ids
     * @param notThere cited documents that do not hold on the day, or are not recorded
     * @param whole whether nothing was left out
     */
    public record Chain(List<Link> links, List<String> notThere, boolean whole) {}

    /** The chain above documents that a record cites, at a pair of times. */
    public Chain above(Collection<String> cited, ReadPoint point, LocalDate effectiveOn) {
        List<Link> links = new ArrayList<>();
        List<String> notThere = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(cited);
        Set<String> asked = new LinkedHashSet<>(cited);
        for (int rank = 0; !asked.isEmpty(); rank++) {
            int at = rank;
            int room = MOST - links.size();
            List<Span> found = generations
                    .spans(point.generation(), BasisDocumentState.TYPE)
                    .find(
                            and(in("record", asked), SpanCollection.at(point.knownAt(), effectiveOn)),
                            ascending("record"),
                            room + 1);
            if (found.size() > room) {
                found.subList(0, room).forEach(document -> links.add(new Link(document, at)));
                return new Chain(List.copyOf(links), List.copyOf(notThere), false);
            }
            found.forEach(document -> links.add(new Link(document, at)));
            found.forEach(document -> asked.remove(document.record()));
            notThere.addAll(asked);
            asked.clear();
            for (Span document : found) {
                document.facts().ids(FeatureView.BASES).stream().filter(seen::add).forEach(asked::add);
            }
        }
        return new Chain(List.copyOf(links), List.copyOf(notThere), true);
    }
}
