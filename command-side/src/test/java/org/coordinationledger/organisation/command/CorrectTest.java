package org.coordinationledger.organisation.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Name;
import org.junit.jupiter.api.Test;

class CorrectTest {

    private final Landscape landscape = new Landscape();

    @Test
    void a_name_is_corrected() {
        Amend.Correct correct = correct(1, renamed("2015-01-01", "Đúng"));
        post().given(administrator(), renamed("2015-01-01", "Sai"))
                .when(administrator(), correct)
                .recorded(correct.event())
                .keys();
    }

    @Test
    void the_rules_across_organisations_hold_for_what_a_correction_says() {
        OrganisationEvent.Reattached underItself = new OrganisationEvent.Reattached(
                day("2015-01-01"), Line.PARTY, organisation("post"), null, List.of());
        post().given(administrator(), new OrganisationEvent.Reattached(
                        day("2015-01-01"), Line.PARTY, organisation("province"), null, List.of()))
                .when(administrator(), correct(1, underItself))
                .refused(new OrganisationAcross.StandsUnderItself("PARTY", "post"));
        post().when(administrator(), correct(
                        0, Landscape.registered(OrganisationKind.BORDER_POST, "post", "nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nothing", day("2010-01-01")));
    }

    @Test
    void a_later_first_day_is_refused_where_steps_were_taken_before_it() {
        OrganisationEvent.Registered later = new OrganisationEvent.Registered(
                day("2016-01-01"), OrganisationKind.BORDER_POST, new Name("post"), null, null, List.of(),
                Territory.UNKNOWN, false, List.of());
        post().given(administrator(), renamed("2015-01-01", "Tên mới"))
                .when(administrator(), correct(0, later))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "organisation.renamed", day("2015-01-01"), "timeline/not-yet-begun"))));
    }

    @Test
    void a_dissolution_is_voided_and_the_organisation_stands_again() {
        OrganisationEvent.Dissolved dissolved = new OrganisationEvent.Dissolved(
                day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Landscape.REASON, List.of());
        Amend.Void voiding = new Amend.Void(
                new AnyRecordId("post"), day("2026-01-01"), 1, Landscape.REASON, List.of());
        post().given(administrator(), dissolved)
                .when(administrator(), voiding)
                .recorded(voiding.event())
                .keys();
        post().given(administrator(), dissolved)
                .given(administrator(), voiding.event())
                .when(administrator(), new OrganisationCommand.Rename(
                        organisation("post"), day("2025-08-01"), new Name("Tên mới"), null, List.of()))
                .recorded(renamed("2025-08-01", "Tên mới"));
    }

    @Test
    void only_an_administrator_of_the_same_organisation_amends_the_register() {
        post().given(administrator(), renamed("2015-01-01", "Sai"))
                .when(decider("centre"), correct(1, renamed("2015-01-01", "Đúng")))
                .refused(new CommandRejection.RoleNotCompetent("APPROVER", "ADMINISTER"));
        post().given(administrator(), renamed("2015-01-01", "Sai"))
                .when(
                        new Actor("other-administrator", organisation("province"), Role.ADMINISTRATOR),
                        correct(1, renamed("2015-01-01", "Đúng")))
                .refused(new TimelineRejection.NotItsOrganisation(1, "centre"));
    }

    private Decision<Organisation> post() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry)
                .given(administrator(), Landscape.registered(OrganisationKind.BORDER_POST, "post", "border-guard"));
    }

    private static OrganisationEvent.Renamed renamed(String day, String name) {
        return new OrganisationEvent.Renamed(day(day), new Name(name), null, List.of());
    }

    private static Amend.Correct correct(long corrects, OrganisationEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("post"), day("2026-01-01"), corrects, replacement, Landscape.REASON, List.of());
    }
}
