package org.coordinationledger.briefing.view;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.briefing.event.BriefingEvent.Delivered;
import org.coordinationledger.briefing.event.BriefingEvent.Drafted;
import org.coordinationledger.briefing.event.BriefingEvent.Passed;
import org.coordinationledger.briefing.event.BriefingEvent.Rejected;
import org.coordinationledger.briefing.event.BriefingEvent.Returned;
import org.coordinationledger.briefing.event.BriefingEvent.Revised;
import org.coordinationledger.briefing.event.BriefingEvent.Submitted;
import org.coordinationledger.briefing.event.BriefingStage;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingState.Pass;
import org.coordinationledger.briefing.event.BriefingState.Submission;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.declaration.Deadline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What lists and figures show of briefings. A briefing may go to hundreds of cells, more than facts hold; figures place
 * it by its post alone.
 */
public final class BriefingView {

    /** The post that prepared it. */
    public static final String POST = "post";

    /** Whether it was given to a cell. */
    public static final String DELIVERED = "delivered";

    private static final String STAGE = "stage";
    private static final String RETURNED = "returnedAtLeastOnce";
    private static final String TOPIC = "topic";
    private static final String PASSED_ON = "passedOn";
    private static final String DAYS_TO_PASS = "daysToPass";
    private static final String DELIVERIES = "deliveries";
    private static final String DRAFTED_ON = "draftedOn";
    private static final String RETURNED_ON = "returnedOn";
    private static final String DELIVERED_ON = "deliveredOn";
    private static final String LAST_DELIVERED_ON = "lastDeliveredOn";

    /** What was delivered had passed word for word, and who passed it neither wrote nor submitted it. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .needs(Submitted.class, Drafted.class)
            .needs(Passed.class, Submitted.class)
            .needs(Returned.class, Submitted.class)
            .needs(Rejected.class, Submitted.class)
            .needs(Delivered.class, Passed.class)
            .part(Passed.class, Passed::digest)
            .part(Delivered.class, Delivered::digest)
            .apart(Passed.class, Drafted.class, Revised.class)
            .apartFromLast(Passed.class, Submitted.class)
            .text(TrailRules.Use.WRITES, Drafted.class, e -> 1, Drafted::digest)
            .text(TrailRules.Use.WRITES, Revised.class, Revised::revision, Revised::digest)
            .text(TrailRules.Use.SUBMITS, Submitted.class, Submitted::revision, e -> null)
            .text(TrailRules.Use.APPROVES, Passed.class, Passed::revision, Passed::digest)
            .text(TrailRules.Use.SHOWS, Delivered.class, e -> null, Delivered::digest)
            .relies(Drafted.class, (e, on) -> on.standing(e.post(), OrganisationKind.BORDER_POST))
            .relies(Delivered.class, BriefingView::delivered)
            .build();

    public static final FeatureView<BriefingState> VIEW = FeatureView.of(BriefingState.TYPE)
            .revision(4)
            .open(BriefingState::deliverable)
            .code(STAGE, BriefingStage.class, BriefingState::stage)
            .organisation(POST, BriefingState::post)
            .code(TOPIC, BriefingTopic.class, BriefingState::topic)
            .number("revisions", s -> s.text().revision())
            .date(DRAFTED_ON, BriefingState::draftedOn)
            .flag(RETURNED, s -> s.returnedOn() != null)
            .date(RETURNED_ON, BriefingState::returnedOn)
            .flag(DELIVERED, s -> !s.deliveries().isEmpty())
            .date(DELIVERED_ON, BriefingState::deliveredOn)
            .date(LAST_DELIVERED_ON, BriefingState::lastDeliveredOn)
            .number(DELIVERIES, s -> s.deliveries().size())
            .date(PASSED_ON, s -> {
                Pass pass = s.pass();
                return pass == null ? null : pass.on();
            })
            .quantity(DAYS_TO_PASS, BriefingView::daysToPass)
            .waiting(WaitingFor.class, BriefingView::waiting)
            .searchedIn(BriefingState::subject)
            .titledBy(TOPIC, POST)
            .flag("illustrative", BriefingState::illustrative)
            .figure(Figure.count("briefings").happenedOn(DRAFTED_ON).placedBy(POST))
            .figure(Figure.count("briefingsDelivered")
                    .where(DELIVERED, true)
                    .happenedOn(DELIVERED_ON)
                    .placedBy(POST))
            .figure(Figure.count("briefingsReturnedAtLeastOnce")
                    .where(RETURNED, true)
                    .happenedOn(RETURNED_ON)
                    .placedBy(POST))
            .figure(inStage("briefingsRejected", BriefingStage.REJECTED))
            .figure(inStage("briefingsAwaitingPass", BriefingStage.SUBMITTED))
            .figure(Figure.count("briefingsPassed")
                    .where(FeatureView.OPEN, true)
                    .happenedOn(PASSED_ON)
                    .placedBy(POST))
            .figure(Figure.median("medianDaysToPass", DAYS_TO_PASS)
                    .reached(PASSED_ON)
                    .happenedOn(PASSED_ON)
                    .placedBy(POST))
            .figure(Figure.sum(DELIVERIES, DELIVERIES).accumulatingUntil(LAST_DELIVERED_ON).placedBy(POST))
            .trail(TRAIL)
            .build();

    /** What a briefing waits for. */
    private enum WaitingFor {
        BRIEFING_SUBMISSION,
        BRIEFING_PASS
    }

    private BriefingView() {}

    private static List<Waiting> waiting(BriefingState state) {
        return switch (state.stage()) {
            case DRAFTED, RETURNED -> List.of(Waiting.of(
                    WaitingFor.BRIEFING_SUBMISSION, state.post(), Competence.RECORD, state.stageSince()));
            case SUBMITTED -> List.of(Waiting.within(
                    Deadline.BRIEFING_PASS, WaitingFor.BRIEFING_PASS, state.post(), Competence.DECIDE,
                    state.stageSince()));
            case PASSED, REJECTED, WITHDRAWN, LAPSED -> List.of();
        };
    }

    private static Figure inStage(String name, BriefingStage stage) {
        return Figure.count(name).where(STAGE, stage.name()).placedBy(POST);
    }

    /** From the day of submission to that of the pass; absent until the latest revision passed. */
    private static @Nullable Quantity daysToPass(BriefingState state) {
        Submission submission = state.submission();
        Pass pass = state.pass();
        return submission == null || pass == null
                ? null
                : new Quantity(
                        BigDecimal.valueOf(ChronoUnit.DAYS.between(submission.on(), pass.on())), Quality.EXACT, null);
    }

    private static void delivered(Delivered event, Reliances on) {
        OrganisationId post = on.actor().organisation();
        OrganisationId cell = event.cell();
        on.standing(cell, OrganisationKind.CELL);
        on.test(OrganisationState.TYPE, cell, Condition.COVERED_BY_THE_POST, (known, day) -> {
            List<OrganisationId> covered =
                    known.on(OrganisationState.TYPE, post, day).map(OrganisationState::covers).orElse(List.of());
            return known.standing(cell, day)
                    .filter(c -> c.partySuperior() == null || !covered.contains(c.partySuperior()))
                    .isEmpty();
        });
        CellMeetingId meeting = event.cellMeeting();
        if (meeting != null) {
            on.state(Condition.HELD_THERE, CellMeetingState.TYPE, meeting,
                    m -> m.cell().equals(cell) && m.heldOn().equals(event.effectiveOn()));
        }
    }
}
