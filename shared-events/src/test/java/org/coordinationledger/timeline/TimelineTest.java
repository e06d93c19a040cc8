package org.coordinationledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.BasisDocumentState.Ending;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellassignment.event.Stage;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection.BreaksLaterSteps;
import org.coordinationledger.timeline.TimelineRejection.LaterStep;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

/** The small examples of the fold of two times. */
class TimelineTest {

    private static final Actor POST = recorder("post");
    private static final Actor POST_DECIDES = decider("post");
    private static final Actor COMMUNE = decider("commune");
    private static final Actor ADMINISTRATOR = Life.administrator();

    @Test
    void a_late_event_takes_its_place_between_two_others() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2020-01-01", "Tên cuối"))
                .then(ADMINISTRATOR, renamed("2015-01-01", "Tên giữa"));

        assertThat(life.on("2014-12-31").name()).hasToString("Tên đầu");
        assertThat(life.on("2015-01-01").name()).hasToString("Tên giữa");
        assertThat(life.on("2019-12-31").name()).hasToString("Tên giữa");
        assertThat(life.on("2020-01-01").name()).hasToString("Tên cuối");
    }

    @Test
    void what_was_known_before_a_late_event_stays_known_as_it_was() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2020-01-01", "Tên cuối"))
                .then(ADMINISTRATOR, renamed("2015-01-01", "Tên giữa"));

        Timeline<?, OrganisationState> before = life.timeline().knownAt(1);
        assertThat(before.on(day("2016-01-01")).orElseThrow().name()).hasToString("Tên đầu");
        assertThat(life.timeline().knownAt(-1).on(day("2016-01-01"))).isEmpty();
    }

    @Test
    void of_two_events_on_one_day_the_later_recorded_one_holds_and_makes_one_phase() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2015-01-01", "Sáng"))
                .then(ADMINISTRATOR, renamed("2015-01-01", "Chiều"));

        assertThat(life.on("2015-01-01").name()).hasToString("Chiều");
        assertThat(life.timeline().phases()).hasSize(2);
    }

    @Test
    void the_state_before_a_step_is_that_in_its_place_and_a_voided_step_has_none() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2020-01-01", "Tên cuối"))
                .then(ADMINISTRATOR, renamed("2015-01-01", "Tên giữa"))
                .then(ADMINISTRATOR, renamed("2015-01-01", "Cùng ngày"));

        assertThat(life.timeline().statesBefore()).containsOnlyKeys(1L, 2L, 3L);
        assertThat(life.timeline().statesBefore().get(1L).name()).hasToString("Cùng ngày");
        assertThat(life.timeline().statesBefore().get(2L).name()).hasToString("Tên đầu");
        assertThat(life.timeline().statesBefore().get(3L).name()).hasToString("Tên giữa");
        Timeline<?, OrganisationState> voided = life.voids(ADMINISTRATOR, 3).timeline();
        assertThat(voided.statesBefore()).containsOnlyKeys(1L, 2L);
        assertThat(voided.statesBefore().get(1L).name()).hasToString("Tên giữa");
    }

    @Test
    void a_record_is_not_there_before_its_first_day_and_phases_exclude_their_end() {
        Life<OrganisationEvent, OrganisationState> life =
                registered("2010-01-01", "Tên đầu").then(ADMINISTRATOR, renamed("2015-01-01", "Tên mới"));

        assertThat(life.timeline().on(day("2009-12-31"))).isEmpty();
        assertThat(life.timeline().phases().get(0).to()).isEqualTo("2015-01-01");
        assertThat(life.timeline().phases().get(1).to()).isEqualTo(Phase.OPEN_END);
    }

    @Test
    void the_first_event_can_be_voided_only_when_nothing_rests_on_it() {
        Life<OrganisationEvent, OrganisationState> alone = registered("2010-01-01", "Tên đầu");
        assertThat(alone.voids(ADMINISTRATOR, 0).timeline().phases()).isEmpty();

        Life<OrganisationEvent, OrganisationState> renamed =
                alone.then(ADMINISTRATOR, renamed("2015-01-01", "Tên mới"));
        assertThat(rejection(() -> renamed.voids(ADMINISTRATOR, 0)))
                .isEqualTo(new BreaksLaterSteps(
                        List.of(new LaterStep(1, "organisation.renamed", day("2015-01-01"), "timeline/not-yet-begun"))));
    }

    @Test
    void a_correction_of_a_correction_counts_and_only_the_head_can_be_corrected() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2015-01-01", "Sai một"))
                .corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Sai hai"))
                .corrects(ADMINISTRATOR, 2, renamed("2016-01-01", "Đúng"));

        assertThat(life.on("2015-06-01").name()).hasToString("Tên đầu");
        assertThat(life.on("2016-01-01").name()).hasToString("Đúng");
        assertThat(life.timeline().knownAt(2).on(day("2015-06-01")).orElseThrow().name()).hasToString("Sai hai");
        assertThat(rejection(() -> life.corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Khác"))))
                .isEqualTo(new TimelineRejection.AlreadyCorrected(1, 2));
    }

    @Test
    void voiding_a_correction_restores_what_it_replaced_and_voiding_that_voiding_brings_it_back() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2015-01-01", "Gốc"))
                .corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Đính chính"))
                .voids(ADMINISTRATOR, 2);
        assertThat(life.on("2015-01-01").name()).hasToString("Gốc");

        assertThat(life.voids(ADMINISTRATOR, 3).on("2015-01-01").name()).hasToString("Đính chính");
        assertThat(rejection(() -> life.voids(ADMINISTRATOR, 2)))
                .isEqualTo(new TimelineRejection.AlreadyVoided(2, 3));
    }

    @Test
    void a_correction_is_not_brought_back_beside_another_one() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2015-01-01", "Gốc"))
                .corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Đính chính một"))
                .voids(ADMINISTRATOR, 2)
                .corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Đính chính hai"));

        assertThat(rejection(() -> life.voids(ADMINISTRATOR, 3)))
                .isEqualTo(new TimelineRejection.AlreadyCorrected(1, 4));
        assertThat(life.voids(ADMINISTRATOR, 4).voids(ADMINISTRATOR, 3).on("2015-01-01").name())
                .hasToString("Đính chính một");
    }

    @Test
    void a_correction_of_what_was_voided_since_is_not_brought_back() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2015-01-01", "Gốc"))
                .corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Đính chính"))
                .voids(ADMINISTRATOR, 2)
                .voids(ADMINISTRATOR, 1);

        assertThat(rejection(() -> life.voids(ADMINISTRATOR, 3)))
                .isEqualTo(new TimelineRejection.AlreadyVoided(1, 4));
    }

    @Test
    void a_correction_is_not_brought_back_beside_another_one_over_several_voidings() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2015-01-01", "Gốc"))
                .corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Đính chính một"))
                .voids(ADMINISTRATOR, 2)
                .voids(ADMINISTRATOR, 3)
                .voids(ADMINISTRATOR, 4)
                .corrects(ADMINISTRATOR, 1, renamed("2015-01-01", "Đính chính hai"));

        assertThat(rejection(() -> life.voids(ADMINISTRATOR, 5)))
                .isEqualTo(new TimelineRejection.AlreadyCorrected(1, 6));
    }

    @Test
    void a_change_taken_back_on_its_own_day_leaves_one_phase() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu")
                .then(ADMINISTRATOR, renamed("2015-01-01", "Tên khác"))
                .then(ADMINISTRATOR, renamed("2015-01-01", "Tên đầu"));

        assertThat(life.timeline().phases())
                .extracting(Phase::from, Phase::to)
                .containsExactly(tuple(day("2010-01-01"), Phase.OPEN_END));
    }

    @Test
    void a_correction_that_moves_a_date_past_the_end_is_refused_and_names_the_later_steps() {
        Life<CellAssignmentEvent, CellAssignmentState> life = assigned()
                .then(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), new Reason("hết nhiệm vụ")));

        Rejection refused = rejection(
                () -> life.corrects(COMMUNE, 4, new CellAssignmentEvent.Assigned(
                        day("2015-01-01"), organisation("cell"), List.of())));

        assertThat(refused).isInstanceOf(org.coordinationledger.cellassignment.event.CellAssignmentRejection.AlreadyOver.class);
        Rejection refusedEarlier = rejection(() -> life.corrects(
                COMMUNE, 3, new CellAssignmentEvent.Received(day("2013-04-01"))));
        assertThat(refusedEarlier)
                .isEqualTo(new BreaksLaterSteps(List.of(new LaterStep(
                        4, "cell-assignment.assigned", day("2013-03-01"), "cell-assignment/step-out-of-order"))));
    }

    @Test
    void a_late_end_before_a_later_step_is_refused_and_names_that_step() {
        Life<CellAssignmentEvent, CellAssignmentState> life = assigned()
                .then(POST_DECIDES, new CellAssignmentEvent.Suspended(day("2014-01-01"), new Reason("đi học")));

        assertThat(rejection(() -> life.then(
                        POST_DECIDES, new CellAssignmentEvent.Ended(day("2013-12-01"), new Reason("điều động")))))
                .isEqualTo(new BreaksLaterSteps(List.of(
                        new LaterStep(5, "cell-assignment.suspended", day("2014-01-01"), "cell-assignment/already-over"))));
    }

    @Test
    void a_term_ends_the_day_after_its_last_day_without_an_event() {
        Life<BasisDocumentEvent, BasisDocumentState> life =
                Life.of(BasisDocumentState.TYPE).then(POST, issued("2021-04-08", "2025-12-31"));

        assertThat(life.on("2025-12-31").inForce()).isTrue();
        assertThat(life.on("2026-01-01").inForce()).isFalse();
        assertThat(life.on("2026-01-01").ended())
                .isEqualTo(new BasisDocumentState.End(Ending.EXPIRED, day("2026-01-01"), null));
        assertThat(rejection(() -> life.then(
                        POST, new BasisDocumentEvent.Revoked(day("2026-01-01"), null, new Reason("muộn")))))
                .isEqualTo(new org.coordinationledger.basisdocument.event.BasisDocumentRejection.NoLongerInForce(
                        "EXPIRED", day("2026-01-01")));
    }

    @Test
    void an_end_by_an_event_comes_before_the_end_of_the_term() {
        Life<BasisDocumentEvent, BasisDocumentState> life = Life.of(BasisDocumentState.TYPE)
                .then(POST, issued("2021-04-08", "2025-12-31"))
                .then(POST, new BasisDocumentEvent.Superseded(day("2023-01-01"), new BasisDocumentId("next"), null));

        assertThat(life.on("2022-12-31").inForce()).isTrue();
        assertThat(life.on("2030-01-01").ended())
                .isEqualTo(new BasisDocumentState.End(
                        Ending.SUPERSEDED, day("2023-01-01"), new BasisDocumentId("next")));
    }

    @Test
    void a_child_re_attached_late_stood_elsewhere_as_known_then() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Xã")
                .then(ADMINISTRATOR, attached("2012-01-01", "district-1"))
                .then(ADMINISTRATOR, attached("2018-01-01", "district-3"))
                .then(ADMINISTRATOR, attached("2015-01-01", "district-2"));

        assertThat(superior(life.timeline().knownAt(2), "2016-01-01")).isEqualTo("district-1");
        assertThat(superior(life.timeline().knownAt(3), "2016-01-01")).isEqualTo("district-2");
        assertThat(superior(life.timeline().knownAt(2), "2019-01-01")).isEqualTo("district-3");
        assertThat(superior(life.timeline().knownAt(3), "2019-01-01")).isEqualTo("district-3");
    }

    @Test
    void an_approval_is_never_corrected_and_is_voided_only_by_its_own_organisation() {
        Life<CellAssignmentEvent, CellAssignmentState> life = selected()
                .then(COMMUNE, new CellAssignmentEvent.Agreed(day("2013-02-10"), null));

        assertThat(rejection(() ->
                        life.corrects(COMMUNE, 1, new CellAssignmentEvent.Agreed(day("2013-02-11"), null))))
                .isEqualTo(new TimelineRejection.ApprovalNotCorrectable(1));
        assertThat(rejection(() -> life.voids(POST, 1)))
                .isEqualTo(new TimelineRejection.NotItsOrganisation(1, "commune"));
        assertThat(life.voids(COMMUNE, 1).on("2013-02-20").stage()).isEqualTo(Stage.SELECTED);
    }

    @Test
    void a_replacement_is_of_the_same_type_and_an_unknown_step_is_not_amended() {
        Life<OrganisationEvent, OrganisationState> life = registered("2010-01-01", "Tên đầu");

        assertThat(rejection(() -> life.corrects(ADMINISTRATOR, 0, renamed("2010-01-01", "Khác loại"))))
                .isEqualTo(new TimelineRejection.OtherEventType(0));
        assertThat(rejection(() -> life.voids(ADMINISTRATOR, 7))).isEqualTo(new TimelineRejection.UnknownStep(7));
        assertThat(rejection(() -> Life.of(OrganisationState.TYPE).voids(ADMINISTRATOR, 0)))
                .isInstanceOf(TimelineRejection.NotYetBegun.class);
    }

    private static Life<OrganisationEvent, OrganisationState> registered(String day, String name) {
        return Life.of(OrganisationState.TYPE)
                .then(ADMINISTRATOR, new OrganisationEvent.Registered(
                        day(day), OrganisationKind.COMMUNE_PARTY_COMMITTEE, new Name(name), null, null, List.of(),
                        null, false, List.of()));
    }

    private static OrganisationEvent.Renamed renamed(String day, String name) {
        return new OrganisationEvent.Renamed(day(day), new Name(name), null, List.of());
    }

    private static OrganisationEvent.Reattached attached(String day, String superior) {
        return new OrganisationEvent.Reattached(day(day), Line.PARTY, organisation(superior), null, List.of());
    }

    private static String superior(Timeline<?, OrganisationState> timeline, String day) {
        return timeline.on(day(day)).orElseThrow().superior(Line.PARTY).orElseThrow().value();
    }

    private static BasisDocumentEvent.Issued issued(String day, String lastDay) {
        return new BasisDocumentEvent.Issued(
                day(day), new DocumentNumber("04-QC/PH"), DocumentKind.REGULATION, Series.PARTY_TERM,
                organisation("post"), null, List.of(), day(day), new Subject("Phối hợp"), false, List.of(), List.of(),
                day(lastDay), false);
    }

    private static Life<CellAssignmentEvent, CellAssignmentState> selected() {
        return Life.of(CellAssignmentState.TYPE)
                .then(POST, new CellAssignmentEvent.Selected(
                        day("2013-02-01"), new MemberId("member"), organisation("post"), organisation("commune"),
                        false, List.of()));
    }

    private static Life<CellAssignmentEvent, CellAssignmentState> assigned() {
        return selected()
                .then(COMMUNE, new CellAssignmentEvent.Agreed(day("2013-02-10"), null))
                .then(POST_DECIDES, new CellAssignmentEvent.Introduced(
                        day("2013-02-20"), new DocumentNumber("1-GT/ĐU"), day("2013-02-20"), List.of(),
                        Regime.ATTENDANCE, false, List.of()))
                .then(COMMUNE, new CellAssignmentEvent.Received(day("2013-02-25")))
                .then(COMMUNE, new CellAssignmentEvent.Assigned(day("2013-03-01"), organisation("cell"), List.of()));
    }

    private static Rejection rejection(Runnable attempt) {
        RejectedException refused = catchThrowableOfType(RejectedException.class, attempt::run);
        assertThat(refused).as("it should have been refused").isNotNull();
        return refused.rejection();
    }
}
