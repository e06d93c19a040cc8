package org.coordinationledger.mandate.command;

import static org.coordinationledger.mandate.command.Office.SECRETARY;
import static org.coordinationledger.mandate.command.Office.asked;
import static org.coordinationledger.mandate.command.Office.grant;
import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Phase;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Granted TO_A_RECORDER = grant("clerk", "post", Role.RECORDER, "2019-06-01", null, null);
    private static final Granted LENT = grant("deputy", "post", Role.APPROVER, "2019-06-01", "2019-07-31", "secretary");
    private static final List<String> POLICIES = List.of("ADMINISTRATION", "DELEGATION", "COMMISSION");
    private static final Actor PROVINCE = new Actor("province-secretary", organisation("province"), Role.APPROVER);

    private final Office office = new Office();

    @Test
    void an_administrator_of_the_administration_grants_without_a_mandate_and_the_key_is_held() {
        office.decision().when(administrator(), asked(TO_A_RECORDER))
                .recorded(TO_A_RECORDER)
                .keys(new Recorded("mandate:clerk:post:RECORDER", new ReservationEvent.Held(
                        "asked", List.of(new HeldPeriod(day("2019-06-01"), Phase.OPEN_END)), null)));
    }

    @Test
    void nobody_else_grants_what_is_not_theirs() {
        office.decision().when(SECRETARY, asked(TO_A_RECORDER))
                .refused(new MandateAcross.NotTheirsToGrant("secretary", POLICIES));
        office.granted("clerk-s", TO_A_RECORDER);
        office.decision().when(new Actor("clerk", organisation("post"), Role.RECORDER), asked(LENT))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "AUTHORISE"));
    }

    @Test
    void an_administrator_of_another_organisation_needs_a_mandate_and_is_no_root() {
        Actor other = new Actor("other", organisation("province"), Role.ADMINISTRATOR);
        office.decision().when(other, asked(TO_A_RECORDER))
                .refused(new CommandRejection.NotEntitled("other", "province", "ADMINISTRATOR", Office.TODAY));
        office.granted("other-s", grant("other", "province", Role.ADMINISTRATOR, "2019-01-01", null, null));
        office.decision().when(other, asked(TO_A_RECORDER))
                .refused(new MandateAcross.NotTheirsToGrant("other", POLICIES));
    }

    @Test
    void nobody_grants_to_themselves() {
        Granted own = grant("administrator", "post", Role.RECORDER, "2019-06-01", null, null);
        office.decision().when(administrator(), asked(own)).refused(new MandateAcross.OwnMandate("administrator"));
    }

    @Test
    void a_mandate_is_for_an_organisation_that_stands() {
        office.landscape.dissolve("post", "2019-05-01");
        office.decision().when(administrator(), asked(TO_A_RECORDER))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2019-05-01"), List.of()));
    }

    @Test
    void a_person_holds_one_mandate_at_a_time_for_an_organisation_and_role() {
        office.granted("first", grant("clerk", "post", Role.RECORDER, "2019-01-01", "2019-06-01", null));
        office.decision().when(administrator(), asked(TO_A_RECORDER))
                .refused(new MandateAcross.AlreadyGranted("clerk", "post", "RECORDER", "first"));
        Granted after = grant("clerk", "post", Role.RECORDER, "2019-06-02", null, null);
        office.decision().when(administrator(), asked(after)).recorded(after);
    }

    @Test
    void an_approver_lends_that_role_or_a_lesser_one_within_the_organisation() {
        office.decision().when(SECRETARY, asked(LENT)).recorded(LENT);
        Granted less = grant("clerk", "post", Role.RECORDER, "2019-06-01", "2019-07-31", "secretary");
        office.decision().when(SECRETARY, asked(less)).recorded(less);
        office.decision().when(
                        SECRETARY, asked(grant("deputy", "post", Role.SIGNATORY, "2019-06-01", "2019-07-31", "secretary")))
                .refused(new MandateAcross.NotTheirsToGrant("secretary", POLICIES));
        office.decision().when(
                        SECRETARY, asked(grant("deputy", "post-2", Role.APPROVER, "2019-06-01", "2019-07-31", "secretary")))
                .refused(new MandateAcross.NotTheirsToGrant("secretary", POLICIES));
    }

    @Test
    void nobody_lends_what_is_lent_to_them() {
        office.granted("deputy-s", LENT);
        office.decision().when(
                        new Actor("deputy", organisation("post"), Role.APPROVER),
                        asked(grant("third", "post", Role.APPROVER, "2019-06-01", "2019-06-30", "deputy")))
                .refused(new MandateAcross.NotTheirsToGrant("deputy", POLICIES));
        office.decision().when(
                        administrator(),
                        asked(grant("third", "post", Role.APPROVER, "2019-06-01", "2019-06-30", "deputy")))
                .refused(new MandateAcross.BeyondOwnMandate(
                        "deputy", "post", "APPROVER", day("2019-06-01"), day("2019-06-30")));
    }

    @Test
    void nobody_lends_for_longer_than_their_own_mandate() {
        office.decision().when(
                        SECRETARY, asked(grant("deputy", "post", Role.APPROVER, "2019-06-01", "2020-01-01", "secretary")))
                .refused(new MandateAcross.BeyondOwnMandate(
                        "secretary", "post", "APPROVER", day("2019-06-01"), day("2020-01-01")));
    }

    @Test
    void an_approver_above_the_scope_lets_somebody_of_the_party_line_look_into_it() {
        office.granted("province-s", grant("province-secretary", "province", Role.APPROVER, "2019-01-01", null, null));
        Granted inspector =
                grant("inspector", "district", Role.INSPECTOR, "2019-06-01", "2019-08-31", null, "post", "commune");
        office.decision().when(PROVINCE, asked(inspector)).recorded(inspector);
        for (String notUnder : List.of("province", "elsewhere")) {
            office.decision().when(
                            PROVINCE,
                            asked(grant("inspector", "district", Role.INSPECTOR, "2019-06-01", "2019-08-31", null, notUnder)))
                    .refused(new MandateAcross.NotTheirsToGrant("province-secretary", POLICIES));
        }
        office.decision().when(
                        PROVINCE,
                        asked(grant("inspector", "elsewhere", Role.AUDITOR, "2019-06-01", "2019-08-31", null, "post")))
                .refused(new MandateAcross.NotTheirsToGrant("province-secretary", POLICIES));
    }
}
