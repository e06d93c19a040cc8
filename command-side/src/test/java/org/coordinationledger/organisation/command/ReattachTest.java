package org.coordinationledger.organisation.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationRejection;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The district of the landscape stands under the province, its commune under it, the cell under the commune. */
class ReattachTest {

    private final Landscape landscape = new Landscape();

    @Test
    void an_organisation_stands_under_another_from_a_day_on() {
        district().when(administrator(), reattach("2015-01-01", Line.PARTY, "elsewhere"))
                .recorded(reattached("2015-01-01", Line.PARTY, "elsewhere"))
                .keys();
    }

    @Test
    void an_organisation_may_stand_under_nothing() {
        district().when(administrator(), reattach("2015-01-01", Line.PARTY, null))
                .recorded(reattached("2015-01-01", Line.PARTY, null));
    }

    @Test
    void nothing_stands_under_itself() {
        district().when(administrator(), reattach("2015-01-01", Line.PARTY, "district"))
                .refused(new OrganisationAcross.StandsUnderItself("PARTY", "district"));
    }

    @Test
    void nothing_stands_under_what_stands_under_it_over_several_steps() {
        district().when(administrator(), reattach("2015-01-01", Line.PARTY, "cell"))
                .refused(new OrganisationAcross.StandsUnderItself("PARTY", "cell"));
    }

    @Test
    void the_two_lines_are_apart() {
        district().when(administrator(), reattach("2015-01-01", Line.COMMAND, "cell"))
                .recorded(reattached("2015-01-01", Line.COMMAND, "cell"));
    }

    @Test
    void what_stood_under_it_before_that_day_may_stand_above_it_now() {
        landscape.organisation("commune", reattached("2014-12-31", Line.PARTY, "province"));
        district().when(administrator(), reattach("2015-01-01", Line.PARTY, "commune"))
                .recorded(reattached("2015-01-01", Line.PARTY, "commune"));
    }

    @Test
    void a_late_step_makes_no_circle_on_any_later_day() {
        landscape.organisation("elsewhere", reattached("2018-01-01", Line.PARTY, "district"));
        district().when(administrator(), reattach("2015-01-01", Line.PARTY, "elsewhere"))
                .refused(new OrganisationAcross.StandsUnderItself("PARTY", "elsewhere"));
        district().given(administrator(), reattached("2018-01-01", Line.PARTY, "province"))
                .when(administrator(), reattach("2015-01-01", Line.PARTY, "elsewhere"))
                .recorded(reattached("2015-01-01", Line.PARTY, "elsewhere"));
    }

    @Test
    void a_voided_step_brings_no_circle_back() {
        landscape.organisation("elsewhere", reattached("2018-01-01", Line.PARTY, "district"));
        district().given(administrator(), reattached("2012-01-01", Line.PARTY, "elsewhere"))
                .given(administrator(), reattached("2018-01-01", Line.PARTY, "province"))
                .when(administrator(), new Amend.Void(
                        new AnyRecordId("district"), day("2026-01-01"), 2, Landscape.REASON, List.of()))
                .refused(new OrganisationAcross.StandsUnderItself("PARTY", "elsewhere"));
    }

    @Test
    void the_superior_stands_on_that_day() {
        landscape.dissolve("elsewhere", "2015-01-01");
        district().when(administrator(), reattach("2015-01-01", Line.PARTY, "elsewhere"))
                .refused(new NeighbourRejection.OrganisationDissolved("elsewhere", day("2015-01-01"), List.of()));
        district().when(administrator(), reattach("2015-01-01", Line.COMMAND, "nothing"))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nothing", day("2015-01-01")));
    }

    @Test
    void only_an_administrator_re_attaches() {
        district().when(decider("province"), reattach("2015-01-01", Line.PARTY, "elsewhere"))
                .refused(new CommandRejection.RoleNotCompetent("APPROVER", "ADMINISTER"));
    }

    @Test
    void nothing_is_re_attached_before_its_first_day_or_after_its_last() {
        district().when(administrator(), reattach("2009-12-31", Line.PARTY, null))
                .refused(new TimelineRejection.NotYetBegun(day("2009-12-31")));
        district().given(administrator(), new OrganisationEvent.Dissolved(
                        day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Landscape.REASON, List.of()))
                .when(administrator(), reattach("2025-07-01", Line.PARTY, null))
                .refused(new OrganisationRejection.AlreadyDissolved(day("2025-07-01")));
    }

    private Decision<Organisation> district() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry)
                .given(administrator(), Landscape.registered(
                        OrganisationKind.DISTRICT_PARTY_COMMITTEE, "district", "province"));
    }

    private static OrganisationEvent.Reattached reattached(String day, Line line, @Nullable String superior) {
        return new OrganisationEvent.Reattached(
                day(day), line, superior == null ? null : organisation(superior), null, List.of());
    }

    private static OrganisationCommand.Reattach reattach(String day, Line line, @Nullable String superior) {
        return new OrganisationCommand.Reattach(
                new OrganisationId("district"), day(day), line, superior == null ? null : organisation(superior), null,
                List.of());
    }
}
