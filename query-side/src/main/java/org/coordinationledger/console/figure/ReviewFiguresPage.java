package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.view.api.FigureReadings.Compared;
import org.coordinationledger.view.api.ReviewFigureReads.Comparison;
import org.coordinationledger.view.api.ReviewFigureReads;
import org.coordinationledger.view.declaration.FeatureViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

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
        titles.lookUp(ComparedRow.scopes(found.figures(), views));
        ReviewState.Frozen frozen = found.frozen();
        model.addAttribute("frozen", frozen);
        model.addAttribute("agreeing", found.figures().stream().filter(Compared::agrees).count());
        model.addAttribute("rows", found.figures().stream()
                .map(one -> ComparedRow.of(null, one, views, titles, page))
                .toList());
        return "console/review-figures";
    }
}
