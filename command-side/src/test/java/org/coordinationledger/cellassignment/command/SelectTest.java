package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.MEMBER;
import static org.coordinationledger.cellassignment.command.Border.OTHER_PROVINCES;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.cellassignment.command.Border.REGULATION;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.MemberId;
import org.junit.jupiter.api.Test;

class SelectTest {

    private final Border border = new Border();

    @Test
    void a_post_selects_a_member_of_its_own_for_a_commune() {
        border.decision().when(POST, select("2013-02-01", REGULATION)).recorded(Border.selected()).keys();
    }

    @Test
    void nobody_selects_for_another_post() {
        border.decision()
                .when(Border.COMMUNE, select("2013-02-01", REGULATION))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
    }

    @Test
    void an_auditor_records_nothing() {
        Actor auditor = new Actor("auditor", organisation("post"), Role.AUDITOR);
        border.decision()
                .when(auditor, select("2013-02-01", REGULATION))
                .refused(new CommandRejection.RoleNotCompetent("AUDITOR", "RECORD"));
    }

    @Test
    void a_basis_that_is_no_longer_in_force_on_the_day_cannot_be_cited() {
        border.decision()
                .when(POST, select("2018-06-01", REGULATION))
                .refused(new NeighbourRejection.BasisNotInForce(
                        "regulation", "09-QĐ/TU", "SUPERSEDED", day("2018-06-01")));
    }

    @Test
    void a_basis_that_is_not_yet_in_force_or_does_not_exist_cannot_be_cited() {
        border.decision()
                .when(POST, select("2012-12-02", REGULATION))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "regulation", day("2012-12-02")));
        border.decision()
                .when(POST, select("2013-02-01", new BasisDocumentId("nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "nothing", day("2013-02-01")));
    }

    @Test
    void a_basis_of_another_province_cannot_be_cited() {
        border.decision()
                .when(POST, select("2013-02-01", OTHER_PROVINCES))
                .refused(new NeighbourRejection.BasisDoesNotApply("other-provinces-regulation", "09-QĐ/TU", "post"));
    }

    @Test
    void a_member_of_another_post_cannot_be_selected() {
        border.member(new MemberId("stranger"), "post-2");
        border.decision()
                .when(POST, new CellAssignmentCommand.Select(
                        ASSIGNMENT, day("2013-02-01"), new MemberId("stranger"), organisation("post"),
                        organisation("commune"), false, List.of()))
                .refused(new CellAssignmentAcross.MemberOfAnotherPost("stranger", "post-2"));
    }

    @Test
    void a_member_who_left_service_cannot_be_selected() {
        border.member(MEMBER, new MemberEvent.LeftService(day("2013-01-31"), REASON));
        border.decision()
                .when(POST, select("2013-02-01", REGULATION))
                .refused(new CellAssignmentAcross.MemberNotAvailable("member", day("2013-01-31"), null));
    }

    @Test
    void a_dissolved_commune_takes_no_new_assignment_and_keeps_the_old_ones() {
        border.dissolve("commune", "2025-07-01");
        border.decision()
                .when(POST, select("2025-07-01"))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2025-07-01"), List.of()));
        border.decision().when(POST, select("2013-02-01", REGULATION)).recorded(Border.selected());
    }

    @Test
    void a_dissolved_post_does_nothing_new() {
        border.dissolve("post", "2025-07-01");
        border.decision()
                .when(POST, select("2025-07-15"))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2025-07-01"), List.of()));
    }

    @Test
    void a_post_selects_for_a_commune_and_for_nothing_else() {
        border.decision()
                .when(POST, new CellAssignmentCommand.Select(
                        ASSIGNMENT, day("2013-02-01"), MEMBER, organisation("post"), organisation("cell-1"), false,
                        List.of()))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "cell-1", "CELL", List.of("COMMUNE_PARTY_COMMITTEE")));
    }

    @Test
    void an_assignment_begins_only_once() {
        border.afterSelection()
                .when(POST, select("2014-02-01", REGULATION))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    private static CellAssignmentCommand.Select select(String day, BasisDocumentId... bases) {
        return new CellAssignmentCommand.Select(
                ASSIGNMENT, day(day), MEMBER, organisation("post"), organisation("commune"), false, List.of(bases));
    }
}
