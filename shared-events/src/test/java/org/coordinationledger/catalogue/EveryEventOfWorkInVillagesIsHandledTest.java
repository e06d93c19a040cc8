package org.coordinationledger.catalogue;

import static org.coordinationledger.catalogue.EveryEventIsHandledTest.requireAll;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Reason;
import org.junit.jupiter.api.Test;

/** As {@link EveryEventIsHandledTest}, for what posts do in hamlets and communes. */
class EveryEventOfWorkInVillagesIsHandledTest {

    private static final Reason REASON = new Reason("lý do");

    @Test
    void every_event_of_a_household_assignment_is_handled() {
        List<HouseholdCode> one = List.of(new HouseholdCode("HO-TG-001"));
        List<HouseholdCode> two = List.of(new HouseholdCode("HO-TG-002"));
        requireAll(
                HouseholdAssignmentEvent.class,
                Life.of(HouseholdAssignmentState.TYPE)
                        .then(recorder("commune"), new HouseholdAssignmentEvent.Agreed(
                                day("2018-10-01"), new MemberId("member"), organisation("post"), organisation("commune"),
                                organisation("cell"), List.of(), false))
                        .then(decider("post"), new HouseholdAssignmentEvent.Assigned(day("2018-11-01"), one, List.of()))
                        .then(decider("post"), new HouseholdAssignmentEvent.HouseholdsAdded(day("2018-12-01"), two))
                        .then(recorder("post"), new HouseholdAssignmentEvent.VisitRecorded(day("2018-12-10"), two))
                        .then(decider("post"), new HouseholdAssignmentEvent.HouseholdsReleased(
                                day("2019-01-01"), one, REASON))
                        .then(decider("post"), new HouseholdAssignmentEvent.HandedOver(
                                day("2019-02-01"), new HouseholdAssignmentId("other"), two))
                        .then(decider("post"), new HouseholdAssignmentEvent.Ended(day("2019-03-01"), REASON)));
    }
}
