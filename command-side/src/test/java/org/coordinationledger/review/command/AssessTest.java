package org.coordinationledger.review.command;

import static org.coordinationledger.review.command.Session.DISTRICT;
import static org.coordinationledger.review.command.Session.DISTRICT_DECIDES;
import static org.coordinationledger.review.command.Session.PROVINCE;
import static org.coordinationledger.review.command.Session.PROVINCE_DECIDES;
import static org.coordinationledger.review.command.Session.REVIEW;
import static org.coordinationledger.review.command.Session.assessment;
import static org.coordinationledger.review.command.Session.ids;
import static org.coordinationledger.review.command.Session.quantity;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewRejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.FigureName;
import org.junit.jupiter.api.Test;

/** Who attended, which figures were frozen, and the assessment that concludes a review. */
class AssessTest {

    private static final List<FrozenFigure> FIGURES = List.of(new FrozenFigure(
            new FigureName("cellsCovered"), "province", day("2020-05-31"), null, quantity("33"), List.of()));

    private final Session session = new Session();

    @Test
    void the_convener_records_who_attended_before_the_assessment_or_after_it() {
        ReviewEvent.AttendanceRecorded recorded =
                new ReviewEvent.AttendanceRecorded(day("2020-06-02"), ids("post", "district"));
        session.convened().when(PROVINCE, attend("2020-06-02", "post", "district")).recorded(recorded).keys();
        session.assessed().when(PROVINCE, attend("2020-06-02", "post", "district")).recorded(recorded);
        session.convened()
                .when(DISTRICT, attend("2020-06-02", "district"))
                .refused(new ReviewRejection.NotYourStep(List.of("province")));
    }

    @Test
    void who_attended_stands_on_that_day() {
        session.landscape.dissolve("post", "2020-06-02");
        session.convened()
                .when(PROVINCE, attend("2020-06-02", "district", "post"))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2020-06-02"), List.of()));
    }

    @Test
    void the_convener_freezes_figures_before_the_assessment() {
        session.convened()
                .when(PROVINCE, freeze("2020-06-02"))
                .recorded(new ReviewEvent.FiguresFrozen(day("2020-06-02"), 7, FIGURES))
                .keys();
        session.assessed()
                .when(PROVINCE, freeze("2020-06-02"))
                .recorded(new ReviewEvent.FiguresFrozen(day("2020-06-02"), 7, FIGURES));
        session.assessed()
                .when(PROVINCE, freeze("2020-06-03"))
                .refused(new ReviewRejection.AlreadyAssessed(day("2020-06-03")));
        session.convened()
                .when(DISTRICT, freeze("2020-06-02"))
                .refused(new ReviewRejection.NotYourStep(List.of("province")));
    }

    @Test
    void the_convener_assesses_by_a_decision_and_once() {
        session.convened().when(PROVINCE_DECIDES, assess("2020-06-03")).recorded(assessment("2020-06-03")).keys();
        session.convened()
                .when(PROVINCE, assess("2020-06-03"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        session.convened()
                .when(DISTRICT_DECIDES, assess("2020-06-03"))
                .refused(new ReviewRejection.NotYourStep(List.of("province")));
        session.assessed()
                .when(PROVINCE_DECIDES, assess("2020-06-04"))
                .refused(new ReviewRejection.AlreadyAssessed(day("2020-06-03")));
    }

    @Test
    void nothing_is_assessed_that_was_not_convened() {
        session.decision()
                .when(PROVINCE_DECIDES, assess("2020-06-03"))
                .refused(new ServiceRejection.UnknownRecord("reviews", "review"));
        session.convened()
                .when(PROVINCE_DECIDES, assess("2020-05-31"))
                .refused(new TimelineRejection.NotYetBegun(day("2020-05-31")));
    }

    @Test
    void an_assessment_is_voided_and_never_corrected() {
        session.assessed()
                .when(PROVINCE_DECIDES, correct(1, assessment("2020-06-04")))
                .refused(new TimelineRejection.ApprovalNotCorrectable(1));
        session.assessed().when(PROVINCE_DECIDES, voiding(1)).recorded(voiding(1).event());
        session.assessed()
                .when(PROVINCE, voiding(1))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        session.directed()
                .when(PROVINCE_DECIDES, voiding(1))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        2, "review.directed", day("2020-06-03"), "review/not-yet-assessed"))));
    }

    @Test
    void frozen_figures_are_corrected_only_to_a_day_before_the_assessment() {
        ReviewEvent.FiguresFrozen frozen = new ReviewEvent.FiguresFrozen(day("2020-06-02"), 7, FIGURES);
        Amend.Correct earlier = correct(1, new ReviewEvent.FiguresFrozen(day("2020-06-02"), 6, FIGURES));
        session.convened()
                .given(PROVINCE, frozen)
                .given(PROVINCE_DECIDES, assessment("2020-06-03"))
                .when(PROVINCE, earlier)
                .recorded(earlier.event());
        session.convened()
                .given(PROVINCE, frozen)
                .given(PROVINCE_DECIDES, assessment("2020-06-03"))
                .when(PROVINCE, correct(1, new ReviewEvent.FiguresFrozen(day("2020-06-04"), 7, FIGURES)))
                .refused(new ReviewRejection.AlreadyAssessed(day("2020-06-03")));
    }

    private static ReviewCommand.RecordAttendance attend(String day, String... attended) {
        return new ReviewCommand.RecordAttendance(REVIEW, day(day), ids(attended));
    }

    private static ReviewCommand.FreezeFigures freeze(String day) {
        return new ReviewCommand.FreezeFigures(REVIEW, day(day), 7, FIGURES);
    }

    private static ReviewCommand.Assess assess(String day) {
        ReviewEvent.Assessed e = assessment(day);
        return new ReviewCommand.Assess(REVIEW, e.effectiveOn(), e.level(), e.assessment());
    }

    private static Amend.Correct correct(long sequence, RecordEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("review"), day("2026-01-01"), sequence, replacement, Landscape.REASON, List.of());
    }

    private static Amend.Void voiding(long sequence) {
        return new Amend.Void(new AnyRecordId("review"), day("2026-01-01"), sequence, Landscape.REASON, List.of());
    }
}
