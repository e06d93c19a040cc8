package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.LedgerConformanceTest.assertThatLedgerIsWhole;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.ledger.WritingProcess.Acknowledged;
import org.coordinationledger.ledger.embedded.EmbeddedMongo;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.MongodProcess;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing acknowledged is lost: told by a list that is kept outside of the process that is killed. */
class DurabilityTest {

    private static final int ROUNDS = 2;
    private static final int COMMITS = 80;

    /** The mongod program, if there is one: without it, only the embedded server is tested, as is said at the start. */
    static Stream<Path> mongod() {
        MongoServers.realMongo();
        return MongoServers.mongod().stream();
    }

    @Test
    void a_killed_process_with_the_embedded_server_loses_nothing_it_acknowledged(@TempDir Path folder) throws Exception {
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            WritingProcess writer = WritingProcess.onFolder(folder);
            writer.awaitMore(COMMITS);
            acknowledged.addAll(writer.kill());

            try (EmbeddedMongo mongo = EmbeddedMongo.open(folder)) {
                assertThatAllIsThere(mongo.connectionString(), acknowledged);
            }
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("mongod")
    void a_killed_process_on_a_real_server_loses_nothing_it_acknowledged(Path program, @TempDir Path folder) throws Exception {
        MongodProcess mongod = MongodProcess.start(program, folder);
        try {
            List<Acknowledged> acknowledged = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                WritingProcess writer = WritingProcess.onServer(mongod.connectionString());
                writer.awaitMore(COMMITS);
                acknowledged.addAll(writer.kill());
                assertThatAllIsThere(mongod.connectionString(), acknowledged);
            }
        } finally {
            mongod.kill();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("mongod")
    void a_killed_server_loses_nothing_and_its_writer_goes_on_when_it_is_back(Path program, @TempDir Path folder)
            throws Exception {
        MongodProcess mongod = MongodProcess.start(program, folder);
        try {
            WritingProcess writer = WritingProcess.onServer(mongod.connectionString());
            for (int round = 0; round < ROUNDS; round++) {
                writer.awaitMore(COMMITS);
                mongod.kill();
                mongod.restart();
            }
            writer.awaitMore(COMMITS);
            assertThatAllIsThere(mongod.connectionString(), writer.kill());
        } finally {
            mongod.kill();
        }
    }

    private static void assertThatAllIsThere(String connectionString, List<Acknowledged> acknowledged) {
        try (MongoClient client = MongoClients.create(connectionString); LedgerStore store = WritingProcess.openStore(client)) {
            Map<Long, String> recorded = new HashMap<>();
            long tail = store.tail();
            while (recorded.size() <= tail) {
                store.entriesFrom(recorded.size(), 1_000).forEach(entry -> recorded.put(entry.position(), entry.eventId()));
            }
            assertThat(acknowledged).doesNotHaveDuplicates()
                    .allSatisfy(commit -> assertThat(recorded).containsEntry(commit.position(), commit.eventId()));
            assertThatLedgerIsWhole(store, Math.toIntExact(store.tail() + 1));
        }
    }

    @Test
    void a_folder_is_opened_by_one_process_at_a_time(@TempDir Path folder) {
        EmbeddedMongo first = EmbeddedMongo.open(folder);
        assertThatThrownBy(() -> EmbeddedMongo.open(folder)).isInstanceOf(IllegalStateException.class);
        first.close();
        EmbeddedMongo.open(folder).close();
    }

    @Test
    void a_file_of_another_version_is_refused(@TempDir Path folder) {
        EmbeddedMongo.open(folder).close();
        try (MVStore store = MVStore.open(folder.resolve("ledger.mv").toString())) {
            store.setStoreVersion(EmbeddedMongo.FILE_VERSION + 1);
            store.commit();
        }

        assertThatThrownBy(() -> EmbeddedMongo.open(folder)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("file version");
    }
}
