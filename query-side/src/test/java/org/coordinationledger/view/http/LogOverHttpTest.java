package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.sealing.HeadTrees;
import org.coordinationledger.ledger.sealing.LogGate;
import org.coordinationledger.ledger.sealing.LogKeys;
import org.coordinationledger.ledger.sealing.RecordedHeads;
import org.coordinationledger.ledger.sealing.RecordedHeadsReads;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.ledger.sealing.Sealer;
import org.coordinationledger.ledger.sealing.Witnesses;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.Proofs;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.VerifierKey;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The log as a tool of somebody else reads it, with the arithmetic of RFC 6962 written out once more. */
class LogOverHttpTest {

    private static final Map<String, Sealer> SEALERS = new ConcurrentHashMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore().peek(LogOverHttpTest::seal);
    }

    /** The side that records seals; here the test does. */
    static void seal(QuerySide side) {
        SEALERS.computeIfAbsent(side.toString(), name -> {
            Path pin = MongoServers.temporaryFolder("pin");
            Sealer sealer = new Sealer(side.bean(LedgerStore.class), LogKeys.of("test/log", List.of(new byte[32])), pin,
                    new LogGate(), Clock.systemUTC(),
                    new Witnesses(side.bean(LedgerStore.class), List.of(), Clock.systemUTC()), published -> { });
            sealer.start();
            return sealer;
        });
    }

    /** Records an organisation and waits until a checkpoint covers it. */
    private static String recorded(QuerySide side) {
        String id = "log-" + UUID.randomUUID();
        Actor actor = new Actor("P-1", new OrganisationId("centre"), Role.ADMINISTRATOR);
        long last = side.record(new Deed(OrganisationState.TYPE, id, actor, registered()));
        SealedLog log = side.bean(SealedLog.class);
        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20))
                .until(() -> log.latest().filter(newest -> newest.size() > last).isPresent());
        return id;
    }

    private static OrganisationEvent registered() {
        return new OrganisationEvent.Registered(LocalDate.of(2010, 1, 1), OrganisationKind.COMMUNE_PARTY_COMMITTEE,
                new Name("Đảng ủy xã"), null, null, List.of(), Territory.UNKNOWN, true, List.of());
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(sha256::update);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = 1;
        while (left * 2 < leaves.size()) {
            left *= 2;
        }
        return sha256(new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** As RFC 9162, 2.1.3.2, says. */
    private static byte[] rootOf(byte[] leaf, long index, long size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        byte[] hash = leaf;
        for (byte[] other : path) {
            assertThat(sn).isPositive();
            if (fn % 2 == 1 || fn == sn) {
                hash = sha256(new byte[] {1}, other, hash);
                while (fn % 2 == 0 && fn != 0) {
                    fn /= 2;
                    sn /= 2;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, other);
            }
            fn /= 2;
            sn /= 2;
        }
        assertThat(sn).isZero();
        return hash;
    }

    private static HttpResponse<byte[]> open(QuerySide side, String path) {
        URI uri = side.request(path, "nobody").build().uri();
        try {
            return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(QuerySide side, String user, String path) {
        try {
            return HTTP.send(side.request(path, user).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String tile(String kind, long index, long width) {
        return "/log/tile/" + kind + "/%03d".formatted(index) + (width == 256 ? "" : ".p/" + width);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void anybody_recomputes_the_signed_root_from_the_tiles_and_an_auditor_the_tiles_from_the_entries(QuerySide side) {
        recorded(side);
        HttpResponse<byte[]> checkpoint = open(side, "/log/checkpoint");
        assertThat(checkpoint.statusCode()).isEqualTo(200);
        assertThat(checkpoint.headers().firstValue("Cache-Control")).contains("no-store");
        String[] lines = new String(checkpoint.body(), StandardCharsets.UTF_8).split("\n");
        assertThat(lines[0]).isEqualTo("test/log");
        long size = Long.parseLong(lines[1]);
        List<byte[]> leaves = new ArrayList<>();
        for (long first = 0; first < size; first += 256) {
            long width = Math.min(256, size - first);
            HttpResponse<byte[]> hashes = open(side, tile("0", first / 256, width));
            assertThat(hashes.statusCode()).isEqualTo(200);
            assertThat(hashes.headers().firstValue("Cache-Control").orElse(""))
                    .contains("public").satisfies(cached -> assertThat(cached.contains("immutable")).isEqualTo(width == 256));
            byte[] bundle = bytes(side, "auditor", tile("entries", first / 256, width));
            int at = 0;
            for (int i = 0; i < width; i++) {
                byte[] leaf = Arrays.copyOfRange(hashes.body(), 32 * i, 32 * (i + 1));
                int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
                byte[] entry = Arrays.copyOfRange(bundle, at + 2, at + 2 + length);
                assertThat(sha256(new byte[] {0}, entry)).isEqualTo(leaf);
                leaves.add(leaf);
                at += 2 + length;
            }
            assertThat(at).isEqualTo(bundle.length);
        }
        assertThat(Base64.getEncoder().encodeToString(root(leaves))).isEqualTo(lines[2]);
        assertThat(new String(open(side, "/log/vkey").body(), StandardCharsets.UTF_8)).startsWith("test/log+");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void entries_are_for_auditors_alone(QuerySide side) {
        recorded(side);
        assertThat(open(side, tile("entries", 0, 1)).statusCode()).isEqualTo(401);
        assertThat(side.getAs("recorder", tile("entries", 0, 1)).type()).isEqualTo("/problems/access-denied");
        assertThat(side.getAs("administrator", tile("entries", 0, 1)).status()).isEqualTo(403);
        Answer auditors = side.getAs("auditor", tile("entries", 0, 1));
        assertThat(auditors.status()).isEqualTo(200);
        assertThat(auditors.header("Cache-Control")).contains("private");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void there_is_nothing_outside_of_the_tile_space(QuerySide side) {
        recorded(side);
        for (String path : List.of(
                "tile/0/0", "tile/0/0000", "tile/0/x000/000", "tile/00/000", "tile/64/000", "tile/-1/000", "tile/0/000.p/0",
                "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/257", "tile/0/000.p/1/2", "tile/0/x001", "tile/0/999",
                "tile/1/900.p/1", "tile/7/000.p/1", "tile/0/000.p", "tile/0/", "tile/", "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/abc", "tile/0/000.p/1%20", "tile/entries2/000")) {
            HttpResponse<byte[]> answer = open(side, "/log/" + path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).as(path).contains("/problems/");
        }
        assertThat(side.getAs("auditor", "/log/tile/entries/999").status()).isEqualTo(404);
        assertThat(side.getAs("auditor", "/log/tile/entries/0").status()).isEqualTo(404);
        assertThat(open(side, "/log/elsewhere").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_entry_comes_with_its_path_to_the_signed_root(QuerySide side) {
        String id = recorded(side);
        JsonNode record = side.nowAs("recorder", "/api/v1/organisations/" + id + "/proofs").json();
        assertThat(record.required("items")).hasSize(1);
        long position = record.at("/items/0/position").asLong();

        JsonNode proof = side.getAs("recorder", "/api/v1/entries/" + position).json();
        byte[] leaf = sha256(new byte[] {0}, proof.required("entry").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(leaf)).isEqualTo(proof.required("leafHash").asString());
        List<byte[]> path = proof.required("path").valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asString())).toList();
        String[] checkpoint = proof.required("checkpoint").asString().split("\n");
        byte[] root = rootOf(leaf, position, Long.parseLong(checkpoint[1]), path);
        assertThat(Base64.getEncoder().encodeToString(root)).isEqualTo(checkpoint[2]);
        assertThat(proof.required("keys")).hasSize(1);

        Answer file = side.getAs("recorder", "/api/v1/entries/" + position + "/proof");
        assertThat(file.header("Content-Disposition")).contains("entry-" + position + ".tlog-proof");
        LogProof parsed = LogProof.parse(file.response().body().getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.extra().orElseThrow()).isEqualTo(
                proof.required("entry").asString().getBytes(StandardCharsets.UTF_8));
        TrustPolicy policy = TrustPolicy.of(VerifierKey.parse(
                new String(open(side, "/log/vkey").body(), StandardCharsets.UTF_8).strip()));
        assertThat(parsed.verify(Hash.of(leaf), policy).checkpoint().size()).isGreaterThan(position);
        assertThat(side.getAs("recorder", "/api/v1/entries/99999999").type()).isEqualTo("/problems/read/unknown-entry");
    }

    /** What the side that records does every hour. */
    private static void recordHeads(QuerySide side) {
        LedgerStore ledger = side.bean(LedgerStore.class);
        HeadTrees trees = new HeadTrees(ledger);
        Optional<RecordedHeads> last = new RecordedHeadsReads(ledger).last();
        HeadTrees.Made made = trees.make(ledger.tail() + 1, last);
        long position = ledger.append(List.of(new NewEvent(
                RecordedHeads.STREAM_TYPE, RecordedHeads.STREAM_ID, last.map(RecordedHeads::sequence).orElse(-1L) + 1,
                UUID.randomUUID().toString(), RecordedHeads.EVENT, "1", "{\"records\":%d,\"root\":\"%s\",\"size\":%d}"
                        .formatted(made.records(), made.root().hex(), made.size()), Map.of())), new ReadSet()).first();
        SealedLog log = side.bean(SealedLog.class);
        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20))
                .until(() -> log.latest().filter(newest -> newest.size() > position).isPresent());
    }

    /** The root to which a leaf of the tree of record heads leads. */
    private static byte[] rootOfHeads(JsonNode leaf, long records) {
        byte[] hashed = sha256(
                new byte[] {0}, HexFormat.of().parseHex(leaf.required("idHash").asString()),
                ByteBuffer.allocate(16).putLong(leaf.required("sequence").asLong())
                        .putLong(leaf.required("position").asLong()).array());
        return rootOf(hashed, leaf.required("index").asLong(), records, leaf.required("path").valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asString())).toList());
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_record_comes_with_where_it_ended_by_the_last_tree_of_heads(QuerySide side) {
        String id = recorded(side);
        recordHeads(side);
        String younger = recorded(side);

        JsonNode record = side.nowAs("recorder", "/api/v1/organisations/" + id + "/proofs").json();
        JsonNode head = record.required("head");
        JsonNode entry = EventJson.mapper().readTree(head.required("entry").asString());
        assertThat(entry.at("/event/name").asString()).isEqualTo("record-heads.sealed");
        String[] checkpoint = record.required("checkpoint").asString().split("\n");
        byte[] holder = sha256(new byte[] {0}, head.required("entry").asString().getBytes(StandardCharsets.UTF_8));
        byte[] root = rootOf(holder, head.required("position").asLong(), Long.parseLong(checkpoint[1]),
                head.required("path").valueStream().map(hash -> Base64.getDecoder().decode(hash.asString())).toList());
        assertThat(Base64.getEncoder().encodeToString(root)).as("the entry is signed").isEqualTo(checkpoint[2]);

        JsonNode leaf = head.required("head");
        assertThat(leaf.required("idHash").asString())
                .isEqualTo(HexFormat.of().formatHex(sha256(id.getBytes(StandardCharsets.UTF_8))));
        assertThat(leaf.required("position").asLong()).isEqualTo(record.at("/items/0/position").asLong());
        assertThat(leaf.required("sequence").asLong()).isZero();
        assertThat(HexFormat.of().formatHex(rootOfHeads(leaf, entry.at("/payload/records").asLong())))
                .isEqualTo(entry.at("/payload/root").asString());

        JsonNode absent = side.nowAs("recorder", "/api/v1/organisations/" + younger + "/proofs").json().required("head");
        assertThat(absent.has("head")).isFalse();
        String sought = HexFormat.of().formatHex(sha256(younger.getBytes(StandardCharsets.UTF_8)));
        for (String place : List.of("before", "after")) {
            if (absent.has(place)) {
                JsonNode neighbour = absent.required(place);
                assertThat(neighbour.required("idHash").asString().compareTo(sought) < 0).isEqualTo(place.equals("before"));
                assertThat(HexFormat.of().formatHex(rootOfHeads(neighbour, absent.required("records").asLong())))
                        .isEqualTo(entry.at("/payload/root").asString());
            }
        }
        long before = absent.at("/before/index").asLong(-1);
        assertThat(absent.at("/after/index").asLong(absent.required("records").asLong())).isEqualTo(before + 1);
        assertThat(side.getAs("recorder", "/api/v1/organisations/" + id + "/proofs?from=1").json().has("head"))
                .as("with the first entries alone").isFalse();
    }

    private static Hash hash(JsonNode base64) {
        return Hash.of(Base64.getDecoder().decode(base64.asString()));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_ledger_is_shown_to_have_only_grown(QuerySide side) {
        recorded(side);
        recorded(side);
        long size = side.bean(SealedLog.class).latest().orElseThrow().size();
        JsonNode grown = side.getAs("recorder", "/api/v1/log/consistency?from=" + (size - 1) + "&to=" + size).json();
        List<Hash> hashes = grown.required("hashes").valueStream().map(LogOverHttpTest::hash).toList();
        assertThat(Proofs.consistent(
                        size - 1, hash(grown.required("rootFrom")), size, hash(grown.required("rootTo")), hashes))
                .isTrue();
        for (String outside : List.of("from=0&to=1", "from=2&to=1", "from=1&to=" + (size + 1_000))) {
            assertThat(side.getAs("recorder", "/api/v1/log/consistency?" + outside).type())
                    .as(outside).isEqualTo("/problems/invalid-parameter");
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void everything_that_is_sealed_is_verified_on_demand(QuerySide side) {
        recorded(side);
        assertThat(side.getAs("recorder", "/operations/verification").status()).isEqualTo(403);
        long sealed = side.bean(SealedLog.class).size();
        Answer begun = side.send(side.request("/operations/verification", "auditor")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(begun.status()).isEqualTo(202);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Answer now = side.getAs("auditor", "/operations/verification");
            return Stream.of("/ledger/state", "/views/state")
                    .map(state -> now.at(state).asString(""))
                    .allMatch(state -> state.equals("SOUND") || state.equals("FAULTY"));
        });
        Answer ended = side.getAs("auditor", "/operations/verification");
        assertThat(ended.at("/ledger/state").asString()).as(ended.response().body()).isEqualTo("SOUND");
        assertThat(ended.at("/ledger/verified").asLong()).isGreaterThanOrEqualTo(sealed);
        assertThat(ended.at("/ledger/checkpoints").asInt()).isPositive();
        assertThat(ended.at("/views/state").asString()).as(ended.response().body()).isEqualTo("SOUND");
        assertThat(ended.at("/views/verified").asLong()).isPositive().isEqualTo(ended.at("/views/size").asLong());
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_record_has_a_case_file_and_one_with_longer_texts_than_fit_has_none(QuerySide side) {
        Answer file = side.nowAs("recorder", "/api/v1/organisations/" + recorded(side) + "/casefile");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("application/zip");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(side.nowAs("recorder", "/api/v1/organisations/nobody/casefile").type())
                .isEqualTo("/problems/unknown-record");

        String briefing = "briefing-" + UUID.randomUUID();
        Actor post = new Actor("P-2", new OrganisationId("post"), Role.RECORDER);
        LocalDate day = LocalDate.of(2018, 7, 2);
        List<Deed> deeds = new ArrayList<>();
        for (int revision = 1; revision <= 17; revision++) {
            TextDigest digest = side.bean(TextStore.class)
                    .store((revision + " thông báo ".repeat(80_000)).getBytes(StandardCharsets.UTF_8)).digest();
            deeds.add(new Deed(BriefingState.TYPE, briefing, post, revision == 1
                    ? new BriefingEvent.Drafted(day, new OrganisationId("post"), new Subject("Thông báo"),
                            BriefingTopic.SECURITY, Classification.ORDINARY, digest, List.of(), true)
                    : new BriefingEvent.Revised(day, revision, digest)));
        }
        long last = side.record(deeds);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> side.bean(SealedLog.class).size() > last);
        Answer tooLarge = side.nowAs("auditor", "/api/v1/briefings/" + briefing + "/casefile");
        assertThat(tooLarge.type()).as(tooLarge.response().body()).isEqualTo("/problems/read/case-too-large");
    }
}
