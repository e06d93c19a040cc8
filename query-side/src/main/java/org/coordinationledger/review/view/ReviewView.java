package org.coordinationledger.review.view;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.ReviewEvent.AttendanceRecorded;
import org.coordinationledger.review.event.ReviewEvent.Convened;
import org.coordinationledger.review.event.ReviewEvent.Directed;
import org.coordinationledger.review.event.ReviewEvent.FollowUpDone;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.review.event.ReviewStage;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.review.event.ReviewState.Assessment;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What lists and figures show of reviews. A review may direct more follow-ups than facts hold; whom they wait for is
 * {@code responsible}, how many and how many late are numbers.
 */
public final class ReviewView {

    private static final String CONVENER = "convener";
    private static final String STAGE = "stage";
    private static final String KIND = "kind";
    private static final String ASSESSED_ON = "assessedOn";
    private static final String OPEN = "followUpsOpen";
    private static final String OVERDUE = "followUpsOverdue";

    /** Convened about a record that exists, with the consent of who stands above; attended by and directed to who stands. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Convened.class, (e, on) -> {
                on.recorded(e.reviewed());
                if (e.consentBy() != null) {
                    on.above(e.consentBy(), e.convener());
                    on.recorded(BasisDocumentState.TYPE, e.consentDocument());
                }
                on.standing(e.invited());
            })
            .relies(AttendanceRecorded.class, (e, on) -> on.standing(e.attended()))
            .relies(Directed.class, (e, on) -> on.standing(e.followUps().stream().map(FollowUp::who).toList()))
            .relies(FollowUpDone.class, (e, on) -> {
                on.standing(e.by());
                on.recorded(BasisDocumentState.TYPE, e.document());
            })
            .build();

    public static final FeatureView<ReviewState> VIEW = FeatureView.of(ReviewState.TYPE)
            .revision(2)
            .open(ReviewView::assessed)
            .organisation(CONVENER, s -> s.convened().convener())
            .code(KIND, ReviewKind.class, s -> s.convened().kind())
            .code(STAGE, ReviewStage.class, ReviewState::stage)
            .code("level", AssessmentLevel.class, s -> {
                Assessment assessment = s.assessment();
                return assessment == null ? null : assessment.level();
            })
            .date(ASSESSED_ON, s -> {
                Assessment assessment = s.assessment();
                return assessment == null ? null : assessment.assessedOn();
            })
            .text("reviewed", s -> s.convened().reviewed().id())
            .date("convenedOn", s -> s.convened().effectiveOn())
            .date("firstDay", s -> s.convened().firstDay())
            .date("lastDay", s -> s.convened().lastDay())
            .number("attended", s -> s.attended().size())
            .number("followUps", s -> s.followUps().size())
            .number(OPEN, ReviewState::followUpsOpen)
            .number(OVERDUE, ReviewState::followUpsOverdue)
            .organisations("responsible", ReviewState::responsible)
            .waiting(WaitingFor.class, ReviewView::waiting)
            .titledBy(KIND, CONVENER, "convenedOn")
            .flag("illustrative", s -> s.convened().illustrative())
            .sortedBy("convenedOn")
            .figure(Figure.count("reviewsAssessed")
                    .where(STAGE, ReviewStage.ASSESSED.name())
                    .happenedOn(ASSESSED_ON)
                    .placedBy(CONVENER))
            .figure(Figure.sum(OPEN, OPEN).placedBy(CONVENER))
            .figure(Figure.sum(OVERDUE, OVERDUE).placedBy(CONVENER))
            .trail(TRAIL)
            .build();

    /** What a review waits for. */
    private enum WaitingFor {
        REVIEW_ASSESSMENT,
        REVIEW_FOLLOW_UP
    }

    private ReviewView() {}

    private static boolean assessed(ReviewState state) {
        return state.stage() == ReviewStage.ASSESSED;
    }

    private static List<Waiting> waiting(ReviewState state) {
        if (!state.unfinished()) {
            return List.of();
        }
        Assessment assessment = state.assessment();
        if (assessment == null) {
            return List.of(Waiting.of(
                    WaitingFor.REVIEW_ASSESSMENT,
                    state.convened().convener(),
                    Competence.DECIDE,
                    state.convened().effectiveOn()));
        }
        return state.responsible().stream()
                .map(who -> Waiting.due(
                        WaitingFor.REVIEW_FOLLOW_UP, who, Competence.RECORD, assessment.assessedOn(),
                        firstDue(state, who)))
                .toList();
    }

    /** When the first of an organisation's open follow-ups is due. */
    private static @Nullable LocalDate firstDue(ReviewState state, OrganisationId who) {
        return state.followUps().stream()
                .filter(f -> f.open() && f.followUp().who().equals(who))
                .map(f -> f.followUp().dueOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
