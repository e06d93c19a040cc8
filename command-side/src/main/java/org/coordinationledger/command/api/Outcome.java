package org.coordinationledger.command.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.Entry;

/**
 * What became of a command that was taken.
 *
 * @param resource the resource name that the record stands under
 * @param id the record
 * @param sequence the sequence of the record's last event in the commit: its version, and its entity tag
 * @param position the position of the commit's last entry: what reads can wait for
 * @param recordedAt when the ledger accepted it
 * @param repeated whether this request had been taken before, and nothing was recorded now
 */
public record Outcome(
        String resource, String id, long sequence, long position, Instant recordedAt, boolean repeated) {

    /** The record that a commit is about is the one of its first entry; the rest are the keys that it holds. */
    static Outcome of(String resource, Commit commit, boolean repeated) {
        List<Entry> entries = commit.entries();
        String id = entries.get(0).streamId();
        long sequence = entries.stream()
                .filter(e -> e.streamId().equals(id))
                .mapToLong(Entry::sequence)
                .max()
                .orElseThrow();
        return new Outcome(resource, id, sequence, commit.last(), commit.recordedAt(), repeated);
    }

    @JsonIgnore
    String location() {
        return "/api/v1/" + resource + "/" + id;
    }
}
