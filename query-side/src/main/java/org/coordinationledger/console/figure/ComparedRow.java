package org.coordinationledger.console.figure;

import java.util.List;
import org.coordinationledger.console.page.FactPieces;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.view.api.FigureReadings.Compared;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a record says that a figure came to, beside what it comes to when it is read again where the ledger was then.
 *
 * @param of what of the record says so, or null where it is the record
 * @param figure leads to the same figure as it was known then
 * @param scope what it is of, or null for the whole ledger
 * @param again what it comes to; what was wrong where it cannot be read
 */
record ComparedRow(
        @Nullable String of, Piece figure, @Nullable Piece scope, String day, String said, String again, boolean agrees) {

    /** Titles of what the figures are of. */
    static RecordTitles.Asked scopes(List<Compared> all, FeatureViews views) {
        RecordTitles.Asked named = new RecordTitles.Asked();
        for (Compared one : all) {
            String scope = one.said().scope();
            if (scope != null) {
                named.add(views.scopeResource(one.said().figure().value()), scope);
            }
        }
        return named;
    }

    /** @param titles of {@link #scopes} */
    static ComparedRow of(
            @Nullable String of, Compared compared, FeatureViews views, RecordTitles titles, Page page) {
        FigureReading said = compared.said();
        String name = said.figure().value();
        String scope = said.scope();
        UriComponentsBuilder then = UriComponentsBuilder.fromPath(ScopeChoice.FIGURES + "/" + name)
                .queryParam(PairOfTimes.EFFECTIVE_ON, said.effectiveOn())
                .queryParam(PairOfTimes.KNOWN_ON, said.position());
        if (scope != null) {
            then.queryParam(FigureReads.SCOPE, scope);
        }
        if (said.comparedWith() != null) {
            then.queryParam(FigureReads.COMPARED_WITH, said.comparedWith());
        }
        boolean growing = views.figure(name).map(f -> f.figure().growing()).orElse(false);
        return new ComparedRow(
                of,
                new Piece(page.capital(page.word("figure", name)), then.build().toUriString()),
                scope == null ? null : titles.piece(views.scopeResource(name), scope),
                page.date(said.effectiveOn()),
                value(said, page),
                compared.again() == null
                        ? page.text("review-figures.not-read")
                        : ShownValue.of(page, compared.again(), growing).text(),
                compared.agrees());
    }

    private static String value(FigureReading said, Page page) {
        Quantity number = said.value();
        if (number != null) {
            return FactPieces.quantity(page, number);
        }
        return said.texts().isEmpty() ? page.text("figures.none") : String.join(", ", said.texts());
    }
}
