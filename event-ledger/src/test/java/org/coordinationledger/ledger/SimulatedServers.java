package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A model of a replica set that holds the ledger: a primary, what of it is on a majority, and after an election a member
 * that does not know yet that it is deposed, and a primary that learns only later how much of it is on a majority. Has the
 * ledger's unique indexes and nothing else.
 */
final class SimulatedServers {

    /** One member that takes or took writes. Its log is in the order of application. */
    static final class Member {

        private final List<StoredCommit> log = new ArrayList<>();
        private final Map<Long, StoredCommit> byPosition = new HashMap<>();
        private final Map<String, StoredCommit> byKey = new HashMap<>();
        private final Map<String, StoredCommit> byRequest = new HashMap<>();
        private final boolean oneKey;
        /** So many commits are known here to be on a majority. */
        private int onMajority;
        /** So many really are and are never rolled back; after an election more than is known. */
        private int durable;
        private boolean deposed;

        Member(boolean oneKey) {
            this.oneKey = oneKey;
        }

        /** The keys of a commit that are in the index. */
        List<String> indexed(StoredCommit commit) {
            return oneKey ? commit.streams().subList(0, 1) : commit.streams();
        }

        /** Applies one document. False if it meets a duplicate key. */
        boolean apply(StoredCommit commit) {
            if (byPosition.containsKey(commit.first())
                    || indexed(commit).stream().anyMatch(byKey::containsKey)
                    || (commit.request() != null && byRequest.containsKey(commit.request()))) {
                return false;
            }
            log.add(commit);
            byPosition.put(commit.first(), commit);
            indexed(commit).forEach(key -> byKey.put(key, commit));
            if (commit.request() != null) {
                byRequest.put(commit.request(), commit);
            }
            return true;
        }

        /** What a read sees here. */
        List<StoredCommit> view(boolean majority) {
            return majority ? log.subList(0, onMajority) : log;
        }

        int size() {
            return log.size();
        }

        boolean deposed() {
            return deposed;
        }

        /** Commits that a majority read sees: a time that later primaries share, since none of it is rolled back. */
        int onMajority() {
            return onMajority;
        }

        boolean onMajority(int size) {
            return onMajority >= size;
        }
    }

    private static final int MOST_BEHIND = 3;

    private final boolean oneKey;
    private Member primary;
    private @Nullable Member formerly;

    SimulatedServers(boolean oneKey) {
        this.oneKey = oneKey;
        this.primary = new Member(oneKey);
    }

    Member primary() {
        return primary;
    }

    /** Whether this member still answers anybody: the primary, and the one deposed last. */
    boolean answers(Member member) {
        return member == primary || member == formerly;
    }

    /** Some more of what the primary has reaches a majority. */
    void replicate(Random random) {
        int missing = primary.log.size() - primary.onMajority;
        if (missing > 0) {
            primary.onMajority += 1 + random.nextInt(missing);
            primary.durable = Math.max(primary.durable, primary.onMajority);
        }
    }

    /**
     * Another member becomes primary: it has what is on a majority, and some of the rest. The rest is rolled back. What it
     * knows to be on a majority may be less than the one before has shown.
     */
    void elect(Random random) {
        Member next = new Member(oneKey);
        int kept = primary.durable + random.nextInt(primary.log.size() - primary.durable + 1);
        primary.log.subList(0, kept).forEach(next::apply);
        next.durable = primary.durable;
        next.onMajority = primary.durable - random.nextInt(Math.min(primary.durable, MOST_BEHIND) + 1);
        primary.deposed = true;
        formerly = primary;
        primary = next;
    }
}
