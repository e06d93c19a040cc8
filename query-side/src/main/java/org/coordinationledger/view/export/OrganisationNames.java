package org.coordinationledger.view.export;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/** What organisations are called at one pair of times; looked up many at once, and none twice. */
public final class OrganisationNames {

    private static final String NAME = "name";

    /** Stands for an organisation that has no name on that day. */
    private static final String NONE = "";

    private final Generations generations;
    private final ReadPoint point;
    private final LocalDate effectiveOn;
    private final Map<String, String> known = new HashMap<>();

    public OrganisationNames(Generations generations, ReadPoint point, LocalDate effectiveOn) {
        this.generations = generations;
        this.point = point;
        this.effectiveOn = effectiveOn;
    }

    /** Looks up those that are not known yet, with one query. */
    public void lookUp(Collection<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(known.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        unknown.forEach(id -> known.put(id, NONE));
        generations
                .spans(point.generation(), OrganisationState.TYPE)
                .find(and(in("record", unknown), SpanCollection.at(point.knownAt(), effectiveOn)),
                        ascending("record"), unknown.size())
                .forEach(span -> known.put(
                        span.record(), span.facts().get(NAME).map(String.class::cast).orElse(NONE)));
    }

    /** The name of an organisation that was looked up; empty where it has none on that day. */
    public String of(String id) {
        return Objects.requireNonNull(known.get(id), id);
    }

    String of(List<String> ids) {
        return String.join(FactCells.SEPARATOR, ids.stream().map(this::of).toList());
    }
}
