package org.coordinationledger.programme.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a programme is on a day.
 *
 * @param targets in the order in which it was adopted with them
 * @param closedOn the first day on which it is over, or null
 */
public record ProgrammeState(
        OrganisationId organisation,
        ProgrammeKind kind,
        Subject subject,
        @Nullable BasisDocumentId document,
        boolean thematic,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<TargetState> targets,
        @Nullable LocalDate closedOn,
        boolean illustrative) {

    public static final RecordType<ProgrammeEvent, ProgrammeState> TYPE =
            new RecordType<>("Programme", "programmes", ProgrammeEvent.class, new ProgrammeEvolution());

    /** The last report on a target. */
    public record Progress(
            LocalDate reportedOn, Quantity achieved, boolean behind, @Nullable ComputedFrom computedFrom) {}

    /**
     * A target as it stands.
     *
     * @param target with its quantity and due date as last adjusted
     * @param progress what was last reported, or null
     */
    public record TargetState(Target target, @Nullable Progress progress, TargetStatus status) {

        static TargetState of(Target target, @Nullable Progress progress, LocalDate day) {
            return new TargetState(target, progress, status(target, progress, day));
        }

        private static TargetStatus status(Target target, @Nullable Progress progress, LocalDate day) {
            if (progress != null && progress.achieved().value().compareTo(target.planned().value()) >= 0) {
                return TargetStatus.MET;
            }
            boolean lags = progress != null && progress.behind();
            return lags || day.isAfter(target.dueOn()) ? TargetStatus.BEHIND : TargetStatus.UNDER_WAY;
        }

        TargetState on(LocalDate day) {
            return of(target, progress, day);
        }
    }

    public boolean open() {
        return closedOn == null;
    }

    public long count(TargetStatus status) {
        return targets.stream().filter(t -> t.status() == status).count();
    }

    List<PartKey> keys() {
        return targets.stream().map(t -> t.target().key()).toList();
    }

    ProgrammeState with(List<TargetState> others) {
        return new ProgrammeState(
                organisation, kind, subject, document, thematic, firstDay, lastDay, others, closedOn, illustrative);
    }

    ProgrammeState of(OrganisationId heir) {
        return new ProgrammeState(
                heir, kind, subject, document, thematic, firstDay, lastDay, targets, closedOn, illustrative);
    }

    ProgrammeState closed(LocalDate on) {
        return new ProgrammeState(
                organisation, kind, subject, document, thematic, firstDay, lastDay, targets, on, illustrative);
    }
}
