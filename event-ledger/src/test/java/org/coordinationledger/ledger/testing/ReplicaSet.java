package org.coordinationledger.ledger.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A replica set of three mongod on loopback that elects a new primary about two seconds after it lost one. Its members
 * may be killed, frozen and brought back. Every wait is bounded and fails with {@link IllegalStateException} when it is
 * over. Used by one thread at a time.
 */
public final class ReplicaSet {

    /** Number of members; two are a majority. */
    public static final int MEMBERS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int ELECTION_TIMEOUT_MILLIS = 2_000;
    private static final int HEARTBEAT_MILLIS = 500;

    private final List<MongodProcess> members = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<MongoClient> direct = new ArrayList<>();
    private final Set<Integer> away = new HashSet<>();

    private ReplicaSet(Path program, Path folder) {
        for (int member = 0; member < MEMBERS; member++) {
            try {
                Path data = Files.createDirectory(folder.resolve("member" + member));
                ports.add(MongodProcess.freePort());
                members.add(MongodProcess.member(program, data, ports.get(member)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            direct.add(MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(connectionString(member)))
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                    .applyToSocketSettings(socket -> socket.connectTimeout(1, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS))
                    .build()));
        }
    }

    /** Starts three members with their data in this folder and waits until all of them hold the same and take writes. */
    public static ReplicaSet start(Path program, Path folder) {
        ReplicaSet set = new ReplicaSet(program, folder);
        MongoServers.atExit(set::end);
        set.initiate();
        return set;
    }

    private void initiate() {
        List<Document> hosts = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            hosts.add(new Document("_id", member).append("host", host(member)));
        }
        Document settings = new Document("electionTimeoutMillis", ELECTION_TIMEOUT_MILLIS)
                .append("heartbeatIntervalMillis", HEARTBEAT_MILLIS);
        Document config = new Document("_id", MongodProcess.SET).append("members", hosts).append("settings", settings);
        for (int member = 0; member < MEMBERS; member++) {
            int each = member;
            await("member " + member + " to start", () -> admin(each, new Document("hello", 1)));
        }
        admin(0, new Document("replSetInitiate", config));
        awaitPrimary();
        awaitMembers();
    }

    /** Where a driver connects to whichever member is primary. */
    public String connectionString() {
        return ports.stream().map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(",", "mongodb://", "/?replicaSet=" + MongodProcess.SET));
    }

    /** Where a driver connects to this member alone, whatever it is. */
    public String connectionString(int member) {
        return "mongodb://" + host(member) + "/?directConnection=true";
    }

    private String host(int member) {
        return "127.0.0.1:" + ports.get(member);
    }

    /** Waits for a primary among the members that are there: of several that believe to be it, the last elected. */
    public int awaitPrimary() {
        return await("a primary", this::primary);
    }

    private @Nullable Integer primary() {
        ObjectId latest = null;
        Integer primary = null;
        for (int member = 0; member < MEMBERS; member++) {
            Document hello = away.contains(member) ? null : admin(member, new Document("hello", 1));
            if (hello != null && hello.getBoolean("isWritablePrimary")) {
                ObjectId election = hello.getObjectId("electionId");
                if (latest == null || election.compareTo(latest) > 0) {
                    latest = election;
                    primary = member;
                }
            }
        }
        return primary;
    }

    /** Ends a member at once, as a power cut would. */
    public void kill(int member) {
        away.add(member);
        members.get(member).kill();
    }

    /** Starts a killed member again on its data; does not wait. */
    public void restart(int member) {
        members.get(member).restart();
        away.remove(member);
    }

    /** Stops a member where it is: its connections stay open and nobody answers. */
    public void freeze(int member) {
        away.add(member);
        members.get(member).freeze();
    }

    /** Lets a frozen member go on, which does not know that time has passed. */
    public void thaw(int member) {
        members.get(member).thaw();
        away.remove(member);
    }

    /** Brings back every member that was killed or frozen, and waits until all are primary or secondary. */
    public void mend() {
        for (int member : Set.copyOf(away)) {
            if (members.get(member).isAlive()) {
                thaw(member);
            } else {
                restart(member);
            }
        }
        awaitMembers();
    }

    /** Waits until there is one primary and every other member is its secondary. */
    public void awaitMembers() {
        await("all members to be primary or secondary", () -> {
            Integer primary = primary();
            Document status = primary == null ? null : admin(primary, new Document("replSetGetStatus", 1));
            return status == null ? null : status.getList("members", Document.class).stream()
                    .map(member -> member.getString("stateStr")).sorted().toList()
                    .equals(List.of("PRIMARY", "SECONDARY", "SECONDARY")) ? primary : null;
        });
    }

    /**
     * Waits until all three members hold the same documents in this database, while nobody writes there, and returns
     * their common hash.
     *
     * @throws IllegalStateException if they do not within a minute
     */
    public String awaitSameDocuments(String database) {
        return await("the same documents on all members", () -> {
            Set<String> hashes = new HashSet<>();
            for (MongoClient member : direct) {
                try {
                    hashes.add(member.getDatabase(database).runCommand(new Document("dbHash", 1)).getString("md5"));
                } catch (MongoException e) {
                    return null;
                }
            }
            return hashes.size() == 1 ? hashes.iterator().next() : null;
        });
    }

    /** The answer, or null while the member cannot give one. */
    private @Nullable Document admin(int member, Document command) {
        try {
            return direct.get(member).getDatabase("admin").runCommand(command);
        } catch (MongoException e) {
            return null;
        }
    }

    /** Asks again and again until there is an answer. */
    private static <T> T await(String what, Supplier<@Nullable T> answer) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T found = answer.get();
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited too long for " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Ends all members, whatever state they are in. */
    public void end() {
        members.forEach(MongodProcess::kill);
        direct.forEach(MongoClient::close);
    }
}
