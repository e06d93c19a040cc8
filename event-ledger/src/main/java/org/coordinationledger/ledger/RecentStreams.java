package org.coordinationledger.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of each stream that was written lately: of every stream with an entry at {@link #covers covered}
 * positions, for at most a given number of streams. Used by the committer's thread alone.
 */
final class RecentStreams {

    /** The last entry of a stream. */
    record Head(long sequence, long position) {
    }

    /** In the order of the heads' positions, so that the eldest leaves first. */
    private final Map<String, Head> heads = new LinkedHashMap<>();
    private final int bound;
    private long coveredFrom;

    RecentStreams(int bound) {
        this.bound = bound;
    }

    /** Forgets everything; covers from this position on. */
    void reset(long next) {
        heads.clear();
        coveredFrom = next;
    }

    /** Takes note of a commit, which MUST follow the one noted before. */
    void note(StoredCommit commit) {
        for (int i = 0; i < commit.streams().size(); i++) {
            String key = commit.streams().get(i);
            String streamId = StreamKey.streamId(key);
            heads.remove(streamId);
            heads.put(streamId, new Head(StreamKey.sequence(key), commit.first() + i));
        }
        while (heads.size() > bound) {
            var eldest = heads.entrySet().iterator();
            coveredFrom = eldest.next().getValue().position() + 1;
            eldest.remove();
        }
    }

    @Nullable Head head(String streamId) {
        return heads.get(streamId);
    }

    /** Whether a stream without a head here certainly has no entry after this position. */
    boolean coversAfter(long position) {
        return position + 1 >= coveredFrom;
    }
}
