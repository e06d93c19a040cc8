package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.FactPieces;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.api.ReviewFigureReads;
import org.coordinationledger.view.api.ReviewFigureReads.Compared;
import org.coordinationledger.view.api.ReviewFigureReads.Comparison;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** The figures that a review froze, each beside what it comes to when it is read again where the ledger was then. */
@Controller
public final class ReviewFiguresPage {

    private static final String REVIEWS = ReviewState.TYPE.resource();

    private final FeatureViews views;
    private final ReviewFigureReads reads;
    private final Reading reading;

    public ReviewFiguresPage(FeatureViews views, ReviewFigureReads reads, Reading reading) {
        this.views = views;
        this.reads = reads;
        this.reading = reading;
    }

    /**
     * A figure that was frozen.
     *
     * @param figure leads to the same figure as it was known then
     * @param scope what it is of, or null for the whole ledger
     * @param again what it comes to; what was wrong where it cannot be read
     */
    record Row(Piece figure, @Nullable Piece scope, String day, String frozen, String again, boolean agrees) {}

    @GetMapping("/console/records/reviews/{id}/figures")
    String figures(
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        Reading.At at = reading.at(request);
        Comparison found = reads.comparison(actor, id, at.point(), at.effectiveOn());
        RecordTitles titles = reading.about(REVIEWS, id, "review-figures.heading", at, page, model);
        RecordTitles.Asked named = new RecordTitles.Asked();
        found.figures().forEach(one -> {
            String scope = one.frozen().scope();
            if (scope != null) {
                named.add(views.scopeResource(one.frozen().figure().value()), scope);
            }
        });
        titles.lookUp(named);
        ReviewState.Frozen frozen = found.frozen();
        model.addAttribute("frozen", frozen);
        model.addAttribute("agreeing", found.figures().stream().filter(Compared::agrees).count());
        model.addAttribute("rows", frozen == null
                ? List.of()
                : found.figures().stream().map(one -> row(one, frozen.position(), titles, page)).toList());
        return "console/review-figures";
    }

    private Row row(Compared compared, long position, RecordTitles titles, Page page) {
        FrozenFigure frozen = compared.frozen();
        String name = frozen.figure().value();
        String scope = frozen.scope();
        UriComponentsBuilder then = UriComponentsBuilder.fromPath(ScopeChoice.FIGURES + "/" + name)
                .queryParam(PairOfTimes.EFFECTIVE_ON, frozen.effectiveOn())
                .queryParam(PairOfTimes.KNOWN_ON, position);
        if (scope != null) {
            then.queryParam(FigureReads.SCOPE, scope);
        }
        if (frozen.comparedWith() != null) {
            then.queryParam(FigureReads.COMPARED_WITH, frozen.comparedWith());
        }
        boolean growing = views.figure(name).map(f -> f.figure().growing()).orElse(false);
        return new Row(
                new Piece(page.capital(page.word("figure", name)), then.build().toUriString()),
                scope == null ? null : titles.piece(views.scopeResource(name), scope),
                page.date(frozen.effectiveOn()),
                value(frozen, page),
                compared.again() == null
                        ? page.text("review-figures.not-read")
                        : ShownValue.of(page, compared.again(), growing).text(),
                compared.agrees());
    }

    private static String value(FrozenFigure frozen, Page page) {
        Quantity number = frozen.value();
        if (number != null) {
            return FactPieces.quantity(page, number);
        }
        return frozen.texts().isEmpty() ? page.text("figures.none") : String.join(", ", frozen.texts());
    }
}
