package org.coordinationledger.view.store;

import java.util.Comparator;
import java.util.List;
import org.coordinationledger.view.step.LedgerStep;

/** Lets tests of other packages read stored steps. */
public final class StoredSteps {

    private StoredSteps() {}

    /** All steps of a generation in the order of their positions, each with what was found about it in a fixed order. */
    public static List<LedgerStep> of(Generations generations, Generation generation) {
        return generations.steps(generation).all().stream().map(StoredSteps::inOrder).toList();
    }

    private static LedgerStep inOrder(LedgerStep s) {
        return new LedgerStep(
                s.position(), s.kind(), s.record(), s.sequence(), s.event(), s.recordedAt(), s.effectiveOn(), s.actor(),
                s.amends(), s.daysToRecording(), s.named(), s.namedAt(),
                s.findings().stream()
                        .sorted(Comparator.comparing(LedgerStep.Noted::code).thenComparing(LedgerStep.Noted::from))
                        .toList());
    }
}
