package org.coordinationledger.auditor;

import java.util.List;
import org.coordinationledger.evidence.DamagedCaseException;
import org.coordinationledger.evidence.UnreadableEntryException;
import org.coordinationledger.tlog.RefusedException;

/** Something does not verify. Carries the place and what the words need. */
final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Stands for "no single position". */
    static final long NOWHERE = -1;

    private final Fault fault;
    private final long position;
    private final transient List<Object> data;

    FaultException(Fault fault, long position, Object... data) {
        super(fault + " at " + position + " " + List.of(data));
        this.fault = fault;
        this.position = position;
        this.data = List.of(data);
    }

    /** What was refused by the log's formats, as a fault. The reason's words are put in by {@link Words}. */
    static FaultException of(Fault fault, long position, RefusedException refused, Object... data) {
        Object[] all = new Object[data.length + 1];
        System.arraycopy(data, 0, all, 1, data.length);
        all[0] = refused.reason();
        return new FaultException(fault, position, all);
    }

    static FaultException of(UnreadableEntryException unreadable) {
        return unreadable.event()
                .map(event -> new FaultException(Fault.STEP_NOT_READABLE, unreadable.position(), event))
                .orElseGet(() -> new FaultException(Fault.NOT_AN_ENTRY, unreadable.position()));
    }

    static FaultException of(DamagedCaseException damaged) {
        return new FaultException(Fault.CASE_CHANGED, NOWHERE, damaged.file());
    }

    Fault fault() {
        return fault;
    }

    /** The first wrong position, or {@link #NOWHERE}. */
    long position() {
        return position;
    }

    Object[] data() {
        return data.toArray();
    }
}
