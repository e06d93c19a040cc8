package org.coordinationledger.timeline;

import java.time.LocalDate;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A numbered document that a step is told by: a letter, a decision, an agreement, a conclusion. It stays its issuer's,
 * whoever inherits the record.
 *
 * @param kind the name of a {@link PaperKind}, or of a basis document's kind
 * @param issuer whose number it bears
 * @param date the date on it, or the day of the step where none is known
 * @param byYear whether numbers run by calendar year, whatever terms of office the issuer has
 * @param shared whether several records can bear the same document
 */
public record Paper(
        String kind, OrganisationId issuer, DocumentNumber number, LocalDate date, boolean byYear, boolean shared) {

    /** A document in the issuer's series of its term of office; null without a number. */
    public static @Nullable Paper of(
            PaperKind kind, OrganisationId issuer, @Nullable DocumentNumber number, LocalDate date) {
        return number == null ? null : new Paper(kind.name(), issuer, number, date, false, kind.shared());
    }
}
