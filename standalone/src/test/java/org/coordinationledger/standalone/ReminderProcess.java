package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.reminder.command.ReminderRun;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Both sides in one process, with a clock that stands at a day, and with users called after their organisations. */
final class ReminderProcess implements AutoCloseable {

    private static final String PASSWORD = "mat-khau";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What the process answered. */
    record Answer(int status, JsonNode body) {}

    /** Noon of a day that is set. */
    static final class DayClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        DayClock(String day) {
            set(day);
        }

        void set(String day) {
            now = LocalDate.parse(day).atTime(12, 0).atZone(Dates.ZONE).toInstant();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return Dates.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Clocks {
        @Bean
        DayClock dayClock(@Value("${day:2018-01-20}") String day) {
            return new DayClock(day);
        }
    }

    ReminderProcess(TestServer server, TestDatabase database, String... settings) throws IOException {
        Path folder = MongoServers.temporaryFolder("reminders");
        new UsersFile(folder.resolve("users.json"))
                .write(Stream.of("administration", "district", "commune")
                        .map(organisation -> new User(
                                organisation, UsersFile.hash(PASSWORD, 4), "P-" + organisation,
                                new OrganisationId(organisation),
                                organisation.equals("administration") ? Role.ADMINISTRATOR : Role.APPROVER))
                        .toList());
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--ledger.data-dir=" + folder,
                "--ledger.reading=everything",
                "--ledger.authority=logins"));
        arguments.addAll(StoreSettings.of(server, database));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(StandaloneApplication.class, Clocks.class)
                .run(arguments.toArray(String[]::new));
    }

    DayClock clock() {
        return context.getBean(DayClock.class);
    }

    long tail() {
        return context.getBean(LedgerStore.class).tail();
    }

    Optional<ReminderRun.Result> run() {
        return context.getBean(ReminderRun.class).run();
    }

    void landscape() {
        Stream.of("DISTRICT_PARTY_COMMITTEE district", "COMMUNE_PARTY_COMMITTEE commune")
                .map(line -> line.split(" "))
                .forEach(organisation -> {
                    Map<String, Object> body = new TreeMap<>(Map.of(
                            "id", organisation[1], "effectiveOn", "2010-01-01", "kind", organisation[0],
                            "name", organisation[1]));
                    if (organisation[1].equals("commune")) {
                        body.put("partySuperior", "district");
                    }
                    post("administration", "/api/v1/organisations", body);
                });
    }

    void receivedProposal(String day) {
        String id = post("commune", "/api/v1/proposals", Map.of(
                        "effectiveOn", "2018-01-05", "by", List.of("commune"), "to", "district", "kind", "REQUEST",
                        "subject", "Đề nghị"))
                .get("id")
                .asString();
        post("district", "/api/v1/proposals/" + id + "/receive", Map.of("effectiveOn", day));
    }

    String programme(String dueOn) {
        return post("commune", "/api/v1/programmes", Map.of(
                        "effectiveOn", "2018-01-02", "firstDay", "2018-01-02", "lastDay", "2020-12-31", "kind", "PLAN",
                        "organisation", "commune", "subject", "Kế hoạch", "targets", List.of(Map.of(
                                "key", "cells", "indicator", "Số chi bộ", "unit", "chi bộ", "dueOn", dueOn, "planned",
                                Map.of("value", 33, "quality", "EXACT")))))
                .get("id")
                .asString();
    }

    /** What comes of a command that is to be recorded. */
    JsonNode post(String user, String path, Map<String, Object> body) {
        Answer answer = send(user, path, body);
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 201);
        return answer.body();
    }

    Answer send(String user, String path, Map<String, Object> body) {
        return answer(user, path, HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EventJson.mapper().writeValueAsString(body))));
    }

    /** What is shown once all that is recorded is in the views. */
    JsonNode read(String user, String path) {
        String waiting = (path.contains("?") ? "&" : "?") + "waitForPosition=" + tail();
        Answer answer = answer(user, path + waiting, HttpRequest.newBuilder().GET());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private Answer answer(String user, String path, HttpRequest.Builder request) {
        String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        try {
            var response = http.send(
                    request.uri(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Basic " + login)
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(response.statusCode(), EventJson.mapper().readTree(response.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
