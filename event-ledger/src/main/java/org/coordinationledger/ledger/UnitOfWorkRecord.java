package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What the ledger keeps in a root unit of work: the streams it read and the commits it recorded. */
final class UnitOfWorkRecord {

    private static final String KEY = UnitOfWorkRecord.class.getName();

    final ReadSet reads = new ReadSet();
    final List<Commit> commits = new ArrayList<>();

    private UnitOfWorkRecord() {
    }

    /** The record of the current root unit of work; outside of any, a new one that nobody sees again. */
    static UnitOfWorkRecord current() {
        return CurrentUnitOfWork.isStarted() ? of(CurrentUnitOfWork.get()) : new UnitOfWorkRecord();
    }

    static UnitOfWorkRecord of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(KEY, key -> new UnitOfWorkRecord());
    }
}
