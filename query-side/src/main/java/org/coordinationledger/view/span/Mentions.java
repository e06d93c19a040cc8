package org.coordinationledger.view.span;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.vocabulary.TextDigest;

/**
 * What a record's steps name by themselves, whatever the fold makes of them. Immutable: {@link #after} gives what they
 * name with one more.
 *
 * @param organisations those for which a step was recorded, the ones named last first; at most
 *     {@link Named#MOST_ORGANISATIONS}
 * @param texts the digests of the texts that steps name, voided steps included, the ones named last first; at most
 *     {@link Named#MOST_TEXTS}
 */
record Mentions(List<String> organisations, List<String> texts) {

    /** Of a record that has no step yet. */
    static final Mentions NONE = new Mentions(List.of(), List.of());

    /** Of all these steps of a record, which are in their order. */
    static Mentions of(FeatureView<?> view, List<Step<?>> steps) {
        Mentions all = NONE;
        for (Step<?> step : steps) {
            all = all.after(view, step);
        }
        return all;
    }

    /** With one more step. */
    Mentions after(FeatureView<?> view, Step<?> step) {
        RecordEvent event = step.event() instanceof Amendment.Corrected corrected
                ? corrected.replacement()
                : step.event();
        List<String> digests = view.trail().textsOf(event).stream()
                .map(use -> use.digest().apply(event))
                .filter(Objects::nonNull)
                .map(TextDigest::value)
                .toList();
        List<String> by = first(List.of(step.actor().organisation().value()), organisations, Named.MOST_ORGANISATIONS);
        List<String> on = first(digests, texts, Named.MOST_TEXTS);
        return by == organisations && on == texts ? this : new Mentions(by, on);
    }

    /** What is named now before what was named until now; the same list where nothing changes. */
    private static List<String> first(List<String> now, List<String> before, int most) {
        boolean stays = now.size() <= before.size() && before.subList(0, now.size()).equals(now);
        if (stays) {
            return before;
        }
        Set<String> all = new LinkedHashSet<>(now);
        all.addAll(before);
        return all.stream().limit(most).toList();
    }
}
