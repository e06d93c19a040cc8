package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fold of two times, from its definition and as slow as need be: events up to a position, corrected content put in
 * place, voided ones dropped, sorted by effective date and then by sequence, applied up to a day.
 */
final class NaiveFold<E extends RecordEvent, S> {

    private final RecordType<E, S> type;
    private final List<Step<?>> known;
    private final Set<Long> dead = new HashSet<>();

    NaiveFold(RecordType<E, S> type, List<Step<?>> steps, long position) {
        this.type = type;
        this.known = steps.stream().filter(s -> s.position() <= position).toList();
        // What a later step voids is dead, unless that step is dead itself: so the last word is heard first.
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).event() instanceof Amendment.Voided v && !dead.contains((long) i)) {
                dead.add(v.voids());
            }
        }
    }

    Optional<S> on(LocalDate day) {
        List<Step<E>> content = new ArrayList<>();
        for (Step<?> step : known) {
            if (!(step.event() instanceof Amendment) && !dead.contains(step.sequence())) {
                E event = type.family().cast(said(step));
                if (!event.effectiveOn().isAfter(day)) {
                    content.add(new Step<>(step.sequence(), step.position(), step.actor(), event));
                }
            }
        }
        content.sort(Comparator.<Step<E>, LocalDate>comparing(s -> s.event().effectiveOn())
                .thenComparing(Step::sequence));
        S state = null;
        for (Step<E> step : content) {
            state = state == null ? type.fold().begin(step) : type.fold().evolve(state, step);
        }
        return Optional.ofNullable(state);
    }

    /** What a step says once its corrections are read one after the other. */
    private RecordEvent said(Step<?> step) {
        RecordEvent said = step.event() instanceof Amendment.Corrected own ? own.replacement() : step.event();
        for (Step<?> later : known) {
            if (later.event() instanceof Amendment.Corrected c
                    && c.corrects() == step.sequence()
                    && !dead.contains(later.sequence())) {
                said = said(later);
            }
        }
        return said;
    }
}
