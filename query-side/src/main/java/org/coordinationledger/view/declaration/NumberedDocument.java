package org.coordinationledger.view.declaration;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document that a feature's records bear, told by the facts that say what it is, so that the register of its issuer
 * lists it.
 *
 * @param kind what kind of document it is, where all are of one; else null
 * @param kindFact the fact that says of what kind it is, where they differ; else null
 * @param issuer the fact that names whose number it bears
 * @param number the fact that holds its number; records without it bear no such document
 * @param date the fact that holds its date
 * @param series the fact that says in which {@link org.coordinationledger.basisdocument.event.Series} numbers run; null
 *     where they run by calendar year
 * @param shared whether several records can bear the same document
 */
public record NumberedDocument(
        @Nullable String kind,
        @Nullable String kindFact,
        String issuer,
        String number,
        String date,
        @Nullable String series,
        boolean shared) {

    /** Documents of one kind, numbered by calendar year, each of which several records can bear. */
    public static NumberedDocument shared(String kind, String issuer, String number, String date) {
        return new NumberedDocument(kind, null, issuer, number, date, null, true);
    }

    /** Documents of one kind, numbered by calendar year, each of which is one record's own. */
    public static NumberedDocument own(String kind, String issuer, String number, String date) {
        return new NumberedDocument(kind, null, issuer, number, date, null, false);
    }

    /** The facts that it is told by. */
    List<String> facts() {
        return Stream.of(kindFact, issuer, number, date, series)
                .filter(fact -> fact != null)
                .map(String::valueOf)
                .toList();
    }
}
