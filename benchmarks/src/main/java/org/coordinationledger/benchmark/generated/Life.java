package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.Optional;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;

/** One record while its life is made up: all of its steps so far. */
final class Life<E extends RecordEvent, S> {

    final RecordType<E, S> type;
    final String id;

    /** Its commits go to this lane of the ledger. */
    final String lane;

    Timeline<E, S> timeline;

    Life(RecordType<E, S> type, String id, String lane) {
        this.type = type;
        this.id = id;
        this.lane = lane;
        this.timeline = type.empty();
    }

    Optional<S> on(LocalDate day) {
        return timeline.on(day);
    }
}
