package org.coordinationledger.view.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.view.audit.OverdueRemedies;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.step.LedgerStep;
import org.jspecify.annotations.Nullable;

/**
 * Steps of the whole ledger as an answer.
 *
 * @param items the last recorded first
 * @param next what {@code after} of the next page is, or null on the last
 */
record ShownSteps(
        List<ShownStep> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        long knownAt,
        LocalDate effectiveOn) {

    static ShownSteps of(AuditReads.Page page, FeatureViews views, long knownAt, LocalDate effectiveOn) {
        return new ShownSteps(
                page.items().stream().map(step -> ShownStep.of(step, views, knownAt)).toList(), page.next(), knownAt,
                effectiveOn);
    }

    /**
     * A step as it was recorded.
     *
     * @param id its record
     * @param amends the sequence of the step that it corrects or voids; not there where it does neither
     * @param daysToRecording from the day on which it takes effect to that of its recording; 0 if it was recorded ahead, and
     *     for what amends another
     * @param findings what is out of order or missing about it
     */
    record ShownStep(
            long position,
            Instant recordedAt,
            String resource,
            String id,
            long sequence,
            String event,
            LocalDate effectiveOn,
            String actor,
            String organisation,
            Role role,
            @Nullable Body body,
            @Nullable Long amends,
            long daysToRecording,
            List<String> findings) {

        static ShownStep of(LedgerStep step, FeatureViews views, long knownAt) {
            return new ShownStep(
                    step.position(),
                    step.recordedAt(),
                    views.ofType(step.kind()).orElseThrow().resource(),
                    step.record(),
                    step.sequence(),
                    step.event(),
                    step.effectiveOn(),
                    step.actor().person(),
                    step.actor().organisation().value(),
                    step.actor().role(),
                    step.actor().body(),
                    step.amends(),
                    step.daysToRecording(),
                    found(step, knownAt));
        }
    }

    /** What is found about a step as known at a position, in order. */
    static List<String> found(LedgerStep step, long knownAt) {
        return step.findings().stream()
                .filter(noted -> noted.at(knownAt))
                .map(LedgerStep.Noted::code)
                .sorted()
                .toList();
    }

    /** @param whole whether all inspections were looked at */
    record OverdueRemediesList(
            List<ShownRemedy> items, boolean whole, long knownAt, LocalDate effectiveOn) {

        static OverdueRemediesList of(AuditReads.AskedRemedies asked) {
            return new OverdueRemediesList(
                    asked.found().remedies().stream()
                            .map(remedy -> ShownRemedy.of(remedy, asked.effectiveOn()))
                            .toList(),
                    asked.found().whole(),
                    asked.point().knownAt(),
                    asked.effectiveOn());
        }
    }

    /**
     * A remedy that is to be reported and is late.
     *
     * @param inspection the inspection that required it
     * @param responsible the organisation that has to report it
     * @param since since when it has to
     * @param due the last day in time
     */
    record ShownRemedy(String inspection, String responsible, LocalDate since, LocalDate due, long daysOverdue) {

        private static ShownRemedy of(OverdueRemedies.Remedy remedy, LocalDate day) {
            return new ShownRemedy(
                    remedy.inspection(), remedy.responsible(), remedy.since(), remedy.due(),
                    ChronoUnit.DAYS.between(remedy.due(), day));
        }
    }
}
