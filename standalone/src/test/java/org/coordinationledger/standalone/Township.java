package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Role;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.TextDigest;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Both sides in this process on an empty store, with organisations whose ids a test chooses. Everyone's name says for
 * whom they act and as what, such as {@code post.records}; {@link #PEOPLE} says who is the same person.
 */
final class Township {

    /** Everyone's. */
    static final String PASSWORD = "mật khẩu";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the users of an organisation are called, and which of its three persons in which role each is. */
    private static final List<Somebody> PEOPLE = List.of(
            new Somebody("records", 1, Role.RECORDER),
            new Somebody("same", 1, Role.APPROVER),
            new Somebody("decides", 2, Role.APPROVER),
            new Somebody("inspects", 3, Role.INSPECTOR),
            new Somebody("inspects-records", 3, Role.RECORDER),
            new Somebody("inspects-decides", 3, Role.APPROVER));

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final URI address;

    private record Somebody(String name, int person, Role role) {}

    /** An answer as text, and as JSON where it is. */
    record Answer(int status, String text) {
        JsonNode json() {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.nullNode();
        }

        /** Without what is said of a problem alone. */
        String problem() {
            return json().path("type").asString("").replace("/problems/", "");
        }
    }

    /**
     * @param organisations those for whom somebody acts
     * @param clock what recorded times come from
     * @param settings further ones, as on a command line
     */
    Township(List<String> organisations, Clock clock, String... settings) {
        Path folder = MongoServers.temporaryFolder("township");
        String hash = UsersFile.hash(PASSWORD, 4);
        List<User> users = new ArrayList<>();
        OrganisationId central = new OrganisationId("central");
        users.add(new User("administrator", hash, "P-administrator", central, Role.ADMINISTRATOR));
        users.add(new User("auditor", hash, "P-auditor", central, Role.AUDITOR));
        for (String organisation : organisations) {
            for (Somebody one : PEOPLE) {
                users.add(new User(
                        organisation + "." + one.name(), hash, "P-" + organisation + "-" + one.person(),
                        new OrganisationId(organisation), one.role()));
            }
        }
        new UsersFile(Server.usersFile(folder)).write(users);
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(starting ->
                ((GenericApplicationContext) starting).registerBean("clockOfTheTest", Clock.class, () -> clock));
        List<String> all = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--ledger.data-dir=" + folder,
                "--ledger.identity.users-file=" + Server.usersFile(folder),
                "--ledger.reading=everything",
                "--ledger.authority=logins",
                "--logging.file.name=" + folder.resolve("ledger.log"),
                "--logging.threshold.console=error"));
        all.addAll(List.of(settings));
        context = application.run(all.toArray(String[]::new));
        address = URI.create("http://127.0.0.1:"
                + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    /** Stops both sides; without it, they stop with this process. */
    void close() {
        context.close();
    }

    URI address() {
        return address;
    }

    /** The position of the ledger's last entry. */
    long tail() {
        return context.getBean(LedgerStore.class).tail();
    }

    /** Changes what the views hold of records of a kind behind their back; returns how many documents were changed. */
    long damageViews(String kind, Bson which, Bson change) {
        MongoDatabase database = context.getBean(MongoDatabase.class);
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.endsWith("_" + kind))
                .mapToLong(name -> database.getCollection(name).updateMany(which, change).getModifiedCount())
                .sum();
    }

    /** Sends a command; {@code text: …} in its body stands for the digest of a text. */
    Answer send(String user, String address, JsonNode body) {
        JsonNode given = withDigests(body);
        return send(request(user, "/api/v1/" + address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(given.toString())));
    }

    /**
     * Records a command, after the texts that its body names; it MUST be taken.
     *
     * @param body as JSON, or what becomes JSON
     */
    Answer record(String user, String address, Object body) {
        JsonNode fields = body instanceof String json ? JSON.readTree(json) : JSON.valueToTree(body);
        storeTexts(user, fields);
        Answer answer = send(user, address, fields);
        assertThat(answer.status()).as(address + ": " + answer.text()).isEqualTo(201);
        return answer;
    }

    /** Registers an organisation that stands since 2010. */
    void register(String id, String kind, String name, Map<String, ?> others) {
        Map<String, Object> body = new HashMap<>(others);
        body.putAll(Map.of("id", id, "effectiveOn", "2010-01-01", "kind", kind, "name", name));
        record("administrator", "organisations", body);
    }

    /**
     * Registers a post with the commune that it covers, a cell of that, all who are above them, each called by its id, and
     * a member {@code m-1} of the post.
     */
    void registerPostAndCommune() {
        register("central", "CENTRAL_BODY", "central", Map.of());
        register("province", "PROVINCIAL_PARTY_COMMITTEE", "province", Map.of("partySuperior", "central"));
        register("guard", "PROVINCIAL_BORDER_GUARD_COMMITTEE", "guard", Map.of("partySuperior", "province"));
        register("commune", "COMMUNE_PARTY_COMMITTEE", "commune", Map.of("partySuperior", "province"));
        register("cell", "CELL", "cell", Map.of("partySuperior", "commune"));
        register("post", "BORDER_POST", "post", Map.of("partySuperior", "guard", "covers", List.of("commune")));
        record("post.records", "members", """
                {"id": "m-1", "effectiveOn": "2010-01-02", "code": "DV-1", "home": "post", "membership": "OFFICIAL",
                 "personalData": {"name": "Nguyễn Văn Thử", "rank": "Thiếu tá"}}""");
    }

    /** Stores the texts that a command's body names. */
    void storeTexts(String user, JsonNode body) {
        body.valueStream().forEach(value -> {
            if (value.isString() && value.asString().startsWith("text: ")) {
                send(request(user, "/api/v1/texts")
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(value.asString())));
            } else if (value.isContainer()) {
                storeTexts(user, value);
            }
        });
    }

    /** Reads as an auditor, where the views have come to the tail. */
    Answer read(String address, Map<String, String> parameters) {
        return read(address, parameters, "en");
    }

    /** The same, with words in a language. */
    Answer read(String address, Map<String, String> parameters, String language) {
        StringBuilder query = new StringBuilder("?waitForPosition=" + tail());
        parameters.forEach((name, value) ->
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request("auditor", "/api/v1/" + address + query)
                .setHeader("Accept-Language", language)
                .GET());
    }

    /** Waits until the views have come to a position. */
    void waitFor(long position) {
        Answer answer = send(request("auditor", "/api/v1/organisations?limit=1&waitForPosition=" + position).GET());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Reads what no view holds. */
    Answer get(String user, String address) {
        return send(request(user, "/api/v1/" + address).GET());
    }

    private HttpRequest.Builder request(String user, String path) {
        byte[] credentials = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Language", "en")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    private static JsonNode withDigests(JsonNode body) {
        if (body instanceof ObjectNode fields) {
            ObjectNode copy = JSON.createObjectNode();
            fields.properties().forEach(field -> copy.set(field.getKey(), withDigests(field.getValue())));
            return copy;
        }
        if (body instanceof ArrayNode several) {
            ArrayNode copy = JSON.createArrayNode();
            several.forEach(one -> copy.add(withDigests(one)));
            return copy;
        }
        boolean text = body.isString() && body.asString().matches("(?s)(text|never stored): .*");
        return text ? JSON.getNodeFactory().stringNode(TextDigest.of(body.asString()).value()) : body;
    }
}
