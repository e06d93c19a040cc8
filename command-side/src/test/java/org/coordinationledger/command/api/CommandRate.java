package org.coordinationledger.command.api;

import com.mongodb.client.MongoClient;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.LedgerEventStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;

/**
 * Measures how many commands a process takes, with and without remembered streams, and by mandates, on a real MongoDB.
 * Each issues a document that cites another as its basis, at the foot of a line of four organisations, and holds its
 * number. Run it by hand with {@code LEDGER_MONGOD} set; arguments are {@code desk} or {@code http}, seconds, and numbers
 * of threads.
 */
final class CommandRate {

    private static final String PASSWORD = "measuring";
    private static final String FOOT = "level-4";
    private static final Actor RECORDER = new Actor("recorder", new OrganisationId(FOOT), Role.RECORDER);

    private final RunningDesk desk;
    private final boolean overHttp;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong number = new AtomicLong();
    private String basis = "";

    private CommandRate(RunningDesk desk, boolean overHttp) {
        this.desk = desk;
        this.overHttp = overHttp;
    }

    public static void main(String[] arguments) throws Exception {
        boolean overHttp = arguments[0].equals("http");
        int seconds = Integer.parseInt(arguments[1]);
        TestServer server = MongoServers.realMongo().orElseThrow();
        for (String setting : List.of("cache 0, logins", "cache 64MB, logins", "cache 64MB, mandates")) {
            String cache = setting.substring("cache ".length(), setting.indexOf(','));
            String authority = setting.substring(setting.lastIndexOf(' ') + 1);
            Path users = MongoServers.temporaryFolder("command-rate").resolve("users.json");
            new UsersFile(users).write(List.of(new User(
                    "recorder", UsersFile.hash(PASSWORD, 4), "recorder", RECORDER.organisation(), Role.RECORDER)));
            TestDatabase database = server.freshDatabase();
            RunningDesk desk = new RunningDesk(server, database, "--ledger.cache-size=" + cache,
                    "--ledger.authority=" + authority,
                    "--ledger.identity.users-file=" + users, "--logging.level.root=warn");
            CommandRate rate = new CommandRate(desk, overHttp);
            rate.prepare();
            rate.measure(16, 5, "warm-up, " + setting);
            for (String threads : Arrays.asList(arguments).subList(2, arguments.length)) {
                rate.measure(Integer.parseInt(threads), seconds, setting);
            }
            desk.stop();
        }
        System.exit(0);
    }

    private void prepare() {
        String superior = null;
        List<String> kinds = List.of("PROVINCIAL_PARTY_COMMITTEE", "DISTRICT_PARTY_COMMITTEE", "COMMUNE_PARTY_COMMITTEE", "CELL");
        for (int level = 1; level <= 4; level++) {
            String id = "level-" + level;
            desk.begin("organisations", RunningDesk.ADMINISTRATOR, null,
                    CommandDeskTest.organisation(id, kinds.get(level - 1), superior));
            superior = id;
        }
        desk.begin("mandates", RunningDesk.ADMINISTRATOR, null, Map.of(
                "effectiveOn", "2012-01-01", "person", RECORDER.person(), "organisation", FOOT, "role", RECORDER.role().name()));
        basis = desk.begin("basis-documents", RECORDER, null, document(List.of())).id();
    }

    private Map<String, Object> document(List<String> bases) {
        return Map.ofEntries(
                Map.entry("effectiveOn", "2012-12-03"), Map.entry("issuedOn", "2012-12-03"),
                Map.entry("number", number.incrementAndGet() + "-KH/CB"), Map.entry("kind", "PLAN"),
                Map.entry("series", "STATE_YEAR"), Map.entry("issuer", FOOT), Map.entry("subject", "Kế hoạch phối hợp"),
                Map.entry("provisional", false), Map.entry("appliesTo", List.of(FOOT)),
                Map.entry("carriesOut", bases), Map.entry("illustrative", true));
    }

    private void measure(int threads, int seconds, String what) throws Exception {
        LedgerEventStore events = desk.part(LedgerEventStore.class);
        long misses = events.cacheFigures().misses();
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = process.getProcessCpuTime();
        long queries = queries();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<List<Long>>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(() -> {
                List<Long> micros = new ArrayList<>();
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    take();
                    micros.add((System.nanoTime() - start) / 1_000);
                }
                return micros;
            }));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> each : running) {
            all.addAll(each.get());
        }
        pool.shutdown();
        all.sort(null);
        System.out.printf(Locale.ROOT, "%s %-32s %3d threads: %6.0f commands/s, median %.1f ms, 99%% %.1f ms; each: %.2f ms of"
                        + " processor, %.1f queries, %.1f streams not remembered%n",
                overHttp ? "http" : "desk", what, threads, all.size() / (double) seconds,
                all.get(all.size() / 2) / 1_000.0, all.get(all.size() * 99 / 100) / 1_000.0,
                (process.getProcessCpuTime() - cpu) / 1e6 / all.size(), (queries() - queries) / (double) all.size(),
                (events.cacheFigures().misses() - misses) / (double) all.size());
    }

    /** Queries that the server has answered, whoever asked. */
    private long queries() {
        Document status = desk.part(MongoClient.class).getDatabase("admin").runCommand(new Document("serverStatus", 1));
        return ((Number) status.get("opcounters", Document.class).get("query")).longValue();
    }

    private void take() throws Exception {
        Map<String, Object> body = document(List.of(basis));
        String key = UUID.randomUUID().toString();
        if (!overHttp) {
            desk.begin("basis-documents", RECORDER, key, body);
            return;
        }
        String login = Base64.getEncoder().encodeToString(("recorder:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + "/api/v1/basis-documents"))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(EventJson.mapper().writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }
}
