package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.WithParameters;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.api.ReadQuery;
import org.jspecify.annotations.Nullable;

/** What a page of figures asks for, so that everything on it is read at one pair of times. */
final class FigureAsked {

    private final HttpServletRequest request;
    private final InstantSource clock;
    private final Reading.At at;
    private final Map<String, String> given;

    /** @param at the pair of times of the whole page */
    FigureAsked(HttpServletRequest request, InstantSource clock, Reading.At at) {
        this.request = request;
        this.clock = clock;
        this.at = at;
        this.given = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length == 1 && !values[0].isBlank()) {
                given.put(name, values[0]);
            }
        });
        given.put(PairOfTimes.EFFECTIVE_ON, at.effectiveOn().toString());
        if (at.point().knownAt() >= 0) {
            given.put(PairOfTimes.KNOWN_ON, Long.toString(at.point().knownAt()));
        }
    }

    Reading.At at() {
        return at;
    }

    /** What a parameter of the page says, or null. */
    @Nullable String text(String name) {
        return given.get(name);
    }

    /** The organisation or record that figures are of, or null for all that may be read. */
    @Nullable String scope() {
        return text(FigureReads.SCOPE);
    }

    /** The query with those parameters of the page that a read takes. */
    ReadQuery query(List<String> names) {
        return query(names, Map.of());
    }

    /** The same with some parameters in place of those of the page. */
    ReadQuery query(List<String> names, Map<String, String> instead) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.putAll(instead);
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            boolean times = name.equals(PairOfTimes.EFFECTIVE_ON) || name.equals(PairOfTimes.KNOWN_ON);
            if (times || names.contains(name)) {
                parameters.put(name, new String[] {value});
            }
        });
        return ReadQuery.of(new WithParameters(request, parameters), clock, false, names);
    }

    /** Scope and period, as links to the same of other figures carry them. */
    Map<String, String> which() {
        Map<String, String> which = new LinkedHashMap<>();
        for (String name : List.of(FigureReads.SCOPE, FigureReads.FROM, FigureReads.TO)) {
            String value = text(name);
            if (value != null) {
                which.put(name, value);
            }
        }
        return which;
    }

    /** Where the records behind a figure are listed. */
    static String records(Page page, String figure, Map<String, ?> which) {
        return page.link("/console/figures/" + figure + "/records", which);
    }
}
