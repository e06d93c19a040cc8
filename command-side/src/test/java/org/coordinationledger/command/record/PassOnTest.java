package org.coordinationledger.command.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellassignment.event.Stage;
import org.coordinationledger.command.CommandSideConfiguration;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationEvent.Manner;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.timeline.SuccessionRejection;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.RecordReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a record whose commune is merged into another, as commands decide it. */
class PassOnTest {

    private static final String MERGED_ON = "2025-07-01";
    private static final Actor NEW_COMMUNE = decider("new-commune");

    private final Landscape landscape = new Landscape();
    private final Timeline<CellAssignmentEvent, CellAssignmentState> agreed = selected()
            .then(decider("commune"), new CellAssignmentEvent.Agreed(day("2025-02-10"), null))
            .timeline();

    private static Life<CellAssignmentEvent, CellAssignmentState> selected() {
        return Life.of(CellAssignmentState.TYPE)
                .then(recorder("post"), new CellAssignmentEvent.Selected(
                        day("2025-02-01"), new MemberId("member"), organisation("post"), organisation("commune"), false,
                        List.of()));
    }

    @BeforeEach
    void the_commune_is_merged() {
        landscape.stands("new-commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        landscape.stands("other-commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        merge("commune", "new-commune", MERGED_ON);
        landscape.dissolve("district", MERGED_ON);
    }

    @Test
    void a_successor_goes_on_in_the_place_of_the_dissolved_organisation() {
        Timeline<?, CellAssignmentState> after = pass(NEW_COMMUNE, inherited(MERGED_ON, "commune", "new-commune"));

        assertThat(after.on(day("2025-06-30")).orElseThrow().commune()).isEqualTo(organisation("commune"));
        assertThat(after.on(day(MERGED_ON)).orElseThrow().commune()).isEqualTo(organisation("new-commune"));
        assertThat(after.on(day(MERGED_ON)).orElseThrow().stage()).isEqualTo(Stage.AGREED);
    }

    @Test
    void a_record_is_followed_through_two_mergers() {
        landscape.stands("third-commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        merge("new-commune", "third-commune", "2026-01-01");
        Timeline<CellAssignmentEvent, CellAssignmentState> once =
                pass(NEW_COMMUNE, inherited(MERGED_ON, "commune", "new-commune"));

        Timeline<?, CellAssignmentState> twice =
                pass(once, decider("third-commune"), inherited("2026-01-01", "new-commune", "third-commune"));

        assertThat(List.of("2025-06-30", "2025-12-31", "2026-01-01"))
                .extracting(d -> twice.on(day(d)).orElseThrow().commune().value())
                .containsExactly("commune", "new-commune", "third-commune");
    }

    @Test
    void what_two_mergers_left_can_pass_on_in_one_step() {
        landscape.stands("third-commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        merge("new-commune", "third-commune", "2026-01-01");

        Timeline<?, CellAssignmentState> after =
                pass(decider("third-commune"), inherited("2026-01-01", "commune", "third-commune"));

        assertThat(after.on(day("2026-01-01")).orElseThrow().commune()).isEqualTo(organisation("third-commune"));
    }

    @Test
    void nothing_passes_on_from_an_organisation_that_stands() {
        refused(NEW_COMMUNE, inherited("2025-06-30", "commune", "new-commune"),
                new SuccessorRejection.StillStands("commune", day("2025-06-30")));
    }

    @Test
    void only_a_successor_that_stands_inherits() {
        refused(NEW_COMMUNE, inherited(MERGED_ON, "commune", "other-commune"),
                new SuccessorRejection.NotASuccessor("other-commune", "commune", List.of("new-commune")));
    }

    @Test
    void a_successor_or_who_is_above_one_decides() {
        Succession event = inherited(MERGED_ON, "commune", "new-commune");

        assertThat(pass(decider("province"), event).version()).isEqualTo(2);
        refused(decider("elsewhere"), event,
                new SuccessorRejection.NotToDecide("commune", List.of("new-commune")));
        refused(decider("other-commune"), event,
                new SuccessorRejection.NotToDecide("commune", List.of("new-commune")));
        refused(recorder("new-commune"), event, new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void who_was_above_an_organisation_without_successors_decides_that_its_records_lapse() {
        landscape.stands("lone-commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "district");
        landscape.dissolve("lone-commune", MERGED_ON);
        Timeline<CellAssignmentEvent, CellAssignmentState> record = Life.of(CellAssignmentState.TYPE)
                .then(recorder("post"), new CellAssignmentEvent.Selected(
                        day("2025-02-01"), new MemberId("member"), organisation("post"), organisation("lone-commune"),
                        false, List.of()))
                .timeline();

        Timeline<?, CellAssignmentState> after = pass(record, decider("province"), lapsed("lone-commune"));

        assertThat(after.on(day(MERGED_ON)).orElseThrow().stage()).isEqualTo(Stage.LAPSED);
        refused(() -> pass(record, decider("elsewhere"), lapsed("lone-commune")), new SuccessorRejection.NotToDecide("lone-commune", List.of()));
    }

    @Test
    void an_organisation_of_another_kind_cannot_have_the_place() {
        landscape.stands("old-post", OrganisationKind.BORDER_POST, "border-guard");
        merge("old-post", "new-commune", MERGED_ON);
        Timeline<CellAssignmentEvent, CellAssignmentState> record = Life.of(CellAssignmentState.TYPE)
                .then(recorder("old-post"), new CellAssignmentEvent.Selected(
                        day("2025-02-01"), new MemberId("member"), organisation("old-post"), organisation("commune"),
                        false, List.of()))
                .timeline();

        refused(() -> pass(record, NEW_COMMUNE, inherited(MERGED_ON, "old-post", "new-commune")), new SuccessorRejection.CannotHaveItsPlace(
                        "new-commune", "COMMUNE_PARTY_COMMITTEE", "BORDER_POST"));
    }

    @Test
    void a_record_of_the_same_type_replaces_it() {
        landscape.registry.with(
                CellAssignmentState.TYPE, new AnyRecordId("other"), recorder("post"),
                (RecordEvent) selected().timeline().steps().get(0).event());

        assertThat(pass(NEW_COMMUNE, replaced("cell-assignments", "other")).on(day(MERGED_ON)).orElseThrow().stage())
                .isEqualTo(Stage.REPLACED);
        refused(NEW_COMMUNE, replaced("agreements", "other"),
                new SuccessorRejection.ReplacedByAnotherKind("agreements", "cell-assignments"));
        refused(NEW_COMMUNE, replaced("cell-assignments", "assignment"), new SuccessorRejection.ReplacedByItself());
        refused(NEW_COMMUNE, replaced("cell-assignments", "none"),
                new NeighbourRejection.UnknownNeighbour("cell-assignments", "none", day(MERGED_ON)));
    }

    @Test
    void what_the_record_does_not_name_is_not_left_by_it() {
        landscape.stands("third", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        merge("third", "new-commune", MERGED_ON);

        refused(NEW_COMMUNE, inherited(MERGED_ON, "third", "new-commune"), new SuccessionRejection.NotNamed("third"));
    }

    @Test
    void the_heir_takes_the_next_step_and_the_dissolved_one_none() {
        Timeline<CellAssignmentEvent, CellAssignmentState> after =
                pass(NEW_COMMUNE, inherited(MERGED_ON, "commune", "new-commune"));
        Timeline<CellAssignmentEvent, CellAssignmentState> introduced = pass(
                after,
                new Actor("another-person", organisation("post"), decider("post").role()),
                new CellAssignmentEvent.Introduced(
                        day("2025-07-05"), new DocumentNumber("1-GT/ĐU"),
                        day("2025-07-05"), List.of(), Regime.ATTENDANCE,
                        false, List.of()));

        assertThat(pass(introduced, NEW_COMMUNE, new CellAssignmentEvent.Received(day("2025-07-08"))).version())
                .isEqualTo(4);
    }

    @Test
    void the_heir_amends_what_the_dissolved_organisation_recorded_and_nobody_else_does() {
        Timeline<CellAssignmentEvent, CellAssignmentState> after =
                pass(NEW_COMMUNE, inherited(MERGED_ON, "commune", "new-commune"));
        Amendment.Voided voided = new Amendment.Voided(day("2025-07-02"), 1, Landscape.REASON, List.of());

        assertThat(pass(after, NEW_COMMUNE, voided).on(day(MERGED_ON)).orElseThrow().stage())
                .isEqualTo(Stage.SELECTED);
        refused(() -> pass(after, decider("other-commune"), voided), new TimelineRejection.NotItsOrganisation(1, "commune"));
    }

    @Test
    void a_wrong_decision_to_pass_on_is_corrected_or_voided_by_who_took_it() {
        Timeline<CellAssignmentEvent, CellAssignmentState> after =
                pass(NEW_COMMUNE, inherited(MERGED_ON, "commune", "new-commune"));

        Timeline<?, CellAssignmentState> voided =
                pass(after, NEW_COMMUNE, new Amendment.Voided(day("2025-07-02"), 2, Landscape.REASON, List.of()));
        Timeline<?, CellAssignmentState> later = pass(after, NEW_COMMUNE, new Amendment.Corrected(
                day("2025-07-02"), 2, inherited("2025-07-15", "commune", "new-commune"), "1", Landscape.REASON,
                List.of()));

        assertThat(voided.on(day("2025-08-01")).orElseThrow().commune()).isEqualTo(organisation("commune"));
        assertThat(later.on(day("2025-07-14")).orElseThrow().commune()).isEqualTo(organisation("commune"));
        assertThat(later.on(day("2025-07-15")).orElseThrow().commune()).isEqualTo(organisation("new-commune"));
    }

    @Test
    void a_position_in_a_district_committee_is_not_inherited_by_another_level() {
        Timeline<CommitteeAppointmentEvent, CommitteeAppointmentState> nomination =
                Life.of(CommitteeAppointmentState.TYPE)
                        .then(recorder("border-guard"), new CommitteeAppointmentEvent.Nominated(
                                day("2025-02-01"), new MemberId("member"), organisation("district"),
                                CommitteeLevel.DISTRICT, CommitteePosition.MEMBER_OF_EXECUTIVE_COMMITTEE, List.of(), false))
                        .timeline();

        refused(() -> pass(nomination, decider("province"), inherited(MERGED_ON, "district", "new-commune")), new NeighbourRejection.WrongOrganisationKind(
                        "new-commune", "COMMUNE_PARTY_COMMITTEE", List.of("DISTRICT_PARTY_COMMITTEE")));
        assertThat(pass(nomination, decider("province"), lapsed("district")).on(day(MERGED_ON)).orElseThrow().open())
                .isFalse();
    }

    private void merge(String organisation, String into, String day) {
        landscape.organisation(organisation, new OrganisationEvent.Dissolved(
                day(day), Manner.MERGED, List.of(organisation(into)), Landscape.REASON, List.of()));
    }

    private static Succession.Inherited inherited(String day, String from, String by) {
        return new Succession.Inherited(day(day), organisation(from), organisation(by), null, List.of());
    }

    private static Succession.Lapsed lapsed(String from) {
        return new Succession.Lapsed(day(MERGED_ON), organisation(from), Landscape.REASON, List.of());
    }

    private static Succession.Replaced replaced(String resource, String by) {
        return new Succession.Replaced(
                day(MERGED_ON), organisation("commune"), new RecordReference(resource, by), null, List.of());
    }

    private Timeline<CellAssignmentEvent, CellAssignmentState> pass(Actor actor, RecordEvent event) {
        return pass(agreed, actor, event);
    }

    private <E extends RecordEvent, S> Timeline<E, S> pass(Timeline<E, S> known, Actor actor, RecordEvent event) {
        CommandFeature feature = CommandSideConfiguration.FEATURES.of(
                known.on(day("9000-01-01")).orElseThrow() instanceof CellAssignmentState
                        ? CellAssignmentState.TYPE
                        : CommitteeAppointmentState.TYPE);
        return feature.decide(new Asked("assignment", false, event, actor, null), known, landscape.registry)
                .after();
    }

    private void refused(Actor actor, RecordEvent event, Rejection rejection) {
        refused(() -> pass(actor, event), rejection);
    }

    private static void refused(ThrowingCallable step, Rejection rejection) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
    }
}
