package org.coordinationledger.view.audit;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.trail.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Which steps are asked for: those of which all this is so; null and empty lists ask for nothing.
 *
 * @param view of records of this kind
 * @param record of one record
 * @param event with this stored name
 * @param actor recorded by somebody; a person's code
 * @param organisation of records that name an organisation or for which it acted, as known now
 * @param member of records about a member, the member's own among them
 * @param recordedFrom the first day of recording
 * @param recordedTo the last day of recording
 * @param effectiveFrom the first day on which they take effect
 * @param effectiveTo the last day on which they take effect
 * @param findings about which at least one of these is so, as known at the position that is read at
 * @param lateAfterDays recorded more than so many days after they took effect
 */
public record StepQuestion(
        @Nullable FeatureView<?> view,
        @Nullable String record,
        @Nullable String event,
        @Nullable String actor,
        @Nullable String organisation,
        @Nullable String member,
        @Nullable LocalDate recordedFrom,
        @Nullable LocalDate recordedTo,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Finding.Code> findings,
        @Nullable Integer lateAfterDays) {

    public StepQuestion {
        findings = List.copyOf(findings);
    }

    /** All that somebody recorded. */
    public static StepQuestion recordedBy(String actor) {
        return new StepQuestion(null, null, null, actor, null, null, null, null, null, null, List.of(), null);
    }
}
