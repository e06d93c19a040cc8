package org.coordinationledger.review.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.ReviewId;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can be asked of a review. The components mean what they mean in the events. */
public sealed interface ReviewCommand extends RecordCommand {

    /** An organisation convenes a review. */
    record Convene(
            @TargetAggregateIdentifier ReviewId id,
            LocalDate effectiveOn,
            OrganisationId convener,
            ReviewKind kind,
            RecordReference reviewed,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable OrganisationId consentBy,
            @Nullable BasisDocumentId consentDocument,
            List<OrganisationId> invited,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements ReviewCommand {
        @Override
        public ReviewEvent.Convened event() {
            return new ReviewEvent.Convened(
                    effectiveOn, convener, kind, reviewed, firstDay, lastDay, consentBy, consentDocument, invited, bases,
                    Boolean.TRUE.equals(illustrative));
        }
    }

    /** The convener records who attended. */
    record RecordAttendance(
            @TargetAggregateIdentifier ReviewId id,
            LocalDate effectiveOn,
            List<OrganisationId> attended)
            implements ReviewCommand {
        @Override
        public ReviewEvent.AttendanceRecorded event() {
            return new ReviewEvent.AttendanceRecorded(effectiveOn, attended);
        }
    }

    /** The convener freezes the figures that the review rests on. */
    record FreezeFigures(
            @TargetAggregateIdentifier ReviewId id,
            LocalDate effectiveOn,
            long position,
            List<FrozenFigure> figures)
            implements ReviewCommand {
        @Override
        public ReviewEvent.FiguresFrozen event() {
            return new ReviewEvent.FiguresFrozen(effectiveOn, position, figures);
        }
    }

    /** The convener concludes the review. */
    record Assess(
            @TargetAggregateIdentifier ReviewId id,
            LocalDate effectiveOn,
            AssessmentLevel level,
            Subject assessment)
            implements ReviewCommand {
        @Override
        public ReviewEvent.Assessed event() {
            return new ReviewEvent.Assessed(effectiveOn, level, assessment);
        }
    }

    /** The convener directs what has to follow. */
    record Direct(
            @TargetAggregateIdentifier ReviewId id,
            LocalDate effectiveOn,
            List<FollowUp> followUps,
            List<BasisDocumentId> bases)
            implements ReviewCommand {
        @Override
        public ReviewEvent.Directed event() {
            return new ReviewEvent.Directed(effectiveOn, followUps, bases);
        }
    }

    /** The organisation that had to do a follow-up, or the convener, records that it was done. */
    record FinishFollowUp(
            @TargetAggregateIdentifier ReviewId id,
            LocalDate effectiveOn,
            PartKey followUp,
            OrganisationId by,
            @Nullable BasisDocumentId document)
            implements ReviewCommand {
        @Override
        public ReviewEvent.FollowUpDone event() {
            return new ReviewEvent.FollowUpDone(effectiveOn, followUp, by, document);
        }
    }
}
