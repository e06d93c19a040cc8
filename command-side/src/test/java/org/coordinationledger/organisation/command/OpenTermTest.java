package org.coordinationledger.organisation.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationRejection;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

class OpenTermTest {

    private final Landscape landscape = new Landscape();

    @Test
    void a_term_of_office_begins() {
        province().when(administrator(), open("2015–2020", "2015-10-15", "2020-10-14"))
                .recorded(opened("2015–2020", "2015-10-15", "2020-10-14"))
                .keys();
    }

    @Test
    void a_term_may_begin_the_day_after_another_ended() {
        province().given(administrator(), opened("2015–2020", "2015-10-15", "2020-10-14"))
                .when(administrator(), open("2020–2025", "2020-10-15", "2025-10-14"))
                .recorded(opened("2020–2025", "2020-10-15", "2025-10-14"));
    }

    @Test
    void a_committee_has_one_term_at_a_time() {
        province().given(administrator(), opened("2015–2020", "2015-10-15", "2020-10-14"))
                .when(administrator(), open("2020–2025", "2020-10-14", "2025-10-14"))
                .refused(new OrganisationRejection.TermsOverlap("2015–2020", day("2015-10-15"), day("2020-10-14")));
    }

    @Test
    void a_term_recorded_late_leaves_the_ones_after_it_in_place() {
        province().given(administrator(), opened("2015–2020", "2015-10-15", "2020-10-14"))
                .when(administrator(), open("2010–2015", "2010-10-15", "2015-10-15"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "organisation.term-opened", day("2015-10-15"), "organisation/terms-overlap"))));
        province().given(administrator(), opened("2015–2020", "2015-10-15", "2020-10-14"))
                .when(administrator(), open("2010–2015", "2010-10-15", "2015-10-14"))
                .recorded(opened("2010–2015", "2010-10-15", "2015-10-14"));
    }

    @Test
    void a_terms_name_is_used_once_however_its_dash_is_typed() {
        province().given(administrator(), opened("2015–2020", "2015-10-15", "2020-10-14"))
                .when(administrator(), open("2015-2020", "2021-01-01", "2025-10-14"))
                .refused(new OrganisationRejection.TermsOverlap("2015–2020", day("2015-10-15"), day("2020-10-14")));
    }

    @Test
    void a_term_does_not_end_before_it_begins_but_may_last_a_day() {
        province().when(administrator(), open("2015–2020", "2015-10-15", "2015-10-14"))
                .refused(new OrganisationRejection.TermEndsBeforeItBegins(day("2015-10-15"), day("2015-10-14")));
        province().when(administrator(), open("2015–2020", "2015-10-15", "2015-10-15"))
                .recorded(opened("2015–2020", "2015-10-15", "2015-10-15"));
    }

    @Test
    void a_dissolved_committee_opens_no_term() {
        province().given(administrator(), new OrganisationEvent.Dissolved(
                        day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Landscape.REASON, List.of()))
                .when(administrator(), open("2025–2030", "2025-10-15", "2030-10-14"))
                .refused(new OrganisationRejection.AlreadyDissolved(day("2025-07-01")));
    }

    @Test
    void only_an_administrator_opens_a_term() {
        province().when(decider("province"), open("2015–2020", "2015-10-15", "2020-10-14"))
                .refused(new CommandRejection.RoleNotCompetent("APPROVER", "ADMINISTER"));
    }

    private Decision<Organisation> province() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry)
                .given(administrator(), Landscape.registered(
                        OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, "province", "centre"));
    }

    private static OrganisationEvent.TermOpened opened(String name, String firstDay, String lastDay) {
        return new OrganisationEvent.TermOpened(day(firstDay), new TermName(name), day(lastDay));
    }

    private static OrganisationCommand.OpenTerm open(String name, String firstDay, String lastDay) {
        return new OrganisationCommand.OpenTerm(
                new OrganisationId("province"), day(firstDay), new TermName(name), day(lastDay));
    }
}
