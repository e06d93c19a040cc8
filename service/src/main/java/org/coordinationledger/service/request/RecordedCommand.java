package org.coordinationledger.service.request;

import java.time.Instant;
import java.util.List;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.Entry;

/**
 * What a command's commit did to the record that it is about: the one of its first entry. The other streams of a commit
 * are the keys that the record holds.
 *
 * @param type the record's type
 * @param id the record
 * @param sequence the sequence of the record's last event in the commit: its version, and its entity tag
 * @param position the position of the commit's last entry: what reads can wait for
 * @param recordedAt when the ledger accepted it
 * @param events the names of the record's events, in order
 */
public record RecordedCommand(
        String type, String id, long sequence, long position, Instant recordedAt, List<String> events) {

    /** The header of an answer that tells {@link #position}. */
    public static final String POSITION_HEADER = "Ledger-Position";

    public static RecordedCommand of(Commit commit) {
        Entry first = commit.entries().get(0);
        List<Entry> own = commit.entries().stream()
                .filter(entry -> entry.streamId().equals(first.streamId()))
                .toList();
        return new RecordedCommand(
                first.streamType(),
                first.streamId(),
                own.get(own.size() - 1).sequence(),
                commit.last(),
                commit.recordedAt(),
                own.stream().map(Entry::eventName).toList());
    }

    /** Where a record of a feature can be read. */
    public static String location(String resource, String id) {
        return "/api/v1/" + resource + "/" + id;
    }
}
