package org.coordinationledger.mandate.command;

import static org.coordinationledger.mandate.command.Office.ID;
import static org.coordinationledger.mandate.command.Office.SECRETARY;
import static org.coordinationledger.mandate.command.Office.grant;
import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.mandate.event.MandateEvent.Extended;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.mandate.event.MandateEvent.Revoked;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.vocabulary.Reason;
import org.junit.jupiter.api.Test;

class RevokeTest {

    private static final Reason REASON = new Reason("điều động");
    private static final Granted LENT = grant("deputy", "post", Role.APPROVER, "2019-05-01", "2019-07-31", "secretary");
    private static final Revoked REVOKED = new Revoked(day("2019-06-01"), REASON, List.of());
    private static final MandateCommand.Revoke REVOKE =
            new MandateCommand.Revoke(ID, day("2019-06-01"), REASON, List.of());
    private static final Actor SIGNATORY = new Actor("signs", organisation("post"), Role.SIGNATORY);
    private static final MandateAcross NOT_THEIRS = new MandateAcross.NotTheirsToGrant(
            "signs", List.of("ADMINISTRATION", "DELEGATION", "COMMISSION"));

    private final Office office = new Office()
            .granted("signs-s", grant("signs", "post", Role.SIGNATORY, "2019-01-01", null, null));

    @Test
    void who_lent_takes_back_and_so_does_an_administrator() {
        office.decision().given(SECRETARY, LENT).when(SECRETARY, REVOKE).recorded(REVOKED);
        office.decision().given(SECRETARY, LENT).when(administrator(), REVOKE).recorded(REVOKED);
    }

    @Test
    void nobody_else_of_the_organisation_takes_it_back() {
        office.decision().given(SECRETARY, LENT).when(SIGNATORY, REVOKE).refused(NOT_THEIRS);
    }

    @Test
    void nobody_decides_about_a_mandate_of_their_own() {
        Granted own = grant("secretary", "post", Role.RECORDER, "2019-05-01", null, null);
        office.decision().given(administrator(), own).when(SECRETARY, REVOKE)
                .refused(new MandateAcross.OwnMandate("secretary"));
    }

    @Test
    void who_may_not_revoke_does_not_bring_back_by_voiding_either() {
        Amend.Void takingBack = new Amend.Void(new AnyRecordId("asked"), day("2019-06-02"), 1, REASON, List.of());
        office.decision().given(SECRETARY, LENT).given(SECRETARY, REVOKED).when(SIGNATORY, takingBack)
                .refused(NOT_THEIRS);
        office.decision().given(SECRETARY, LENT).given(SECRETARY, REVOKED).when(SECRETARY, takingBack)
                .recorded(new Amendment.Voided(day("2019-06-02"), 1, REASON, List.of()));
    }

    @Test
    void what_is_lent_is_not_extended_beyond_the_lender_s_own_mandate() {
        office.decision().given(SECRETARY, LENT)
                .when(SECRETARY, new MandateCommand.Extend(ID, day("2019-06-01"), day("2019-12-31"), List.of()))
                .recorded(new Extended(day("2019-06-01"), day("2019-12-31"), List.of()));
        office.decision().given(SECRETARY, LENT)
                .when(SECRETARY, new MandateCommand.Extend(ID, day("2019-06-01"), day("2020-01-01"), List.of()))
                .refused(new MandateAcross.BeyondOwnMandate(
                        "secretary", "post", "APPROVER", day("2019-06-01"), day("2020-01-01")));
    }
}
