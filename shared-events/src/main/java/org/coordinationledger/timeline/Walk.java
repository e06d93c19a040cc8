package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Walks along effective time, letting it pass between steps. */
final class Walk<E extends RecordEvent, S> {

    /**
     * How far a walk came with its last step, so that another can go on from there.
     *
     * @param day of the last step
     * @param bases the documents that steps so far rest on, each with the first day of a step that does
     * @param papers the numbered documents of steps so far, each with the day of the first step that bears it
     * @param since the first day of the state
     */
    record Stop<S>(
            LocalDate day,
            List<Phase<S>> phases,
            List<Misfit> misfits,
            Map<BasisDocumentId, LocalDate> bases,
            Map<Paper, LocalDate> papers,
            @Nullable S state,
            LocalDate since) {}

    /** No record has this id: stands for an heir where it only matters whether there could be one. */
    private static final OrganisationId SOMEBODY = new OrganisationId("somebody");

    private final Fold<E, S> fold;
    private final Class<E> family;
    private final List<Phase<S>> phases;
    private final List<Misfit> misfits;
    private Map<BasisDocumentId, LocalDate> bases;
    private Map<Paper, LocalDate> papers;
    private @Nullable S state;
    private LocalDate since;
    private LocalDate day;

    Walk(Fold<E, S> fold, Class<E> family) {
        this(fold, family, new Stop<>(LocalDate.MIN, List.of(), List.of(), Map.of(), Map.of(), null, LocalDate.MIN));
    }

    Walk(Fold<E, S> fold, Class<E> family, Stop<S> from) {
        this.fold = fold;
        this.family = family;
        phases = new ArrayList<>(from.phases());
        misfits = new ArrayList<>(from.misfits());
        bases = from.bases();
        papers = from.papers();
        state = from.state();
        since = from.since();
        day = from.day();
    }

    void take(Step<?> step) {
        day = step.event().effectiveOn();
        passTimeUntil(day);
        try {
            change(day, step.event() instanceof Succession succession
                    ? passedOn(state, succession)
                    : evolved(state, step.with(family.cast(step.event()))));
            rest(step.event().bases());
            bear(step.event().paper(step.actor().organisation()));
        } catch (RejectedException e) {
            Rejection rejection = e.rejection();
            misfits.add(new Misfit(step, rejection));
        }
    }

    private S evolved(@Nullable S before, Step<E> step) {
        return before == null ? fold.begin(step) : fold.evolve(before, step);
    }

    private S passedOn(@Nullable S before, Succession succession) {
        if (before == null) {
            throw new RejectedException(new TimelineRejection.NotYetBegun(day));
        }
        if (!fold.unfinished(before)) {
            throw new RejectedException(new SuccessionRejection.NothingToPassOn());
        }
        OrganisationId from = succession.from();
        if (inherited(before, from, SOMEBODY).equals(before)) {
            throw new RejectedException(new SuccessionRejection.NotNamed(from.value()));
        }
        if (succession instanceof Succession.Inherited e) {
            return inherited(before, from, e.by());
        }
        if (succession instanceof Succession.Replaced e) {
            return fold.replaced(before, day, e.by());
        }
        return fold.lapsed(before, day);
    }

    private S inherited(S before, OrganisationId from, OrganisationId by) {
        return fold.inherited(before, named -> named.equals(from) ? by : named);
    }

    private void rest(List<BasisDocumentId> on) {
        if (!bases.keySet().containsAll(on)) {
            Map<BasisDocumentId, LocalDate> more = new LinkedHashMap<>(bases);
            on.forEach(basis -> more.putIfAbsent(basis, day));
            bases = Collections.unmodifiableMap(more);
        }
    }

    private void bear(@Nullable Paper paper) {
        if (paper != null && !papers.containsKey(paper)) {
            Map<Paper, LocalDate> more = new LinkedHashMap<>(papers);
            more.put(paper, day);
            papers = Collections.unmodifiableMap(more);
        }
    }

    private void passTimeUntil(LocalDate end) {
        S current = state;
        LocalDate next = current == null ? null : fold.nextChange(current);
        while (current != null && next != null && !next.isAfter(end)) {
            if (next.isBefore(since)) {
                next = since;
            }
            current = fold.passTime(current, next);
            change(next, current);
            LocalDate following = fold.nextChange(current);
            if (following != null && !following.isAfter(next)) {
                throw new IllegalStateException("time does not pass: " + following + " after " + next);
            }
            next = following;
        }
    }

    private void change(LocalDate day, S after) {
        if (Objects.equals(state, after)) {
            return;
        }
        S before = state;
        state = after;
        if (before != null && since.isBefore(day)) {
            phases.add(new Phase<>(since, day, before));
        } else if (!phases.isEmpty() && phases.get(phases.size() - 1).state().equals(after)) {
            since = phases.remove(phases.size() - 1).from();
            return;
        }
        since = day;
    }

    /** The state just before a step that takes effect on a day, once time has passed until then; null before the first. */
    @Nullable S stateBefore(LocalDate effectiveOn) {
        day = effectiveOn;
        passTimeUntil(effectiveOn);
        return state;
    }

    /** Where it stands with its last step. */
    Stop<S> stop() {
        return new Stop<>(day, List.copyOf(phases), List.copyOf(misfits), bases, papers, state, since);
    }

    /** All phases, once time has passed to its end. */
    List<Phase<S>> phasesToTheEnd() {
        passTimeUntil(Phase.OPEN_END.minusDays(1));
        S last = state;
        if (last != null) {
            phases.add(new Phase<>(since, Phase.OPEN_END, last));
        }
        return List.copyOf(phases);
    }
}
