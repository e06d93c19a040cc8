package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coordinationledger.ledger.Simulation.Violation;
import org.coordinationledger.ledger.SimulatedClient.Answer;
import org.coordinationledger.ledger.SimulatedClient.Attempt;

/** Whether a ledger is what it promises to be, and holds what its clients were told. */
final class SimulatedCheck {

    private final Map<String, Entry> lastOf = new HashMap<>();
    private final Map<String, StoredCommit> byEventId = new HashMap<>();
    private final Map<String, Attempt> attemptsByEventId = new HashMap<>();
    private final Set<String> requests = new HashSet<>();

    private SimulatedCheck() {
    }

    static void check(List<StoredCommit> ledger, List<SimulatedClient> clients) {
        SimulatedCheck check = new SimulatedCheck();
        clients.forEach(client -> client.attempts().forEach(attempt ->
                attempt.events.forEach(event -> check.attemptsByEventId.put(event.eventId(), attempt))));
        List<StoredCommit> inOrder = new ArrayList<>(ledger);
        inOrder.sort(Comparator.comparingLong(StoredCommit::first));
        long next = 0;
        StoredCommit before = null;
        for (StoredCommit commit : inOrder) {
            check(commit.first() == next, "position " + next + " is missing or taken twice, before " + commit);
            check(before == null || !commit.recordedAt().isBefore(before.recordedAt()), "time went back at " + next);
            check.commit(commit);
            next = commit.next();
            before = commit;
        }
        clients.forEach(client -> client.attempts().forEach(check::attempt));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }

    private void commit(StoredCommit commit) {
        check(commit.request() == null || requests.add(commit.request()), "recorded twice: request " + commit.request());
        List<Entry> entries = commit.toCommit().entries();
        Attempt attempt = attemptsByEventId.get(entries.get(0).eventId());
        check(attempt != null && attempt.events.size() == entries.size(), "a commit that nobody made: " + commit);
        check(Objects.equals(attempt.request, commit.request()), "a commit under another request: " + commit);
        attempt.read.forEach((stream, sequence) -> {
            Entry last = lastOf.get(stream);
            check((last == null ? -1 : last.sequence()) == sequence,
                    "decided on " + stream + " up to " + sequence + ", but it had moved to " + last + " before " + commit);
        });
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Entry previous = lastOf.put(entry.streamId(), entry);
            check(entry.position() == commit.first() + i && entry.commitFirst() == commit.first()
                    && entry.commitCount() == entries.size(), "an entry is not at its place: " + entry);
            check(entry.sequence() == (previous == null ? 0 : previous.sequence() + 1), "not the next of its stream: " + entry);
            check(Objects.equals(entry.prev(), previous == null ? null : previous.position()), "wrong prev: " + entry);
            check(commit.streams().get(i).equals(StreamKey.of(entry.streamId(), entry.sequence())), "wrong key: " + entry);
            check(byEventId.put(entry.eventId(), commit) == null, "recorded twice: " + entry);
            check(entry.eventId().equals(attempt.events.get(i).eventId()), "not as it was handed in: " + entry);
        }
    }

    private void attempt(Attempt attempt) {
        StoredCommit recorded = byEventId.get(attempt.events.get(0).eventId());
        check(attempt.answer != Answer.RECORDED || recorded != null, "acknowledged, but not recorded: " + attempt.events);
        check(attempt.answer != Answer.REFUSED || recorded == null, "refused, but recorded: " + recorded);
        check(attempt.recorded == null || attempt.recorded.equals(recorded), "acknowledged otherwise than recorded: " + recorded);
    }
}
