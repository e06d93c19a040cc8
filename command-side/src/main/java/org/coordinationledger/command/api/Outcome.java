package org.coordinationledger.command.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.service.request.RecordedCommand;

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

    static Outcome of(String resource, Commit commit, boolean repeated) {
        RecordedCommand recorded = RecordedCommand.of(commit);
        return new Outcome(
                resource, recorded.id(), recorded.sequence(), recorded.position(), recorded.recordedAt(), repeated);
    }

    @JsonIgnore
    String location() {
        return RecordedCommand.location(resource, id);
    }
}
