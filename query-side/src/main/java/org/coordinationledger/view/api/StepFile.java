package org.coordinationledger.view.api;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.coordinationledger.view.step.LedgerStep;

/** All steps of a search, batch by batch; fails if some could no longer be read. */
final class StepFile implements Iterable<List<LedgerStep>> {

    private final AuditReads.Asked asked;
    private final int batch;
    private final int count;

    /** @param count how many there are */
    StepFile(AuditReads.Asked asked, int batch, int count) {
        this.asked = asked;
        this.batch = batch;
        this.count = count;
    }

    @Override
    public Iterator<List<LedgerStep>> iterator() {
        return new Iterator<>() {
            private long before = Long.MAX_VALUE;
            private int handed;

            @Override
            public boolean hasNext() {
                return handed < count;
            }

            @Override
            public List<LedgerStep> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                List<LedgerStep> steps = asked.steps().before(before, batch);
                if (steps.isEmpty()) {
                    throw new IllegalStateException(
                            "of %d steps only %d could still be read".formatted(count, handed));
                }
                handed += steps.size();
                before = steps.get(steps.size() - 1).position();
                return steps;
            }
        };
    }
}
