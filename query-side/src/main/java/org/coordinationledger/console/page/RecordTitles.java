package org.coordinationledger.console.page;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.title.Titles;

/** How people know records, at the pair of times of one page, and links to them. */
public final class RecordTitles {

    private final Titles titles;
    private final Page page;

    RecordTitles(Titles titles, Page page) {
        this.titles = titles;
        this.page = page;
    }

    /** Records by the resource of their kind. */
    public static final class Asked {

        private final Map<String, Set<String>> ids = new TreeMap<>();

        public void add(String resource, String id) {
            ids.computeIfAbsent(resource, r -> new TreeSet<>()).add(id);
        }

        public void add(String resource, Collection<String> several) {
            several.forEach(id -> add(resource, id));
        }

        /** All that the facts of a record name. */
        public void addAll(FeatureView<?> view, Facts facts) {
            for (Fact<?> fact : view.facts()) {
                String target = fact.target();
                if (target != null) {
                    add(target, facts.ids(fact.name()));
                }
                if (fact.kind() == FactKind.WAITING) {
                    facts.waiting().forEach(waiting -> add(OrganisationState.TYPE.resource(), waiting.by()));
                }
            }
        }
    }

    /** Looks up those that are not known yet, and what their titles name. */
    public void lookUp(Asked asked) {
        titles.lookUp(asked.ids);
    }

    /** Takes a record's facts as known, where they were read anyway. */
    public void remember(FeatureView<?> view, Span span, Asked named) {
        titles.remember(view, span, named.ids);
    }

    /** The title of a record that was looked up; its id where it is not known on that day. */
    public String of(String resource, String id) {
        return titles.of(resource, id);
    }

    /** The title of a record, as a link to it where it may be read; of one that may not, no more than that it is there. */
    public Piece piece(String resource, String id) {
        String title = of(resource, id);
        if (!titles.outside(id)) {
            return new Piece(title, page.record(resource, id));
        }
        return Piece.of(title.equalsIgnoreCase(id) ? page.text("record.outside", "id", id) : title);
    }
}
