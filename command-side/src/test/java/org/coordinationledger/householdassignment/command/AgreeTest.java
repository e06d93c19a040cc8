package org.coordinationledger.householdassignment.command;

import static org.coordinationledger.householdassignment.command.Charge.CHARGE;
import static org.coordinationledger.householdassignment.command.Charge.COMMUNE;
import static org.coordinationledger.householdassignment.command.Charge.MEMBER;
import static org.coordinationledger.householdassignment.command.Charge.POST;
import static org.coordinationledger.householdassignment.command.Charge.agreed;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentRejection;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.junit.jupiter.api.Test;

class AgreeTest {

    private final Charge charge = new Charge();

    @Test
    void the_commune_or_the_post_records_that_they_agreed_with_or_without_a_basis() {
        charge.decision().when(COMMUNE, agree("2018-10-15", "cell")).recorded(agreed("2018-10-15", "cell")).keys();
        charge.decision().when(POST, agree("2018-10-15", "cell")).recorded(agreed("2018-10-15", "cell"));

        charge.landscape.regulation(new BasisDocumentId("directive"), "province");
        HouseholdAssignmentCommand.Agree withBasis = agree("2018-10-15", "cell", new BasisDocumentId("directive"));
        charge.decision().when(POST, withBasis).recorded(withBasis.event());
    }

    @Test
    void nobody_else_records_it() {
        charge.decision()
                .when(recorder("post-2"), agree("2018-10-15", "cell"))
                .refused(new HouseholdAssignmentRejection.NotYourStep(List.of("commune", "post")));
    }

    @Test
    void the_hamlet_is_a_cell_under_the_commune() {
        charge.decision()
                .when(COMMUNE, agree("2018-10-15", "cell-of-commune-2"))
                .refused(new HouseholdAssignmentAcross.CellOfAnotherCommune("cell-of-commune-2", "commune"));
        charge.decision()
                .when(COMMUNE, agree("2018-10-15", "district"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "district", "DISTRICT_PARTY_COMMITTEE", List.of("CELL")));
        charge.landscape.dissolve("cell", "2018-10-01");
        charge.decision()
                .when(COMMUNE, agree("2018-10-15", "cell"))
                .refused(new NeighbourRejection.OrganisationDissolved("cell", day("2018-10-01"), List.of()));
    }

    @Test
    void the_member_is_the_posts_own() {
        charge.member(new MemberEvent.Transferred(day("2018-06-01"), organisation("post-2"), null, List.of()));
        charge.decision()
                .when(COMMUNE, agree("2018-10-15", "cell"))
                .refused(new HouseholdAssignmentAcross.MemberOfAnotherPost("member", "post-2"));
    }

    @Test
    void the_member_is_in_service() {
        charge.member(new MemberEvent.LeftService(day("2018-08-01"), Charge.REASON));
        charge.decision()
                .when(COMMUNE, agree("2018-10-15", "cell"))
                .refused(new HouseholdAssignmentAcross.MemberNotAvailable("member", day("2018-08-01"), null));
    }

    @Test
    void an_assignment_begins_only_once_and_with_the_agreement() {
        charge.afterAgreement()
                .when(COMMUNE, agree("2018-10-16", "cell"))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    private static HouseholdAssignmentCommand.Agree agree(String day, String cell, BasisDocumentId... bases) {
        return new HouseholdAssignmentCommand.Agree(
                CHARGE, day(day), MEMBER, organisation("post"), organisation("commune"), organisation(cell),
                List.of(bases), null);
    }
}
