package org.coordinationledger.organisation.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.organisation.event.OrganisationEvent.Manner;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationRejection;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

class DissolveTest {

    private final Landscape landscape = new Landscape();

    @Test
    void an_organisation_is_dissolved_without_a_successor() {
        district().when(administrator(), dissolve(Manner.DISSOLVED)).recorded(dissolved(Manner.DISSOLVED)).keys();
    }

    @Test
    void a_merger_has_one_successor() {
        district().when(administrator(), dissolve(Manner.MERGED, "elsewhere"))
                .recorded(dissolved(Manner.MERGED, "elsewhere"));
        district().when(administrator(), dissolve(Manner.MERGED))
                .refused(new OrganisationRejection.SuccessorsDoNotFit("MERGED", 0));
        district().when(administrator(), dissolve(Manner.MERGED, "commune", "elsewhere"))
                .refused(new OrganisationRejection.SuccessorsDoNotFit("MERGED", 2));
    }

    @Test
    void a_split_has_two_different_successors_or_more() {
        district().when(administrator(), dissolve(Manner.SPLIT, "commune", "elsewhere"))
                .recorded(dissolved(Manner.SPLIT, "commune", "elsewhere"));
        district().when(administrator(), dissolve(Manner.SPLIT, "commune"))
                .refused(new OrganisationRejection.SuccessorsDoNotFit("SPLIT", 1));
        district().when(administrator(), dissolve(Manner.SPLIT, "commune", "commune"))
                .refused(new OrganisationRejection.SuccessorsDoNotFit("SPLIT", 1));
    }

    @Test
    void nothing_succeeds_itself() {
        district().when(administrator(), dissolve(Manner.MERGED, "district"))
                .refused(new OrganisationAcross.SucceedsItself());
    }

    @Test
    void a_successor_stands_on_that_day() {
        district().when(administrator(), dissolve(Manner.MERGED, "nothing"))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nothing", day("2025-07-01")));
        landscape.dissolve("elsewhere", "2025-07-01");
        district().when(administrator(), dissolve(Manner.MERGED, "elsewhere"))
                .refused(new NeighbourRejection.OrganisationDissolved("elsewhere", day("2025-07-01"), List.of()));
    }

    @Test
    void an_organisation_is_dissolved_once() {
        district().given(administrator(), dissolved(Manner.DISSOLVED))
                .when(administrator(), dissolve(Manner.MERGED, "elsewhere"))
                .refused(new OrganisationRejection.AlreadyDissolved(day("2025-07-01")));
    }

    @Test
    void a_dissolution_that_later_steps_stand_against_names_them() {
        district().given(administrator(), new OrganisationEvent.Renamed(
                        day("2025-08-01"), new Name("Tên mới"), null, List.of()))
                .when(administrator(), dissolve(Manner.DISSOLVED))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "organisation.renamed", day("2025-08-01"), "organisation/already-dissolved"))));
    }

    @Test
    void only_an_administrator_records_a_dissolution() {
        district().when(decider("province"), dissolve(Manner.DISSOLVED))
                .refused(new CommandRejection.RoleNotCompetent("APPROVER", "ADMINISTER"));
    }

    private Decision<Organisation> district() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry)
                .given(administrator(), Landscape.registered(
                        OrganisationKind.DISTRICT_PARTY_COMMITTEE, "district", "province"));
    }

    private static OrganisationEvent.Dissolved dissolved(Manner manner, String... successors) {
        return new OrganisationEvent.Dissolved(
                day("2025-07-01"), manner, Stream.of(successors).map(OrganisationId::new).toList(), Landscape.REASON,
                List.of());
    }

    private static OrganisationCommand.Dissolve dissolve(Manner manner, String... successors) {
        return new OrganisationCommand.Dissolve(
                new OrganisationId("district"), day("2025-07-01"), manner,
                Stream.of(successors).map(OrganisationId::new).toList(), Landscape.REASON, List.of());
    }
}
