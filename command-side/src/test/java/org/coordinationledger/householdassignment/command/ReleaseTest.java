package org.coordinationledger.householdassignment.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.householdassignment.command.Charge.CHARGE;
import static org.coordinationledger.householdassignment.command.Charge.COMMUNE_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.OTHER;
import static org.coordinationledger.householdassignment.command.Charge.POST;
import static org.coordinationledger.householdassignment.command.Charge.POST_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.REASON;
import static org.coordinationledger.householdassignment.command.Charge.add;
import static org.coordinationledger.householdassignment.command.Charge.assigned;
import static org.coordinationledger.householdassignment.command.Charge.codes;
import static org.coordinationledger.householdassignment.command.Charge.recorded;
import static org.coordinationledger.householdassignment.command.Charge.recordedOfOther;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import java.util.stream.IntStream;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.RecordedAlong;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentRejection;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.ledger.LedgerBounds;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.junit.jupiter.api.Test;

/** Households leave a member's charge: released, handed over, or with the end. */
class ReleaseTest {

    private final Charge charge = new Charge();

    @Test
    void a_released_household_is_free_from_that_day_on() {
        charge.keysHeld();
        charge.afterAssignment()
                .when(POST_DECIDES, release("2019-01-01", "HO-1"))
                .recorded(new HouseholdAssignmentEvent.HouseholdsReleased(day("2019-01-01"), codes("HO-1"), REASON))
                .keys(recorded("HO-1", "2018-11-01", "2019-01-01"));
    }

    @Test
    void only_households_in_charge_are_released_handed_over_and_visited() {
        charge.otherOf("cell");
        HouseholdAssignmentRejection notInCharge = new HouseholdAssignmentRejection.NotInCharge("HO-9");
        charge.afterAssignment().when(POST_DECIDES, release("2019-01-01", "HO-1", "HO-9")).refused(notInCharge);
        charge.afterAssignment().when(POST_DECIDES, handOver(OTHER, "HO-9")).refused(notInCharge);
        charge.afterAssignment().when(POST, visit("2019-01-01", "HO-9")).refused(notInCharge);
    }

    @Test
    void a_visit_is_recorded_by_the_post_and_once_for_each_household() {
        charge.keysHeld();
        charge.afterAssignment()
                .when(POST, visit("2019-01-01", "HO-1", "HO-2"))
                .recorded(new HouseholdAssignmentEvent.VisitRecorded(day("2019-01-01"), codes("HO-1", "HO-2")))
                .keys();
        charge.afterAssignment()
                .when(POST, visit("2019-01-01", "HO-1", "HO-1"))
                .refused(new HouseholdAssignmentRejection.NamedTwice("HO-1"));
        charge.afterAssignment()
                .when(COMMUNE_DECIDES, visit("2019-01-01", "HO-1"))
                .refused(new HouseholdAssignmentRejection.NotYourStep(List.of("post")));
        charge.afterAssignment()
                .when(POST, visit("2018-10-31", "HO-1"))
                .refused(new HouseholdAssignmentRejection.StepOutOfOrder("AGREED", List.of("ASSIGNED")));
    }

    @Test
    void households_are_handed_over_to_another_assignment_of_the_hamlet_which_takes_them_in_the_same_commit() {
        charge.keysHeld();
        charge.otherOf("cell");
        charge.afterAssignment()
                .when(POST_DECIDES, handOver(OTHER, "HO-1", "HO-2"))
                .recorded(new HouseholdAssignmentEvent.HandedOver(day("2019-02-01"), OTHER, codes("HO-1", "HO-2")))
                .along(new RecordedAlong("other", 1, new HouseholdAssignmentEvent.TakenOver(
                        day("2019-02-01"), CHARGE, 2, codes("HO-1", "HO-2"))))
                .keys(
                        recorded("HO-1", "2018-11-01", "2019-02-01"),
                        recordedOfOther("HO-1", "2019-02-01"),
                        recorded("HO-2", "2018-11-01", "2019-02-01"),
                        recordedOfOther("HO-2", "2019-02-01"));
    }

    @Test
    void what_the_other_member_cannot_take_is_not_handed_over() {
        charge.keysHeld();
        charge.otherOf("cell");
        charge.other(assigned("2018-11-01", households(100, HouseholdAssignmentEvent.MOST_IN_ONE_STEP)));
        charge.other(new HouseholdAssignmentEvent.HouseholdsAdded(
                day("2018-11-02"), codes(households(200, HouseholdAssignmentEvent.MOST_IN_CHARGE
                        - HouseholdAssignmentEvent.MOST_IN_ONE_STEP))));
        charge.afterAssignment()
                .when(POST_DECIDES, handOver(OTHER, "HO-1"))
                .refused(new CommandRejection.CounterpartRefused(
                        "household-assignments", "other", "household-assignment/too-many-households"));
    }

    @Test
    void nothing_is_handed_over_to_another_posts_member() {
        charge.landscape.registry.with(
                HouseholdAssignmentState.TYPE, OTHER, Charge.COMMUNE,
                new HouseholdAssignmentEvent.Agreed(
                        day("2018-10-15"), Charge.MEMBER, organisation("post-2"), organisation("commune"),
                        organisation("cell"), List.of(), false));
        charge.afterAssignment()
                .when(POST_DECIDES, handOver(OTHER, "HO-1"))
                .refused(new HouseholdAssignmentAcross.NotAReceiver("other"));
    }

    /** Both steps, and each household given up by one and taken by the other. */
    @Test
    void the_largest_hand_over_fits_into_one_commit() {
        charge.otherOf("cell");
        String[] all = households(0, HouseholdAssignmentEvent.MOST_HANDED_OVER);
        for (String household : all) {
            charge.holds("charge", household, "2018-11-01", null);
        }
        charge.afterAgreement()
                .given(POST_DECIDES, assigned("2018-11-01", all))
                .when(POST_DECIDES, handOver(OTHER, all))
                .recorded(handOver(OTHER, all).event());
        assertThat(charge.landscape.registry.recorded())
                .hasSize(2 * all.length)
                .hasSizeLessThanOrEqualTo(LedgerBounds.MAX_COMMIT_ENTRIES - 2);
    }

    @Test
    void who_gets_them_takes_them_on_the_same_day_and_not_before() {
        charge.keysHeld();
        charge.holds("giver", "HO-3", "2018-11-01", "2019-02-01");
        charge.afterAssignment()
                .when(POST_DECIDES, add("2019-01-31", "HO-3"))
                .refused(new HouseholdAssignmentAcross.HouseholdTaken("HO-3", "cell", "giver"));
        charge.afterAssignment()
                .when(POST_DECIDES, add("2019-02-01", "HO-3"))
                .recorded(new HouseholdAssignmentEvent.HouseholdsAdded(day("2019-02-01"), codes("HO-3")))
                .keys(recorded("HO-3", "2019-02-01", null));
    }

    @Test
    void nothing_is_handed_over_to_itself_to_another_hamlet_or_to_what_is_over() {
        charge.otherOf("cell-2");
        charge.afterAssignment()
                .when(POST_DECIDES, handOver(OTHER, "HO-1"))
                .refused(new HouseholdAssignmentAcross.NotAReceiver("other"));
        charge.landscape.registry.with(
                HouseholdAssignmentState.TYPE,
                CHARGE,
                POST_DECIDES,
                Charge.agreed("2018-10-15", "cell"));
        charge.afterAssignment()
                .when(POST_DECIDES, handOver(CHARGE, "HO-1"))
                .refused(new HouseholdAssignmentAcross.NotAReceiver("charge"));
        charge.afterAssignment()
                .when(POST_DECIDES, handOver(new HouseholdAssignmentId("nothing"), "HO-1"))
                .refused(new NeighbourRejection.UnknownNeighbour(
                        "household-assignments", "nothing", day("2019-02-01")));
    }

    @Test
    void nothing_is_handed_over_to_an_assignment_that_has_ended() {
        charge.otherOf("cell");
        charge.other(new HouseholdAssignmentEvent.Ended(day("2019-02-01"), REASON));
        charge.afterAssignment()
                .when(POST_DECIDES, handOver(OTHER, "HO-1"))
                .refused(new HouseholdAssignmentAcross.NotAReceiver("other"));
    }

    @Test
    void the_end_sets_all_households_free_and_nothing_follows_it() {
        charge.keysHeld();
        HouseholdAssignmentEvent.Ended ended = new HouseholdAssignmentEvent.Ended(day("2019-03-01"), REASON);
        charge.afterAssignment()
                .when(POST_DECIDES, new HouseholdAssignmentCommand.End(CHARGE, day("2019-03-01"), REASON))
                .recorded(ended)
                .keys(recorded("HO-1", "2018-11-01", "2019-03-01"), recorded("HO-2", "2018-11-01", "2019-03-01"));
        charge.afterAssignment()
                .given(POST_DECIDES, ended)
                .when(POST, visit("2019-03-01", "HO-1"))
                .refused(new HouseholdAssignmentRejection.AlreadyOver(day("2019-03-01")));
    }

    /** The step itself and a key for each household. */
    @Test
    void the_end_of_the_largest_charge_fits_into_one_commit() {
        String[] first = households(0, HouseholdAssignmentEvent.MOST_IN_ONE_STEP);
        String[] rest = households(
                HouseholdAssignmentEvent.MOST_IN_ONE_STEP,
                HouseholdAssignmentEvent.MOST_IN_CHARGE - HouseholdAssignmentEvent.MOST_IN_ONE_STEP);
        charge.afterAgreement()
                .given(POST_DECIDES, Charge.assigned("2018-11-01", first))
                .given(POST_DECIDES, new HouseholdAssignmentEvent.HouseholdsAdded(day("2018-11-01"), codes(rest)))
                .when(POST_DECIDES, new HouseholdAssignmentCommand.End(CHARGE, day("2019-03-01"), REASON))
                .recorded(new HouseholdAssignmentEvent.Ended(day("2019-03-01"), REASON));

        assertThat(charge.landscape.registry.recorded())
                .hasSize(HouseholdAssignmentEvent.MOST_IN_CHARGE)
                .hasSizeLessThan(LedgerBounds.MAX_COMMIT_ENTRIES);
    }

    @Test
    void releasing_handing_over_and_ending_are_decisions() {
        charge.otherOf("cell");
        CommandRejection.RoleNotCompetent refusal = new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE");
        charge.afterAssignment().when(POST, release("2019-01-01", "HO-1")).refused(refusal);
        charge.afterAssignment().when(POST, handOver(OTHER, "HO-1")).refused(refusal);
        charge.afterAssignment()
                .when(POST, new HouseholdAssignmentCommand.End(CHARGE, day("2019-03-01"), REASON))
                .refused(refusal);
    }

    private static String[] households(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "HO-" + i).toArray(String[]::new);
    }

    private static HouseholdAssignmentCommand.ReleaseHouseholds release(String day, String... households) {
        return new HouseholdAssignmentCommand.ReleaseHouseholds(CHARGE, day(day), codes(households), REASON);
    }

    private static HouseholdAssignmentCommand.RecordVisit visit(String day, String... households) {
        return new HouseholdAssignmentCommand.RecordVisit(CHARGE, day(day), codes(households));
    }

    private static HouseholdAssignmentCommand.HandOver handOver(HouseholdAssignmentId to, String... households) {
        return new HouseholdAssignmentCommand.HandOver(CHARGE, day("2019-02-01"), to, codes(households));
    }
}
