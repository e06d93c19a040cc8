package org.coordinationledger.organisation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class CoverTerritoryTest {

    private final Landscape landscape = new Landscape();

    @Test
    void a_post_covers_these_communes_and_no_others() {
        post().when(administrator(), cover("2015-01-01", "commune")).recorded(covered("2015-01-01", "commune")).keys();
        post().given(administrator(), covered("2015-01-01", "commune"))
                .when(administrator(), cover("2016-01-01"))
                .recorded(covered("2016-01-01"));
    }

    @Test
    void what_is_covered_is_a_commune() {
        post().when(administrator(), cover("2015-01-01", "cell"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "cell", "CELL", List.of("COMMUNE_PARTY_COMMITTEE")));
    }

    @Test
    void what_is_covered_stands_on_that_day() {
        landscape.dissolve("commune", "2025-07-01");
        post().when(administrator(), cover("2025-07-01", "commune"))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2025-07-01"), List.of()));
        post().when(administrator(), cover("2025-06-30", "commune")).recorded(covered("2025-06-30", "commune"));
    }

    @Test
    void only_an_administrator_says_what_is_covered() {
        post().when(recorder("post"), cover("2015-01-01", "commune"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "ADMINISTER"));
    }

    @Test
    void at_most_32_communes_are_covered_by_one_step() {
        String[] communes = IntStream.range(0, 33).mapToObj(i -> "commune-" + i).toArray(String[]::new);
        assertThatThrownBy(() -> covered("2015-01-01", communes))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(new ValueRejection.TooMany(33, 32)));
    }

    private Decision<Organisation> post() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry)
                .given(administrator(), Landscape.registered(OrganisationKind.BORDER_POST, "post", "border-guard"));
    }

    private static OrganisationEvent.TerritoryCovered covered(String day, String... communes) {
        return new OrganisationEvent.TerritoryCovered(
                day(day), Stream.of(communes).map(OrganisationId::new).toList(), null, List.of());
    }

    private static OrganisationCommand.CoverTerritory cover(String day, String... communes) {
        return new OrganisationCommand.CoverTerritory(
                new OrganisationId("post"), day(day), Stream.of(communes).map(OrganisationId::new).toList(), null,
                List.of());
    }
}
