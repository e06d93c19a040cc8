package org.coordinationledger.review.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a review is on a day.
 *
 * @param convened what it was convened with
 * @param attended the organisations that attended, each once; empty until recorded
 * @param frozen the figures that it rests on, or null while none are frozen
 * @param assessment what concluded it, or null
 * @param followUps in the order in which they were directed
 */
public record ReviewState(
        ReviewEvent.Convened convened,
        List<OrganisationId> attended,
        @Nullable Frozen frozen,
        @Nullable Assessment assessment,
        List<FollowUpState> followUps) {

    public static final RecordType<ReviewEvent, ReviewState> TYPE =
            new RecordType<>("Review", "reviews", ReviewEvent.class, new ReviewEvolution());

    /** Figures as they were at a position of the ledger. */
    public record Frozen(LocalDate frozenOn, long position, List<FrozenFigure> figures) {}

    /** The conclusion of a review. */
    public record Assessment(LocalDate assessedOn, AssessmentLevel level, Subject text) {}

    /** Who did a follow-up, and the document that shows it, if one does. */
    public record Done(LocalDate doneOn, OrganisationId by, @Nullable BasisDocumentId document) {}

    /**
     * A follow-up as it stands.
     *
     * @param done null while it is open
     * @param overdue whether it is open and its due date has passed
     */
    public record FollowUpState(FollowUp followUp, @Nullable Done done, boolean overdue) {

        static FollowUpState open(FollowUp followUp, LocalDate day) {
            LocalDate dueOn = followUp.dueOn();
            return new FollowUpState(followUp, null, dueOn != null && day.isAfter(dueOn));
        }

        public boolean open() {
            return done == null;
        }
    }

    public ReviewStage stage() {
        return assessment == null ? ReviewStage.CONVENED : ReviewStage.ASSESSED;
    }

    public long followUpsOpen() {
        return followUps.stream().filter(FollowUpState::open).count();
    }

    public long followUpsOverdue() {
        return followUps.stream().filter(FollowUpState::overdue).count();
    }

    /** The organisations that have follow-ups to do, each once. */
    public List<OrganisationId> responsible() {
        return followUps.stream()
                .filter(FollowUpState::open)
                .map(f -> f.followUp().who())
                .distinct()
                .toList();
    }

    List<PartKey> keys() {
        return followUps.stream().map(f -> f.followUp().key()).toList();
    }

    ReviewState attendedBy(List<OrganisationId> organisations) {
        return new ReviewState(convened, organisations.stream().distinct().toList(), frozen, assessment, followUps);
    }

    ReviewState restingOn(Frozen figures) {
        return new ReviewState(convened, attended, figures, assessment, followUps);
    }

    ReviewState concluded(Assessment conclusion) {
        return new ReviewState(convened, attended, frozen, conclusion, followUps);
    }

    ReviewState with(List<FollowUpState> others) {
        return new ReviewState(convened, attended, frozen, assessment, others);
    }
}
