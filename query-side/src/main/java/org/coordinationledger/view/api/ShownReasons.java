package org.coordinationledger.view.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.view.figure.FigureReason;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/** The shapes of answers that say why a figure has its value. */
final class ShownReasons {

    private ShownReasons() {}

    /**
     * A step of a record.
     *
     * @param title what the step is called in the language asked for
     * @param effectiveOn the day on which it takes effect
     */
    record CountingStep(
            String event, String title, long sequence, long position, Instant recordedAt, LocalDate effectiveOn) {}

    /**
     * A record that counts, or that did.
     *
     * @param title what it is told apart by, in the language asked for where it is a code; or null
     * @param value what the figure is of, or null where records themselves are counted
     * @param since the first day from which on it counts; for one that is gone, from which on it counts no more
     * @param step the step with which it was known to count, or to count no more; null where no step of it did that
     * @param record where its state is read
     * @param history where its history is read
     */
    record CountedRecord(
            String id,
            String resource,
            @Nullable String title,
            @Nullable Object value,
            @Nullable LocalDate since,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable CountingStep step,
            String record,
            String history) {}

    /** The records of one organisation, the first of them shown. */
    record RecordsOfOrganisation(String organisation, String name, long records, List<CountedRecord> shown) {}

    /**
     * A record that does not count because something was voided.
     *
     * @param by of which record a step was voided: this one, or an organisation
     * @param step the voiding
     * @param record where its state is read, as known before the voiding of its own step, or now where that of an
     *     organisation was voided
     * @param history where its history is read
     */
    record FallenRecord(
            String id,
            String resource,
            @Nullable String title,
            @Nullable Object value,
            RecordReference by,
            CountingStep step,
            String record,
            String history) {}

    /** Records that do not count because something was voided; {@code whole} where all of them were looked for. */
    record FallenRecords(long count, List<FallenRecord> shown, boolean whole) {}

    /** Some of the records that make a difference. */
    record SomeRecords(long count, List<CountedRecord> shown) {}

    /**
     * What makes the difference from another pair of times.
     *
     * @param effectiveOn the day of the other pair
     * @param knownAt its position
     */
    record FigureChange(
            LocalDate effectiveOn, long knownAt, SomeRecords added, SomeRecords gone, SomeRecords changed) {}

    /**
     * Why a figure has its value.
     *
     * @param definition what counts and what does not
     * @param recordCount how many records are behind it
     * @param organisationCount of how many organisations they are; not all are shown where there are very many
     * @param records where the list of all records is read
     * @param fallenOut what does not count because something was voided
     * @param change what came and went, where another pair of times is compared with
     */
    record FigureWhy(
            String figure,
            String title,
            String definition,
            @Nullable String scope,
            LocalDate effectiveOn,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long knownAt,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @Nullable Quality quality,
            @Nullable Object compared,
            @Nullable Number growth,
            long recordCount,
            int organisationCount,
            List<RecordsOfOrganisation> organisations,
            String records,
            FallenRecords fallenOut,
            @Nullable FigureChange change) {}

    /** Puts what a reason names into words and addresses. */
    interface Wording {
        CountedRecord record(FigureReason.Counted counted);
    }

    static SomeRecords some(FigureReason.Some some, Wording wording) {
        return new SomeRecords(some.count(), some.shown().stream().map(wording::record).toList());
    }

    static RecordsOfOrganisation part(FigureReason.Part part, Wording wording) {
        return new RecordsOfOrganisation(
                part.organisation(), part.name(), part.records(),
                part.shown().stream().map(wording::record).toList());
    }
}
