package org.coordinationledger.view.projection;

import org.coordinationledger.view.span.SpanChanges;
import org.coordinationledger.view.step.StepChanges;

/** What a batch of steps changes in the views. */
record ViewChanges(SpanChanges spans, StepChanges steps) {

    ViewChanges() {
        this(new SpanChanges(), new StepChanges());
    }
}
