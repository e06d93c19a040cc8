package org.coordinationledger.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An import goes on in another process, from wherever it was stopped, and every row is recorded once. */
class ImportResumedTest {

    private static final int ROWS = 120;
    private static final String USER = "post.RECORDER";
    private static final String NEVER = "--ledger.imports.look-every=1h";

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static String members() {
        return "memberCode;effectiveOn;home;membership;fullName\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "DV-%04d;01/03/2019;post;OFFICIAL;Đồng chí số %d".formatted(i, i))
                        .collect(Collectors.joining("\n"))
                + "\nDV-SAI;hôm qua;post;OFFICIAL;Đồng chí còn phải sửa\n";
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_one_process_began_another_ends_and_nothing_is_recorded_twice(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase()) {
            String id;
            List<Document> kept;
            try (ImportProcess first = new ImportProcess(server, database)) {
                first.landscape();
                id = first.preview(USER, "members", members()).at("/summary/id").asString();
                kept = rows(server, database);
                first.post(USER, "/api/v1/imports/" + id + "/record");
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> counted(first, id, "RECORDED") > 5);
            }
            try (ImportProcess second = new ImportProcess(server, database)) {
                JsonNode done = second.done(USER, id);
                assertThat(done.at("/summary/counts/RECORDED").intValue()).isEqualTo(ROWS);
                long tail = second.tail();
                assertThat(members(second)).isEqualTo(ROWS);

                forgetProgress(server, database, kept);
                second.done(USER, id);

                assertThat(counted(second, id, "RECORDED")).isEqualTo(ROWS);
                assertThat(second.tail()).as("all was recorded, though nobody had noted it").isEqualTo(tail);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothing_of_what_rows_say_stays_once_they_are_recorded(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase(); ImportProcess process = new ImportProcess(server, database)) {
            process.landscape();
            JsonNode preview = process.preview(USER, "members", members());
            assertThat(rows(server, database)).hasSize(ROWS + 1).allSatisfy(row -> assertThat(row.toJson())
                    .doesNotContain("Đồng chí")
                    .contains("ciphertext"));

            process.recorded(USER, preview);

            assertThat(rows(server, database))
                    .filteredOn(row -> row.getString("fate").equals("RECORDED"))
                    .hasSize(ROWS)
                    .allSatisfy(row -> assertThat(row).doesNotContainKeys("cells", "sealed", "steps"));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_a_stopped_process_was_told_to_record_waits_for_one_that_looks(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase(); ImportProcess idle = new ImportProcess(server, database, NEVER)) {
            idle.landscape();
            String id = idle.preview(USER, "members", members()).at("/summary/id").asString();
            idle.post(USER, "/api/v1/imports/" + id + "/record");
            assertThat(counted(idle, id, "TO_RECORD")).isEqualTo(ROWS);
            try (ImportProcess one = new ImportProcess(server, database);
                    ImportProcess another = new ImportProcess(server, database)) {
                another.done(USER, id);
                assertThat(members(one)).isEqualTo(ROWS);
            }
        }
    }

    private static int counted(ImportProcess process, String id, String fate) {
        return process.get(USER, "/api/v1/imports/" + id).body().at("/summary/counts/" + fate).intValue();
    }

    /** How many members there are, counted from the register. */
    private static int members(ImportProcess process) {
        process.inViews();
        int count = 0;
        String after = "";
        while (after != null) {
            JsonNode page = process.get(USER, "/api/v1/members?limit=200" + after).body();
            count += page.get("items").size();
            String next = page.path("next").asString(null);
            after = next == null ? null : "&after=" + next;
        }
        return count;
    }

    private static List<Document> rows(TestServer server, TestDatabase database) {
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            return client.getDatabase(database.name()).getCollection("import_rows").find().into(new ArrayList<>());
        }
    }

    /** As after a crash just behind the last commit, before anything was noted of it. */
    private static void forgetProgress(TestServer server, TestDatabase database, List<Document> kept) {
        try (MongoClient client = MongoClients.create(server.connectionString())) {
            MongoDatabase store = client.getDatabase(database.name());
            MongoCollection<Document> rows = store.getCollection("import_rows");
            kept.forEach(row -> rows.replaceOne(eq("_id", row.get("_id")), row));
            store.getCollection("imports").updateMany(new Document(), combine(set("state", "RECORDING")));
        }
    }
}
