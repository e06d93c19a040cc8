package org.coordinationledger.review.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What can happen in a review and after it. The convener takes every step; that a follow-up was done is recorded by the
 * convener or by the organisation that had to do it.
 */
public sealed interface ReviewEvent extends RecordEvent {

    /** At most this many organisations are invited or attend. */
    int MOST_INVITED = 64;

    /** At most this many figures are frozen. */
    int MOST_FIGURES = 64;

    /** At most this many follow-ups are directed by one step. */
    int MOST_DIRECTED = 32;

    /**
     * A review was convened.
     *
     * @param reviewed what is reviewed: an agreement, a basis document or a programme
     * @param firstDay the first day of the period reviewed
     * @param lastDay the last day of the period reviewed, included
     * @param consentBy the body above the convener that consented, where it had to
     * @param consentDocument the document by which it did; only with {@code consentBy}
     * @param illustrative true where the sources do not state it
     */
    record Convened(
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
            boolean illustrative)
            implements ReviewEvent {
        public Convened {
            Bounded.required("convener", convener);
            Bounded.required("kind", kind);
            Bounded.required("reviewed", reviewed);
            Dates.plausible("firstDay", firstDay);
            Dates.plausible("lastDay", lastDay);
            if (consentDocument != null) {
                Bounded.required("consentBy", consentBy);
            }
            invited = Bounded.list("invited", invited, MOST_INVITED);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** These organisations attended, and no others; said again, it takes the place of what was said before. */
    record AttendanceRecorded(LocalDate effectiveOn, List<OrganisationId> attended) implements ReviewEvent {
        public AttendanceRecorded {
            attended = Bounded.some("attended", attended, MOST_INVITED);
        }
    }

    /**
     * The figures that the review rests on, as they were read at one position of the ledger, so that anybody can read
     * them again. Frozen again, they take the place of those before.
     */
    record FiguresFrozen(LocalDate effectiveOn, long position, List<FrozenFigure> figures) implements ReviewEvent {
        public FiguresFrozen {
            Bounded.position(position);
            figures = Bounded.some("figures", figures, MOST_FIGURES);
        }

        @Override
        public List<FigureReading> readings() {
            return figures.stream().map(figure -> figure.readAt(position)).toList();
        }
    }

    /** The convener assessed what was reviewed, which concludes the review. */
    record Assessed(LocalDate effectiveOn, AssessmentLevel level, Subject assessment) implements ReviewEvent {
        public Assessed {
            Bounded.required("level", level);
            Bounded.required("assessment", assessment);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }
    }

    /** The convener directed what has to follow. */
    record Directed(LocalDate effectiveOn, List<FollowUp> followUps, List<BasisDocumentId> bases)
            implements ReviewEvent {
        public Directed {
            followUps = Bounded.some("followUps", followUps, MOST_DIRECTED);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * A follow-up was done.
     *
     * @param by the organisation that did it
     * @param document the document that shows it, where there is one
     */
    record FollowUpDone(LocalDate effectiveOn, PartKey followUp, OrganisationId by, @Nullable BasisDocumentId document)
            implements ReviewEvent {
        public FollowUpDone {
            Bounded.required("followUp", followUp);
            Bounded.required("by", by);
        }
    }
}
