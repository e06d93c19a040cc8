package org.coordinationledger.ledger;

import static org.coordinationledger.ledger.SimulatedServers.Member;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;

/** The database as one process of a simulation sees it: each call may be switched away from, fail, or be answered late. */
final class SimulatedLedger implements CommitLookup, CommitInserts {

    private final Simulation simulation;
    private final Simulation.Process process;
    private final Protocol protocol;
    private Member connected;

    /** So many commits this process has seen or had acknowledged. */
    private int seen;

    SimulatedLedger(Simulation simulation, Simulation.Process process, Protocol protocol) {
        this.simulation = simulation;
        this.process = process;
        this.protocol = protocol;
        this.connected = simulation.servers().primary();
    }

    /** Each call may find out that it talks to a deposed member, or fail otherwise. */
    private void arrive() {
        simulation.yield(process);
        if (!simulation.servers().answers(connected) || (connected.deposed() && simulation.chance(30))) {
            connected = simulation.servers().primary();
            throw InsertFaults.networkError();
        }
        if (simulation.faults() && simulation.chance(3)) {
            throw InsertFaults.networkError();
        }
    }

    /** What a read sees now; without a switch. Empty if it would have to wait. */
    Optional<List<StoredCommit>> view() {
        if (protocol == Protocol.LOCAL_READS) {
            return Optional.of(connected.view(false));
        }
        if (protocol != Protocol.READS_WITHOUT_SEEN_TIME) {
            if (!connected.onMajority(seen)) {
                connected = connected.deposed() ? simulation.servers().primary() : connected;
                return Optional.empty();
            }
            seen = connected.onMajority();
        }
        return Optional.of(connected.view(true));
    }

    private List<StoredCommit> read() {
        Optional<List<StoredCommit>> view;
        do {
            arrive();
            view = view();
        } while (view.isEmpty());
        return view.get();
    }

    @Override
    public List<StoredCommit> from(long position, int entries, boolean withTexts) {
        return read().stream().filter(commit -> commit.next() > position)
                .sorted(Comparator.comparingLong(StoredCommit::first)).toList();
    }

    @Override
    public Optional<StoredCommit> last(long known) {
        return read().stream().max(Comparator.comparingLong(StoredCommit::first));
    }

    @Override
    public Optional<StoredCommit> startingAt(long first) {
        return read().stream().filter(commit -> commit.first() == first).findFirst();
    }

    @Override
    public Optional<StoredCommit> byRequest(String request) {
        return read().stream().filter(commit -> request.equals(commit.request())).findFirst();
    }

    @Override
    public Map<String, Long> positionsOf(Collection<String> keys) {
        Set<String> wanted = Set.copyOf(keys);
        Map<String, Long> positions = new HashMap<>();
        for (StoredCommit commit : read()) {
            if (connected.indexed(commit).stream().anyMatch(wanted::contains)) {
                for (int i = 0; i < commit.streams().size(); i++) {
                    positions.put(commit.streams().get(i), commit.first() + i);
                }
            }
        }
        positions.keySet().retainAll(wanted);
        return positions;
    }

    @Override
    public void insert(List<Document> documents) {
        List<StoredCommit> commits = documents.stream().map(StoredCommit::of).toList();
        if (protocol != Protocol.LOOKS_WHETHER_IT_LANDED) {
            send(commits);
            return;
        }
        try {
            send(commits);
        } catch (MongoSocketReadException e) {
            long landed = commits.stream().filter(commit -> startingAt(commit.first()).equals(Optional.of(commit))).count();
            if (landed == 0) {
                throw new IllegalStateException("the wrong protocol believes that nothing was recorded", e);
            }
            if (landed < commits.size()) {
                throw e;
            }
        }
    }

    private void send(List<StoredCommit> commits) {
        arrive();
        if (simulation.faults() && simulation.chance(8)) {
            simulation.delay(commits);
            simulation.yield(process);
            throw InsertFaults.networkError();
        }
        boolean answerIsLost = simulation.faults() && simulation.chance(8);
        Member server = connected;
        int index = 0;
        simulation.note(() -> process + " sends " + commits + (server.deposed() ? " to one deposed" : ""));
        while (index < commits.size() && server.apply(commits.get(index))) {
            index++;
            if (simulation.chance(20)) {
                simulation.yield(process);
            }
        }
        boolean duplicate = index < commits.size();
        if (!duplicate || index > 0 || simulation.chance(50)) {
            // as a write concern of majority does, a failed document too waits for what came before it
            int size = server.size();
            while (!server.onMajority(size)) {
                if (server.deposed()) {
                    throw InsertFaults.networkError();
                }
                simulation.yield(process);
            }
            if (!answerIsLost) {
                seen = Math.max(seen, size);
            }
        }
        if (answerIsLost || (server.deposed() && !duplicate)) {
            throw InsertFaults.networkError();
        }
        if (duplicate) {
            int met = index;
            simulation.note(() -> process + " met a duplicate key at " + met);
            throw new MongoBulkWriteException(BulkWriteResult.unacknowledged(),
                    List.of(new BulkWriteError(11000, "duplicate key", new BsonDocument(), index)), null,
                    new ServerAddress(), Set.of());
        }
    }
}
