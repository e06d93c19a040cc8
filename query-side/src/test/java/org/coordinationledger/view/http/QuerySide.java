package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.LedgerEventStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.view.QuerySideApplication;
import org.coordinationledger.vocabulary.OrganisationId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A running query side on one kind of store, with events recorded past the command side. Started once per store. */
final class QuerySide {

    static final String PASSWORD = "mật khẩu";
    static final int MOST_ROWS = 60;

    private static final Map<String, QuerySide> RUNNING = new ConcurrentHashMap<>();
    private static final List<User> ONE_OF_EACH_ROLE = Arrays.stream(Role.values())
            .map(role -> user(role.name().toLowerCase(Locale.ROOT), "post-1", role))
            .toList();

    private final String name;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> sequences = new HashMap<>();
    private long lastPosition = -1;

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return EventJson.mapper().readTree(response.body());
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String type() {
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .isEqualTo("application/problem+json");
            assertThat(json().get("detail").asString()).isNotBlank().doesNotContain("{");
            return json().get("type").asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private QuerySide(TestServer server, List<User> users, String... believing) {
        this.name = server.name();
        Path folder = MongoServers.temporaryFolder("query-side");
        new UsersFile(folder.resolve("users.json")).write(users);
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--ledger.data-dir=" + folder,
                "--ledger.views.keep-superseded=0s",
                "--ledger.exports.most-rows=" + MOST_ROWS,
                "--ledger.exports.batch-rows=7",
                "--ledger.exports.at-once=2",
                "--ledger.database=query" + Long.toHexString(new SecureRandom().nextLong())));
        settings.addAll(List.of(believing));
        if (!server.isEmbedded()) {
            settings.add("--ledger.mongodb-uri=" + server.connectionString());
            settings.add("--ledger.keys.kek-file=" + key(folder));
        }
        Class<?>[] sources = {QuerySideApplication.class, BrokenExport.class};
        this.context = SpringApplication.run(sources, settings.toArray(String[]::new));
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    private static Path key(Path folder) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Path file = folder.resolve("kek");
        try {
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    /** Who logs in reads everything. */
    static Stream<QuerySide> onEveryStore() {
        return MongoServers.stores().map(server -> RUNNING.computeIfAbsent(
                server.name(),
                n -> new QuerySide(server, ONE_OF_EACH_ROLE, "--ledger.authority=logins", "--ledger.reading=everything")));
    }

    /** As a service is by default: each reads their own line, and auditors and inspectors by their mandates. */
    static Stream<QuerySide> whereEachReadsTheirOwn(List<User> users) {
        return MongoServers.stores().map(server -> RUNNING.computeIfAbsent(
                server.name() + " own line", n -> new QuerySide(server, users)));
    }

    /** Somebody whose person code says who they are among the users. */
    static User user(String name, String organisation, Role role) {
        return new User(
                name, UsersFile.hash(PASSWORD, 4), "P-" + name.toUpperCase(Locale.ROOT),
                new OrganisationId(organisation), role);
    }

    <B> B bean(Class<B> type) {
        return context.getBean(type);
    }

    long lastPosition() {
        return lastPosition;
    }

    /** An event of one record. */
    record Deed(RecordType<?, ?> type, String id, Actor actor, RecordEvent event) {}

    /** Records that a record holds a key from a day on up to before another, in place of what it held before. */
    synchronized void reserve(String key, String holder, LocalDate from, LocalDate to) {
        ReservationEvent held = new ReservationEvent.Held(holder, List.of(new HeldPeriod(from, to)), null);
        publish(List.of(new GenericDomainEventMessage<>(
                Catalogue.RESERVATION, key, sequences.merge(key, 0L, (a, b) -> a + 1), held,
                MetaData.emptyInstance())));
    }

    /** Records the deeds as one commit, and gives its last position. */
    synchronized long record(List<Deed> deeds) {
        List<DomainEventMessage<?>> commit = new ArrayList<>();
        for (Deed deed : deeds) {
            MetaData metadata = MetaData.with("actor", deed.actor().person())
                    .and("organisation", deed.actor().organisation().value())
                    .and("role", deed.actor().role().name());
            Body body = deed.actor().body();
            if (body != null) {
                metadata = metadata.and("body", body.name());
            }
            commit.add(new GenericDomainEventMessage<>(
                    deed.type().name(), deed.id(), sequences.merge(deed.id(), 0L, (a, b) -> a + 1), deed.event(),
                    metadata));
        }
        publish(commit);
        return lastPosition;
    }

    private void publish(List<DomainEventMessage<?>> commit) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        bean(EventStore.class).publish(commit);
        unitOfWork.commit();
        lastPosition = LedgerEventStore.recordedBy(unitOfWork).get(0).last();
    }

    long record(Deed... deeds) {
        return record(List.of(deeds));
    }

    /** Reads as a recorder, with all that was recorded so far in the views. */
    Answer get(String path) {
        return nowAs("recorder", path);
    }

    /** Reads with all that was recorded so far in the views. */
    Answer nowAs(String user, String path) {
        return getAs(user, path + (path.contains("?") ? "&" : "?") + "waitForPosition=" + lastPosition);
    }

    Answer getAs(String user, String path) {
        return send(request(path, user));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Reads a file as a recorder, with all that was recorded so far in the views. */
    HttpResponse<byte[]> file(String path, String... headers) {
        String whole = path + (path.contains("?") ? "&" : "?") + "waitForPosition=" + lastPosition;
        try {
            HttpRequest.Builder request = request(whole, "recorder");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String path, String user) {
        String login = Base64.getEncoder()
                .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Basic " + login);
    }

    private int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public String toString() {
        return name;
    }
}
