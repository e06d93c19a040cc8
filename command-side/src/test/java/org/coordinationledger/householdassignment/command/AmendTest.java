package org.coordinationledger.householdassignment.command;

import static org.coordinationledger.householdassignment.command.Charge.COMMUNE_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.OTHER;
import static org.coordinationledger.householdassignment.command.Charge.POST_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.assigned;
import static org.coordinationledger.householdassignment.command.Charge.codes;
import static org.coordinationledger.householdassignment.command.Charge.recorded;
import static org.coordinationledger.householdassignment.command.Charge.released;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

/** Corrections and voids: keys follow what was meant. */
class AmendTest {

    private final Charge charge = new Charge();

    @Test
    void a_corrected_list_holds_the_households_that_were_meant() {
        charge.keysHeld();
        Amend.Correct correct = new Amend.Correct(
                new AnyRecordId("charge"), day("2026-01-01"), 1, assigned("2018-11-01", "HO-1", "HO-3"), Charge.REASON,
                List.of());
        charge.afterAssignment()
                .when(POST_DECIDES, correct)
                .recorded(correct.event())
                .keys(recorded("HO-3", "2018-11-01", null), released("HO-2"));
    }

    @Test
    void a_voided_hand_over_brings_the_households_back_unless_somebody_took_them() {
        charge.holds("charge", "HO-1", "2018-11-01", "2019-02-01");
        charge.holds("charge", "HO-2", "2018-11-01", null);
        HouseholdAssignmentEvent.HandedOver handedOver =
                new HouseholdAssignmentEvent.HandedOver(day("2019-02-01"), OTHER, codes("HO-1"));
        charge.afterAssignment()
                .given(POST_DECIDES, handedOver)
                .when(POST_DECIDES, voids(2))
                .recorded(voids(2).event())
                .keys(recorded("HO-1", "2018-11-01", null));
    }

    @Test
    void a_hand_over_is_not_voided_once_the_other_member_has_the_household() {
        charge.holds("charge", "HO-1", "2018-11-01", "2019-02-01");
        charge.holds("charge", "HO-2", "2018-11-01", null);
        charge.holds("other", "HO-1", "2019-02-01", null);
        charge.afterAssignment()
                .given(POST_DECIDES, new HouseholdAssignmentEvent.HandedOver(day("2019-02-01"), OTHER, codes("HO-1")))
                .when(POST_DECIDES, voids(2))
                .refused(new HouseholdAssignmentAcross.HouseholdTaken("HO-1", "cell", "other"));
    }

    @Test
    void the_commune_does_not_amend_what_the_post_decided() {
        charge.keysHeld();
        charge.afterAssignment()
                .when(COMMUNE_DECIDES, voids(1))
                .refused(new TimelineRejection.NotItsOrganisation(1, "post"));
    }

    private static Amend.Void voids(long sequence) {
        return new Amend.Void(
                new AnyRecordId("charge"), day("2026-01-01"), sequence, Charge.REASON, List.of());
    }
}
