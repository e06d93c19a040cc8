package org.coordinationledger.ledger;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Another commit was first in a stream that this commit writes, or read before deciding. Nothing was recorded; the
 * decision can be made again on the stream as it is now.
 */
public final class StreamMovedException extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    private final String streamId;
    private final long sequence;
    private final boolean written;

    StreamMovedException(String streamId, long sequence, boolean written) {
        super("stream " + streamId + (written ? ", to be written at sequence " : ", read without an entry at sequence ")
                + sequence + ", was moved by another commit");
        this.streamId = streamId;
        this.sequence = sequence;
        this.written = written;
    }

    /** The stream that moved. */
    public String streamId() {
        return streamId;
    }

    /** The sequence at which another commit's entry stands. */
    public long sequence() {
        return sequence;
    }

    /** Whether the refused commit writes this stream (otherwise it only read it). */
    public boolean written() {
        return written;
    }
}
