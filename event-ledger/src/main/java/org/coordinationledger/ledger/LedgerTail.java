package org.coordinationledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the committer knows of the ledger: where it ends and which streams moved lately. Plans which commits can follow.
 * Used by the committer's thread alone.
 *
 * <p>It may lag behind other processes. That is safe: a plan made on a stale end meets a taken {@code _id}, and is made
 * again after {@link #takeOver}.
 */
final class LedgerTail {

    private static final int TAKE_OVER_ENTRIES = 1_000;
    private static final int TAKE_OVER_PAGES = 8;

    /** A commit with its place. */
    record Placed(PendingCommit pending, StoredCommit commit) {
    }

    /**
     * What can be sent now.
     *
     * @param placed   commits at consecutive positions from the tail on
     * @param refused  commits that must not be recorded, with the reason
     * @param deferred commits that depend on one of the placed, to be planned when its outcome is known
     */
    record Plan(List<Placed> placed, Map<PendingCommit, RuntimeException> refused, List<PendingCommit> deferred) {
    }

    private final CommitLookup reads;
    private final String logId;
    private final RecentStreams recent;
    private long next;
    private Instant recordedAt = Instant.EPOCH;

    LedgerTail(CommitLookup reads, String logId, int recentStreams) {
        this.reads = reads;
        this.logId = logId;
        this.recent = new RecentStreams(recentStreams);
    }

    /** Reads where the ledger ends, forgetting what was known. */
    void load() {
        reads.last(next - 1).ifPresent(last -> {
            next = last.next();
            recordedAt = last.recordedAt();
        });
        recent.reset(next);
    }

    /** The greatest position known to be recorded, or -1. */
    long position() {
        return next - 1;
    }

    /** Takes note of a commit that is recorded at the known end. */
    void note(StoredCommit commit) {
        if (commit.first() != next) {
            throw new IllegalStateException("commit at " + commit.first() + " does not follow position " + (next - 1));
        }
        next = commit.next();
        recordedAt = commit.recordedAt();
        recent.note(commit);
    }

    /** Takes note of what other processes recorded; if that is much, only of where it ends. */
    void takeOver() {
        for (int page = 0; page < TAKE_OVER_PAGES; page++) {
            List<StoredCommit> commits = reads.from(next, TAKE_OVER_ENTRIES, false);
            long before = next;
            commits.forEach(this::note);
            if (next - before < TAKE_OVER_ENTRIES) {
                return;
            }
        }
        load();
    }

    /** Gives places to these commits, in order, as far as the known ledger allows. */
    Plan plan(List<PendingCommit> commits, Instant now) {
        Instant time = now.isBefore(recordedAt) ? recordedAt : now;
        Map<String, Long> found = lookUp(commits);
        Plan plan = new Plan(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        Set<String> touched = new HashSet<>();
        long position = next;
        for (PendingCommit pending : commits) {
            if (dependsOn(touched, pending)) {
                plan.deferred().add(pending);
                continue;
            }
            Map<String, Long> previous = new HashMap<>();
            RuntimeException refusal = refusal(pending, found, previous);
            if (refusal != null) {
                plan.refused().put(pending, refusal);
                continue;
            }
            plan.placed().add(new Placed(pending, pending.at(position, time, logId, previous)));
            position += pending.count();
            touched.addAll(pending.firstSequences().keySet());
            if (pending.request() != null) {
                touched.add("@" + pending.request());
            }
        }
        return plan;
    }

    private static boolean dependsOn(Set<String> touched, PendingCommit pending) {
        return pending.firstSequences().keySet().stream().anyMatch(touched::contains)
                || pending.reads().keySet().stream().anyMatch(touched::contains)
                || (pending.request() != null && touched.contains("@" + pending.request()));
    }

    /** Positions of the keys that decide about these commits and are not known here: one query for a whole batch. */
    private Map<String, Long> lookUp(List<PendingCommit> commits) {
        Set<String> keys = new HashSet<>();
        for (PendingCommit pending : commits) {
            pending.firstSequences().forEach((stream, sequence) -> {
                RecentStreams.Head head = recent.head(stream);
                if (sequence > 0 && (head == null || head.sequence() < sequence - 1)) {
                    keys.add(StreamKey.of(stream, sequence - 1));
                }
            });
            pending.reads().forEach((stream, read) -> {
                if (recent.head(stream) == null && !recent.coversAfter(read.tailBefore())) {
                    keys.add(StreamKey.of(stream, read.lastSequence() + 1));
                }
            });
        }
        return keys.isEmpty() ? Map.of() : reads.positionsOf(keys);
    }

    private @Nullable RuntimeException refusal(PendingCommit pending, Map<String, Long> found, Map<String, Long> previous) {
        for (Map.Entry<String, ReadSet.Read> read : pending.reads().entrySet()) {
            long unread = read.getValue().lastSequence() + 1;
            RecentStreams.Head head = recent.head(read.getKey());
            boolean moved = head != null ? head.sequence() >= unread : found.containsKey(StreamKey.of(read.getKey(), unread));
            if (moved) {
                return new StreamMovedException(read.getKey(), unread, false);
            }
        }
        for (Map.Entry<String, Long> written : pending.firstSequences().entrySet()) {
            long sequence = written.getValue();
            RecentStreams.Head head = recent.head(written.getKey());
            if (head != null && head.sequence() >= sequence) {
                return new StreamMovedException(written.getKey(), sequence, true);
            }
            if (sequence > 0) {
                Long position = head != null && head.sequence() == sequence - 1
                        ? Long.valueOf(head.position())
                        : found.get(StreamKey.of(written.getKey(), sequence - 1));
                if (position == null) {
                    return PendingCommit.gap(written.getKey(), sequence);
                }
                previous.put(written.getKey(), position);
            }
        }
        return null;
    }
}
