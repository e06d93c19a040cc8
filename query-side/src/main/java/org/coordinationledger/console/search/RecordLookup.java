package org.coordinationledger.console.search;

import java.util.List;
import java.util.Optional;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordField;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.search.Hit;
import org.coordinationledger.view.search.Match;
import org.coordinationledger.view.search.RecordSearch;
import org.coordinationledger.view.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which record somebody means by what they typed into a field of a form; only those that they may read. */
@Component
public final class RecordLookup {

    /** No more records are offered. */
    public static final int MOST = 20;

    private final FeatureViews views;
    private final RecordSearch search;
    private final Reading reading;

    public RecordLookup(FeatureViews views, RecordSearch search, Reading reading) {
        this.views = views;
        this.search = search;
        this.reading = reading;
    }

    /** A record that may be meant. */
    public record Candidate(String id, String title) {

        /** As it stands in a field: the title, and the id in square brackets, by which it is known again. */
        public String typed() {
            return RecordField.typed(id, title);
        }
    }

    /**
     * What was understood.
     *
     * @param record the id of the record that is meant; empty where none or several may be
     * @param candidates those that may be meant, the best first, at most {@link #MOST}; the record alone where it is known
     */
    public record Resolution(Optional<String> record, List<Candidate> candidates) {}

    /**
     * The record that is meant today by an id, by a text with an id in square brackets at its end, or by a text that finds
     * just one record, or just one by its whole title; else those that it may be.
     *
     * @param resource the kind of record
     * @throws IllegalArgumentException if there is no such kind
     */
    public Resolution resolve(String resource, String typed, Page page) {
        Optional<String> named = RecordField.idIn(typed);
        String asked = named.orElseGet(typed::strip);
        List<Hit> hits = hits(resource, asked, reading.now(), page, MOST);
        Hit meant = meant(hits, asked);
        if (meant != null) {
            return new Resolution(Optional.of(meant.id()), List.of(candidate(meant)));
        }
        return new Resolution(
                Optional.empty(),
                named.isPresent() ? List.of() : hits.stream().map(RecordLookup::candidate).toList());
    }

    /** Records that may be meant by what was typed so far, the best first. */
    List<Candidate> suggest(String resource, String typed, Reading.At at, Page page) {
        return hits(resource, typed, at, page, MOST).stream().map(RecordLookup::candidate).toList();
    }

    private List<Hit> hits(String resource, String typed, Reading.At at, Page page, int most) {
        FeatureView<?> view = views.ofResource(resource).orElse(null);
        SearchText text = SearchText.of(typed).orElse(null);
        if (view == null || text == null) {
            return List.of();
        }
        return search
                .find(new RecordSearch.Asked(
                        text, List.of(view), reading.circle(page), at.point(), at.effectiveOn(), page.language(), most))
                .stream()
                .flatMap(group -> group.hits().stream())
                .toList();
    }

    private static @Nullable Hit meant(List<Hit> hits, String asked) {
        for (Hit hit : hits) {
            if (hit.id().equals(asked)) {
                return hit;
            }
        }
        List<Hit> exact = hits.stream()
                .filter(hit -> hit.match() == Match.EXACT && hit.matched() == null)
                .toList();
        if (exact.size() == 1) {
            return exact.get(0);
        }
        return hits.size() == 1 ? hits.get(0) : null;
    }

    private static Candidate candidate(Hit hit) {
        return new Candidate(hit.id(), hit.title());
    }
}
