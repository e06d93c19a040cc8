package org.coordinationledger.evidence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes that are no entry of format 1, or an entry whose event this version cannot read. */
public final class UnreadableEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final @Nullable String event;

    UnreadableEntryException(long position, @Nullable String event) {
        super(event == null ? "no entry at " + position : "the event " + event + " at " + position + " cannot be read");
        this.position = position;
        this.event = event;
    }

    public long position() {
        return position;
    }

    /** Name of the event that cannot be read; empty if the bytes are no entry at all. */
    public Optional<String> event() {
        return Optional.ofNullable(event);
    }
}
