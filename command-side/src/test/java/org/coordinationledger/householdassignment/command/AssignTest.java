package org.coordinationledger.householdassignment.command;

import static org.coordinationledger.householdassignment.command.Charge.COMMUNE_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.POST;
import static org.coordinationledger.householdassignment.command.Charge.POST_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.add;
import static org.coordinationledger.householdassignment.command.Charge.assign;
import static org.coordinationledger.householdassignment.command.Charge.assigned;
import static org.coordinationledger.householdassignment.command.Charge.codes;
import static org.coordinationledger.householdassignment.command.Charge.recorded;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentRejection;
import org.coordinationledger.member.event.MemberEvent;
import org.junit.jupiter.api.Test;

/** Households come into a member's charge, by the assignment and later. */
class AssignTest {

    private final Charge charge = new Charge();

    @Test
    void households_that_are_assigned_are_held_from_that_day_on() {
        charge.afterAgreement()
                .when(POST_DECIDES, assign("2018-11-01", "HO-1", "HO-2"))
                .recorded(assigned("2018-11-01", "HO-1", "HO-2"))
                .keys(recorded("HO-1", "2018-11-01", null), recorded("HO-2", "2018-11-01", null));
    }

    @Test
    void assigning_and_adding_are_decisions_of_the_post() {
        charge.afterAgreement()
                .when(POST, assign("2018-11-01", "HO-1"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        charge.afterAgreement()
                .when(COMMUNE_DECIDES, assign("2018-11-01", "HO-1"))
                .refused(new HouseholdAssignmentRejection.NotYourStep(List.of("post")));
        charge.afterAssignment()
                .when(POST, add("2018-12-01", "HO-3"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void a_household_has_one_member_in_charge_at_a_time() {
        charge.holds("other", "HO-2", "2017-01-01", null);
        charge.afterAgreement()
                .when(POST_DECIDES, assign("2018-11-01", "HO-1", "HO-2"))
                .refused(new HouseholdAssignmentAcross.HouseholdTaken("HO-2", "cell", "other"));
    }

    @Test
    void a_household_that_another_member_left_the_day_before_is_free() {
        charge.holds("other", "HO-1", "2017-01-01", "2018-11-01");
        charge.afterAgreement()
                .when(POST_DECIDES, assign("2018-11-01", "HO-1"))
                .recorded(assigned("2018-11-01", "HO-1"));
    }

    @Test
    void a_household_of_another_hamlet_with_the_same_code_is_another_household() {
        charge.landscape.registry.holding("household:cell-2:HO-1", Charge.held("other", "2017-01-01", null));
        charge.afterAgreement()
                .when(POST_DECIDES, assign("2018-11-01", "HO-1"))
                .recorded(assigned("2018-11-01", "HO-1"));
    }

    @Test
    void a_household_is_named_once_and_added_once() {
        charge.afterAgreement()
                .when(POST_DECIDES, assign("2018-11-01", "HO-1", "HO-1"))
                .refused(new HouseholdAssignmentRejection.NamedTwice("HO-1"));
        charge.afterAssignment()
                .when(POST_DECIDES, add("2018-12-01", "HO-2"))
                .refused(new HouseholdAssignmentRejection.AlreadyInCharge("HO-2"));
    }

    @Test
    void households_are_assigned_once_and_added_after_that() {
        charge.afterAgreement()
                .when(POST_DECIDES, add("2018-12-01", "HO-3"))
                .refused(new HouseholdAssignmentRejection.StepOutOfOrder("AGREED", List.of("ASSIGNED")));
        charge.afterAssignment()
                .when(POST_DECIDES, assign("2018-12-01", "HO-3"))
                .refused(new HouseholdAssignmentRejection.StepOutOfOrder("ASSIGNED", List.of("AGREED")));
        charge.keysHeld();
        charge.afterAssignment()
                .when(POST_DECIDES, add("2018-12-01", "HO-3"))
                .recorded(new HouseholdAssignmentEvent.HouseholdsAdded(day("2018-12-01"), codes("HO-3")))
                .keys(recorded("HO-3", "2018-12-01", null));
    }

    @Test
    void a_member_who_was_transferred_meanwhile_takes_no_households() {
        charge.member(new MemberEvent.Transferred(day("2018-10-20"), organisation("post-2"), null, List.of()));
        charge.afterAgreement()
                .when(POST_DECIDES, assign("2018-11-01", "HO-1"))
                .refused(new HouseholdAssignmentAcross.MemberOfAnotherPost("member", "post-2"));
        charge.afterAssignment()
                .when(POST_DECIDES, add("2018-12-01", "HO-3"))
                .refused(new HouseholdAssignmentAcross.MemberOfAnotherPost("member", "post-2"));
    }

    @Test
    void no_households_are_added_in_a_hamlet_that_was_dissolved() {
        charge.landscape.dissolve("cell", "2018-11-15");
        charge.afterAssignment()
                .when(POST_DECIDES, add("2018-12-01", "HO-3"))
                .refused(new NeighbourRejection.OrganisationDissolved("cell", day("2018-11-15"), List.of()));
    }
}
