package org.coordinationledger.organisation.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.organisation.event.Border;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationRejection;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.junit.jupiter.api.Test;

class DescribeTerritoryTest {

    private static final Territory COAST = new Territory(
            Border.SEA, null, new Quantity(new BigDecimal("254"), Quality.EXACT, null), null, null, "Biển Đông");

    private final Landscape landscape = new Landscape();

    @Test
    void a_territory_is_described_from_a_day_on() {
        province().when(administrator(), describe("2015-01-01"))
                .recorded(new OrganisationEvent.TerritoryDescribed(day("2015-01-01"), COAST, List.of()))
                .keys();
    }

    @Test
    void only_an_administrator_describes() {
        province().when(recorder("province"), describe("2015-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "ADMINISTER"));
    }

    @Test
    void nothing_is_described_before_its_first_day_or_after_its_last() {
        province().when(administrator(), describe("2009-12-31"))
                .refused(new TimelineRejection.NotYetBegun(day("2009-12-31")));
        province().given(administrator(), new OrganisationEvent.Dissolved(
                        day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Landscape.REASON, List.of()))
                .when(administrator(), describe("2025-07-02"))
                .refused(new OrganisationRejection.AlreadyDissolved(day("2025-07-01")));
    }

    private Decision<Organisation> province() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry)
                .given(administrator(), Landscape.registered(
                        OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, "province", "centre"));
    }

    private static OrganisationCommand.DescribeTerritory describe(String day) {
        return new OrganisationCommand.DescribeTerritory(new OrganisationId("province"), day(day), COAST, List.of());
    }
}
