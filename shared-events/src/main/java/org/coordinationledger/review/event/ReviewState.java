package org.coordinationledger.review.event;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a review is on a day.
 *
 * @param convened what it was convened with; heirs stand in the place of who convened it
 * @param attended the organisations that attended, each once; empty until recorded
 * @param frozen the figures that it rests on, or null while none are frozen
 * @param assessment what concluded it, or null
 * @param followUps in the order in which they were directed
 * @param lapsedOn since when nobody goes on with it, or null
 */
public record ReviewState(
        ReviewEvent.Convened convened,
        List<OrganisationId> attended,
        @Nullable Frozen frozen,
        @Nullable Assessment assessment,
        List<FollowUpState> followUps,
        @Nullable LocalDate lapsedOn) {

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

        FollowUpState inherited(UnaryOperator<OrganisationId> heir) {
            return open()
                    ? new FollowUpState(
                            new FollowUp(followUp.key(), followUp.what(), heir.apply(followUp.who()), followUp.dueOn()),
                            null, overdue)
                    : this;
        }
    }

    public ReviewStage stage() {
        if (lapsedOn != null) {
            return ReviewStage.LAPSED;
        }
        return assessment == null ? ReviewStage.CONVENED : ReviewStage.ASSESSED;
    }

    /** Whether it is still to be concluded, or to be followed up. */
    public boolean unfinished() {
        return lapsedOn == null && (assessment == null || followUpsOpen() > 0);
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

    /** With heirs in the place of who convened it, and of who has follow-ups to do. */
    ReviewState inherited(UnaryOperator<OrganisationId> heir) {
        ReviewEvent.Convened c = convened;
        return new ReviewState(
                new ReviewEvent.Convened(
                        c.effectiveOn(), heir.apply(c.convener()), c.kind(), c.reviewed(), c.firstDay(), c.lastDay(),
                        c.consentBy(), c.consentDocument(), c.invited(), c.bases(), c.illustrative()),
                attended, frozen, assessment, followUps.stream().map(f -> f.inherited(heir)).toList(), lapsedOn);
    }

    /** Over from this day on; what was open then is not done any more. */
    ReviewState lapsed(LocalDate on) {
        return new ReviewState(
                convened, attended, frozen, assessment, followUps.stream().filter(f -> !f.open()).toList(), on);
    }

    List<PartKey> keys() {
        return followUps.stream().map(f -> f.followUp().key()).toList();
    }

    ReviewState attendedBy(List<OrganisationId> organisations) {
        return new ReviewState(convened, organisations.stream().distinct().toList(), frozen, assessment, followUps, lapsedOn);
    }

    ReviewState restingOn(Frozen figures) {
        return new ReviewState(convened, attended, figures, assessment, followUps, lapsedOn);
    }

    ReviewState concluded(Assessment conclusion) {
        return new ReviewState(convened, attended, frozen, conclusion, followUps, lapsedOn);
    }

    ReviewState with(List<FollowUpState> others) {
        return new ReviewState(convened, attended, frozen, assessment, others, lapsedOn);
    }
}
