package org.coordinationledger.command.api;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.CommandSideApplication;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The command side on one store. It believes logins, unless its settings say otherwise. */
final class RunningDesk {

    static final Actor ADMINISTRATOR = new Actor("administrator", new OrganisationId("centre"), Role.ADMINISTRATOR);

    /** All processes of one ledger see one pin. */
    private static final Map<String, Path> PINS = new ConcurrentHashMap<>();

    private static final String AUTHORITY = "--ledger.authority=";

    private final TestServer server;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    RunningDesk(TestServer server) {
        this(server, server.freshDatabase());
    }

    /** One of several processes on one ledger, or one with further settings; whoever stops last drops the database. */
    RunningDesk(TestServer server, TestDatabase database, String... settings) {
        this.server = server;
        this.database = database;
        Path folder = MongoServers.temporaryFolder("command-desk");
        Path kek = folder.resolve("kek");
        write(kek, Base64.getEncoder().encodeToString(new byte[32]));
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--ledger.mongodb-uri=" + server.connectionString(),
                "--ledger.database=" + database.name(),
                "--ledger.keys.mongodb-uri=" + server.connectionString(),
                "--ledger.keys.kek-file=" + kek,
                "--ledger.log.key-file=" + kek,
                "--ledger.log.pin-dir=" + PINS.computeIfAbsent(
                        database.name() + server.name(), name -> MongoServers.temporaryFolder("pin")),
                "--ledger.identity.administration=" + ADMINISTRATOR.organisation(),
                "--ledger.data-dir=" + folder));
        arguments.addAll(List.of(settings));
        if (arguments.stream().noneMatch(argument -> argument.startsWith(AUTHORITY))) {
            arguments.add(AUTHORITY + "logins");
        }
        this.context = new SpringApplicationBuilder(CommandSideApplication.class)
                .run(arguments.toArray(String[]::new));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that the process is made of. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Stops this process alone. */
    void leave() {
        context.close();
    }

    LedgerReader ledger() {
        return context.getBean(LedgerReader.class);
    }

    PersonalDataVault vault() {
        return context.getBean(PersonalDataVault.class);
    }

    BoundCommand binding(String resource, Map<String, Object> body) {
        return context.getBean(CommandBinding.class)
                .begin(context.getBean(CommandFeatures.class).under(resource), json(body));
    }

    /** Another desk of the same process, which does something of the caller's in place of catching up with the ledger. */
    CommandDesk deskThatCatchesUpBy(Runnable instead) {
        LedgerReader ledger = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("catchUp")) {
                        instead.run();
                        return null;
                    }
                    return method.invoke(ledger(), arguments);
                });
        return new CommandDesk(
                context.getBean(CommandGateway.class), ledger, vault(), new CommandMeters(new SimpleMeterRegistry()));
    }

    /** What a command that begins a record would record, told in English. */
    Trial tried(String resource, Actor actor, Map<String, Object> body) {
        return part(Previews.class).tried(
                part(CommandFeatures.class).under(resource), binding(resource, body), actor, null,
                rejection -> part(ProblemWriter.class).body(rejection, Locale.ENGLISH));
    }

    /** A step to be taken at some desk of this process. */
    BoundCommand stepping(String resource, String id, String step, Map<String, Object> body) {
        return context.getBean(CommandBinding.class)
                .step(context.getBean(CommandFeatures.class).under(resource), id, step, json(body));
    }

    Outcome begin(String resource, Actor actor, @Nullable String key, Map<String, Object> body) {
        return context.getBean(CommandDesk.class).take(resource, binding(resource, body), actor, key, null);
    }

    Outcome step(
            String resource,
            String id,
            String step,
            Actor actor,
            @Nullable String key,
            @Nullable Long expected,
            Map<String, Object> body) {
        return context.getBean(CommandDesk.class)
                .take(resource, stepping(resource, id, step, body), actor, key, expected);
    }

    String organisation(String kind, @Nullable String superior) {
        return begin("organisations", ADMINISTRATOR, null, CommandDeskTest.organisation(null, kind, superior))
                .id();
    }

    /** Waits until something recorded has had its effect, at most ten seconds. */
    void eventually(Callable<Boolean> condition) throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(condition);
    }

    private static byte[] json(Map<String, Object> body) {
        return EventJson.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    void stop() {
        context.close();
        database.close();
    }

    @Override
    public String toString() {
        return server.name();
    }
}
