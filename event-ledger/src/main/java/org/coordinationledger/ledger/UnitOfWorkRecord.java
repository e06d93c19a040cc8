package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps in a root unit of work: the streams it read and the commits it recorded. */
final class UnitOfWorkRecord {

    private static final String KEY = UnitOfWorkRecord.class.getName();

    final ReadSet reads = new ReadSet();
    final List<Commit> commits = new ArrayList<>();
    private final @Nullable CommandRun run;

    private UnitOfWorkRecord(@Nullable CommandRun run) {
        this.run = run;
    }

    /** The record of the current root unit of work; outside of any, a new one that nobody sees again. */
    static UnitOfWorkRecord current() {
        return CurrentUnitOfWork.isStarted() ? of(CurrentUnitOfWork.get()) : new UnitOfWorkRecord(null);
    }

    static UnitOfWorkRecord of(UnitOfWork<?> unitOfWork) {
        UnitOfWork<?> root = unitOfWork.root();
        Message<?> cause = root.getMessage();
        return root.getOrComputeResource(KEY,
                key -> new UnitOfWorkRecord(cause == null ? null : CommandRun.in(cause.getMetaData())));
    }

    /** Whether streams may be taken from the cache as they are. */
    boolean mayUseCached() {
        return run != null && run.mayUseCached();
    }

    /** Takes note of a commit of this unit of work. */
    void recorded(Commit commit) {
        reads.advance(commit);
        commits.add(commit);
        if (run != null) {
            run.record(commit);
        }
    }
}
