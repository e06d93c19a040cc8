package org.coordinationledger.organisation.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final OrganisationId NEW = new OrganisationId("new-post");

    private final Landscape landscape = new Landscape();

    @Test
    void an_organisation_stands_under_others_along_two_lines_and_covers_communes() {
        OrganisationEvent.Registered registered =
                registered("2015-01-01", "border-guard", "border-guard", "commune");
        decision().when(administrator(), register(registered)).recorded(registered).keys();
    }

    @Test
    void an_organisation_may_stand_under_nothing() {
        OrganisationEvent.Registered registered = registered("2015-01-01", null, null);
        decision().when(administrator(), register(registered)).recorded(registered);
    }

    @Test
    void the_register_of_organisations_is_kept_by_administrators() {
        OrganisationEvent.Registered registered = registered("2015-01-01", "border-guard", null);
        decision()
                .when(recorder("border-guard"), register(registered))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "ADMINISTER"));
        decision()
                .when(decider("province"), register(registered))
                .refused(new CommandRejection.RoleNotCompetent("APPROVER", "ADMINISTER"));
    }

    @Test
    void a_superior_stands_on_that_day() {
        decision()
                .when(administrator(), register(registered("2009-12-31", "border-guard", null)))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "border-guard", day("2009-12-31")));
        decision()
                .when(administrator(), register(registered("2015-01-01", null, "nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nothing", day("2015-01-01")));
        landscape.dissolve("border-guard", "2015-01-01");
        decision()
                .when(administrator(), register(registered("2015-01-01", null, "border-guard")))
                .refused(new NeighbourRejection.OrganisationDissolved("border-guard", day("2015-01-01"), List.of()));
        OrganisationEvent.Registered dayBefore = registered("2014-12-31", "border-guard", null);
        decision().when(administrator(), register(dayBefore)).recorded(dayBefore);
    }

    @Test
    void nothing_but_communes_is_covered() {
        decision()
                .when(administrator(), register(registered("2015-01-01", "border-guard", null, "commune", "district")))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "district", "DISTRICT_PARTY_COMMITTEE", List.of("COMMUNE_PARTY_COMMITTEE")));
    }

    @Test
    void an_organisation_does_not_stand_under_itself() {
        decision()
                .when(administrator(), register(registered("2015-01-01", "new-post", null)))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "new-post", day("2015-01-01")));
    }

    @Test
    void an_organisation_is_registered_once() {
        decision()
                .given(administrator(), registered("2015-01-01", null, null))
                .when(administrator(), register(registered("2016-01-01", null, null)))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void a_day_outside_the_time_of_this_ledger_is_refused() {
        decision()
                .when(administrator(), register(registered("1929-12-31", null, null)))
                .refused(new ValueRejection.ImpossibleDate("1929-12-31"));
        decision()
                .when(administrator(), register(registered("2201-01-01", null, null)))
                .refused(new ValueRejection.ImpossibleDate("2201-01-01"));
    }

    @Test
    void a_basis_cited_applies_to_whom_the_administrator_acts_for() {
        BasisDocumentId ours = new BasisDocumentId("ours");
        BasisDocumentId theirs = new BasisDocumentId("theirs");
        landscape.regulation(ours, "centre");
        landscape.regulation(theirs, "elsewhere");
        decision().when(administrator(), register(citing(ours))).recorded(citing(ours));
        decision()
                .when(administrator(), register(citing(theirs)))
                .refused(new NeighbourRejection.BasisDoesNotApply("theirs", "09-QĐ/TU", "centre"));
    }

    private Decision<Organisation> decision() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry);
    }

    private static OrganisationEvent.Registered citing(BasisDocumentId basis) {
        return new OrganisationEvent.Registered(
                day("2015-01-01"), OrganisationKind.BORDER_POST, new Name("Đồn mới"), null, null, List.of(),
                Territory.UNKNOWN, false, List.of(basis));
    }

    private static OrganisationEvent.Registered registered(
            String day, @Nullable String party, @Nullable String command, String... covers) {
        return new OrganisationEvent.Registered(
                day(day),
                OrganisationKind.BORDER_POST,
                new Name("Đồn mới"),
                party == null ? null : organisation(party),
                command == null ? null : organisation(command),
                Stream.of(covers).map(OrganisationId::new).toList(),
                Territory.UNKNOWN,
                false,
                List.of());
    }

    private static OrganisationCommand.Register register(OrganisationEvent.Registered e) {
        return new OrganisationCommand.Register(
                NEW, e.effectiveOn(), e.kind(), e.name(), e.partySuperior(), e.commandSuperior(), e.covers(),
                e.territory(), e.illustrative(), e.bases());
    }
}
