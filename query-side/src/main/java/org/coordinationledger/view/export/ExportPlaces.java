package org.coordinationledger.view.export;

import java.util.concurrent.Semaphore;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;

/** Lets only so many files be written at a time: each takes a thread for as long as its reader takes. */
public final class ExportPlaces {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Semaphore places;

    public ExportPlaces(int most) {
        this.places = new Semaphore(most);
    }

    /** A place that is given back when it is closed. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws RejectedException with {@link ServiceRejection.Overloaded} if all are taken */
    public Place take() {
        if (!places.tryAcquire()) {
            throw new RejectedException(new ServiceRejection.Overloaded(RETRY_AFTER_SECONDS));
        }
        return places::release;
    }
}
