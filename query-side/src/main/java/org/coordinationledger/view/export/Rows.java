package org.coordinationledger.view.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are handed over one after the other while they are read. */
public interface Rows {

    /** Takes rows. */
    interface Sink {
        /**
         * @param cells one for each column: text, a {@link java.math.BigDecimal}, a {@link Long}, a
         *     {@link java.time.LocalDate}, an {@link java.time.Instant}, or null where there is nothing
         */
        void row(List<@Nullable Object> cells) throws IOException;
    }

    /** Hands over all rows, or fails; MUST NOT end early as if it were all. */
    void handTo(Sink sink) throws IOException;
}
