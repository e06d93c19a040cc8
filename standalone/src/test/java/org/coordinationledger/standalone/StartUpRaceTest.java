package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All processes of both sides, started at the same time on an empty database, make one ledger and one set of views.
 *
 * <p>The arrangement that all tests share is such a start; {@code -Dledger.startups=20} makes as many more.
 */
@Tag(TwoSides.TAG)
class StartUpRaceTest {

    private static final int MORE_STARTS = Integer.getInteger("ledger.startups", 0);

    @Test
    void processes_that_start_together_make_one_ledger_and_one_set_of_views() throws IOException {
        assertOneOfEach(TwoSides.sharedOrSkip());
        for (int n = 0; n < MORE_STARTS; n++) {
            try (TwoSides sides = TwoSides.start(Demonstration.of(List.of("ninh-thuan"))).orElseThrow()) {
                assertOneOfEach(sides);
            }
        }
    }

    private static void assertOneOfEach(TwoSides sides) throws IOException {
        assertThat(sides.commandSides()).hasSizeGreaterThan(1);
        assertThat(sides.querySides()).hasSizeGreaterThan(1);
        assertThat(sides.errorsAtStart()).isEmpty();
        MongoDatabase database = sides.mongo().getDatabase(sides.database());
        List<Document> identities = database.getCollection("ledgerinfo")
                .find(Filters.exists("logId"))
                .into(new ArrayList<>());
        assertThat(identities).hasSize(1);
        assertThat(database.getCollection("ledger").listIndexes().map(i -> i.getString("name")))
                .containsExactlyInAnyOrder("_id_", "streams_1", "request_1");
        assertThat(database.listCollectionNames().into(new ArrayList<>()).stream()
                        .filter(name -> name.startsWith("tokens-")))
                .containsExactly("tokens-" + identities.get(0).getString("logId"));
        assertThat(sides.views().indexes())
                .contains("Organisation/list", "BasisDocument/list", "Member/list", "CellAssignment/list");
        assertThat(sides.views().owners()).as("one process carries the views on").hasSize(1);
        for (SideProcess decides : sides.commandSides()) {
            Commune commune = new Commune();
            Answer recorded = commune.register(sides.clientOf(decides), commune.id());
            assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
            for (SideProcess shows : sides.querySides()) {
                Answer shown = commune.read(
                        sides.clientOf(shows), recorded.body().path("position").asLong());
                assertThat(shown.status()).as(shown.text()).isEqualTo(200);
            }
        }
    }
}
