package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Both sides in one process, with a post that covers a commune with two cells; users are called after organisation and role. */
final class ImportProcess implements AutoCloseable {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String PASSWORD = "mat-khau";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What the process answered. */
    record Answer(int status, byte[] bytes) {

        JsonNode body() {
            return EventJson.mapper().readTree(bytes);
        }

        String problem() {
            return body().path("type").asString("").replace("/problems/", "");
        }
    }

    ImportProcess(TestServer server, TestDatabase database, String... settings) throws IOException {
        Path folder = MongoServers.temporaryFolder("imports");
        List<User> users = new ArrayList<>();
        for (String organisation : List.of("administration", "post", "commune")) {
            for (Role role : List.of(Role.ADMINISTRATOR, Role.RECORDER, Role.APPROVER)) {
                users.add(new User(
                        organisation + "." + role, UsersFile.hash(PASSWORD, 4), "P-" + organisation + "-" + role,
                        new OrganisationId(organisation), role));
            }
        }
        new UsersFile(folder.resolve("users.json")).write(users);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--ledger.data-dir=" + folder,
                "--ledger.reminders.cron=-",
                "--ledger.reading=everything",
                "--ledger.authority=logins"));
        arguments.addAll(StoreSettings.of(server, database));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(StandaloneApplication.class).run(arguments.toArray(String[]::new));
    }

    void landscape() {
        organisation("province", "PROVINCIAL_PARTY_COMMITTEE", "Tỉnh ủy", Map.of());
        organisation("commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Thông Bình", Map.of("partySuperior", "province"));
        organisation("other", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Tân Hộ Cơ", Map.of("partySuperior", "province"));
        organisation("cell", "CELL", "Chi bộ ấp 1", Map.of("partySuperior", "commune"));
        organisation("other-cell", "CELL", "Chi bộ ấp 1", Map.of("partySuperior", "other"));
        organisation("post", "BORDER_POST", "Đồn Biên phòng Thông Bình",
                Map.of("partySuperior", "province", "covers", List.of("commune")));
        inViews();
    }

    private void organisation(String id, String kind, String name, Map<String, Object> more) {
        Map<String, Object> body = new TreeMap<>(more);
        body.putAll(Map.of("id", id, "effectiveOn", "2010-01-01", "kind", kind, "name", name));
        Answer answer = send("administration.ADMINISTRATOR", "/api/v1/organisations", "application/json",
                EventJson.mapper().writeValueAsBytes(body));
        assertThat(answer.status()).as(text(answer)).isEqualTo(201);
    }

    long tail() {
        return context.getBean(LedgerStore.class).tail();
    }

    /** Waits until all that is recorded is in the views. */
    void inViews() {
        assertThat(get("administration.ADMINISTRATOR", "/api/v1/organisations?limit=1&waitForPosition=" + tail()).status())
                .isEqualTo(200);
    }

    Answer get(String user, String path) {
        return answer(user, path, HttpRequest.newBuilder().GET());
    }

    Answer send(String user, String path, String type, byte[] body) {
        return answer(user, path, HttpRequest.newBuilder().header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer post(String user, String path) {
        return answer(user, path, HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
    }

    /** Sends a CSV file of records. */
    Answer upload(String user, String resource, String csv) {
        return send(user, "/api/v1/imports/" + resource + "?name=test.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** The preview of a CSV file that must be readable. */
    JsonNode preview(String user, String resource, String csv) {
        Answer answer = upload(user, resource, csv);
        assertThat(answer.status()).as(text(answer)).isEqualTo(201);
        return answer.body();
    }

    /** Confirms and waits until every row has its fate. */
    JsonNode recorded(String user, JsonNode preview) {
        String id = preview.at("/summary/id").asString();
        assertThat(post(user, "/api/v1/imports/" + id + "/record").status()).isEqualTo(202);
        return done(user, id);
    }

    JsonNode done(String user, String id) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() ->
                get(user, "/api/v1/imports/" + id).body().at("/summary/state").asString().equals("DONE"));
        return get(user, "/api/v1/imports/" + id + "?limit=500").body();
    }

    private Answer answer(String user, String path, HttpRequest.Builder request) {
        String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            HttpResponse<byte[]> response = http.send(
                    request.uri(URI.create("http://127.0.0.1:" + port() + path))
                            .header("Authorization", "Basic " + login)
                            .header("Accept-Language", "en")
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static String text(Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
