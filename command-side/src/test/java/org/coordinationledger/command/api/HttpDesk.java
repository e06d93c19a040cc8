package org.coordinationledger.command.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;
import tools.jackson.databind.JsonNode;

/**
 * The command side over HTTP, with organisations of fixed ids: a post that covers a commune with a cell, a province above
 * both. A user is called by organisation, role and a number that stands for the person, such as {@code post.RECORDER.1}.
 */
final class HttpDesk {

    private static final String PASSWORD = "mật khẩu";
    private static final List<String> ORGANISATIONS = List.of("centre", "province", "post", "commune", "cell");

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningDesk desk;

    /** An answer; an absent body is JSON null. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            return EventJson.mapper().readTree(response.body());
        }

        String problem() {
            return json().path("type").asString("").replace("/problems/", "");
        }
    }

    HttpDesk(TestServer server) {
        Path users = MongoServers.temporaryFolder("forms").resolve("users.json");
        List<User> all = new ArrayList<>();
        String hash = UsersFile.hash(PASSWORD, 4);
        for (String organisation : ORGANISATIONS) {
            for (Role role : Role.values()) {
                for (int person = 1; person <= 2; person++) {
                    all.add(new User(
                            organisation + "." + role + "." + person,
                            hash,
                            "P-" + organisation + "-" + person,
                            new OrganisationId(organisation),
                            role));
                }
            }
        }
        new UsersFile(users).write(all);
        desk = new RunningDesk(server, server.freshDatabase(), "--ledger.identity.users-file=" + users);
        organisation("province", "PROVINCIAL_PARTY_COMMITTEE", Map.of());
        organisation("commune", "COMMUNE_PARTY_COMMITTEE", Map.of("partySuperior", "province"));
        organisation("cell", "CELL", Map.of("partySuperior", "commune"));
        organisation("post", "BORDER_POST", Map.of("partySuperior", "province", "covers", List.of("commune")));
    }

    private void organisation(String id, String kind, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("id", id, "effectiveOn", "2015-01-01", "kind", kind, "name", "Tổ chức " + id));
        taken(post("centre.ADMINISTRATOR.1", "organisations", body));
    }

    RunningDesk desk() {
        return desk;
    }

    /** Takes a command, which must not be refused. */
    JsonNode take(String user, String address, Map<String, Object> body) {
        return taken(post(user, address, body));
    }

    private static JsonNode taken(Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.response().body());
        }
        return answer.json();
    }

    String text(String user, String text) {
        HttpRequest.Builder request = request(user, "texts")
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(BodyPublishers.ofString(text));
        return send(request).json().get("digest").asString();
    }

    Answer post(String user, String address, Map<String, Object> body, String... headers) {
        HttpRequest.Builder request = request(user, address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EventJson.mapper().writeValueAsString(body)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Answer get(String user, String address) {
        return send(request(user, address).GET());
    }

    /** The steps of a record that are allowed, but for those that are common to all records. */
    List<String> allowed(String user, String address) {
        JsonNode steps = get(user, address + "/steps").json().get("steps");
        return steps.valueStream()
                .filter(step -> step.get("allowed").asBoolean())
                .map(step -> step.get("step").asString())
                .filter(step -> !step.equals("correct") && !step.equals("void"))
                .sorted()
                .toList();
    }

    JsonNode step(String user, String address, String step) {
        return get(user, address + "/steps").json().get("steps").valueStream()
                .filter(s -> s.get("step").asString().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private HttpRequest.Builder request(String user, String address) {
        byte[] credentials = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + "/api/v1/" + address))
                .header("Accept-Language", "en")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        desk.stop();
    }
}
