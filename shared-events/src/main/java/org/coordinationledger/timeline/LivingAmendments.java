package org.coordinationledger.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.rejection.RejectedException;

/** Which amendments of a record's steps live, and what counts of each step by them. */
final class LivingAmendments {

    private final List<Step<?>> steps;

    /** Sequences of living amendments by what they amend. */
    private final Map<Long, Long> living = new HashMap<>();

    private LivingAmendments(List<Step<?>> steps, boolean alone) {
        this.steps = steps;
        find(alone);
    }

    static LivingAmendments of(List<Step<?>> steps) {
        return new LivingAmendments(steps, false);
    }

    /**
     * A step has one living amendment: what voiding a voiding brings back must not stand beside another one.
     *
     * @throws RejectedException if one has two
     */
    static void requireNoBranch(List<Step<?>> steps) {
        new LivingAmendments(steps, true);
    }

    /** A later amendment decides whether an earlier one lives, so it is read first. */
    private void find(boolean alone) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step<?> step = steps.get(i);
            if (step.event() instanceof Amendment amendment && !voided(step.sequence())) {
                long target = amendment.amends();
                Long other = living.get(target);
                if (alone && other != null) {
                    throw new RejectedException(
                            voided(target)
                                    ? new TimelineRejection.AlreadyVoided(target, other)
                                    : new TimelineRejection.AlreadyCorrected(target, other));
                }
                living.put(target, step.sequence());
            }
        }
    }

    /** The sequence of the living amendment of a step, if there is one. */
    Optional<Long> of(long sequence) {
        return Optional.ofNullable(living.get(sequence));
    }

    boolean voided(long sequence) {
        Long by = living.get(sequence);
        return by != null && steps.get(Math.toIntExact(by)).event() instanceof Amendment.Voided;
    }

    /** The event that counts of a step: its own, or what corrections made of it. */
    RecordEvent content(Step<?> step) {
        Long by = living.get(step.sequence());
        if (by != null) {
            Step<?> amendment = steps.get(Math.toIntExact(by));
            if (amendment.event() instanceof Amendment.Corrected) {
                return content(amendment);
            }
        }
        return step.event() instanceof Amendment.Corrected corrected ? corrected.replacement() : step.event();
    }

    /** What counts of the steps that are no amendments and not voided, in the order of recording. */
    List<Step<?>> counted() {
        return steps.stream()
                .filter(step -> !(step.event() instanceof Amendment) && !voided(step.sequence()))
                .<Step<?>>map(step -> step.with(content(step)))
                .toList();
    }
}
