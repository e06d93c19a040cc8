package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The times that a page looks at, as they stand in its address; null where it says nothing, which is today, what is known
 * now, and no comparison.
 *
 * @param effectiveOn a day, YYYY-MM-DD
 * @param knownOn a day, an instant or a position
 * @param comparedWith a day, YYYY-MM-DD
 */
public record PairOfTimes(@Nullable String effectiveOn, @Nullable String knownOn, @Nullable String comparedWith) {

    public static final String EFFECTIVE_ON = "effectiveOn";
    public static final String KNOWN_ON = "knownOn";
    public static final String COMPARED_WITH = "comparedWith";

    public static final List<String> NAMES = List.of(EFFECTIVE_ON, KNOWN_ON, COMPARED_WITH);

    /** Today, as known now. */
    public static final PairOfTimes NOW = new PairOfTimes(null, null, null);

    static PairOfTimes of(HttpServletRequest request) {
        return new PairOfTimes(given(request, EFFECTIVE_ON), given(request, KNOWN_ON), given(request, COMPARED_WITH));
    }

    private static @Nullable String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Whether something else than today as known now is looked at. */
    public boolean past() {
        return effectiveOn != null || knownOn != null;
    }

    /** The same pair alone, as the API's reads have it. */
    PairOfTimes withoutComparison() {
        return new PairOfTimes(effectiveOn, knownOn, null);
    }

    /** Those that are given, by name. */
    public Map<String, String> parameters() {
        Map<String, String> given = new LinkedHashMap<>();
        if (effectiveOn != null) {
            given.put(EFFECTIVE_ON, effectiveOn);
        }
        if (knownOn != null) {
            given.put(KNOWN_ON, knownOn);
        }
        if (comparedWith != null) {
            given.put(COMPARED_WITH, comparedWith);
        }
        return given;
    }
}
