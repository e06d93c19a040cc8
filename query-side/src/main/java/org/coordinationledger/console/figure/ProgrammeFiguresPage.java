package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.view.api.ProgrammeFigureReads;
import org.coordinationledger.view.api.ProgrammeFigureReads.Computed;
import org.coordinationledger.view.declaration.FeatureViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What the targets of a programme have come to by figures of the ledger, each beside the figure read again. */
@Controller
public final class ProgrammeFiguresPage {

    private static final String PROGRAMMES = ProgrammeState.TYPE.resource();

    private final FeatureViews views;
    private final ProgrammeFigureReads reads;
    private final Reading reading;

    public ProgrammeFiguresPage(FeatureViews views, ProgrammeFigureReads reads, Reading reading) {
        this.views = views;
        this.reads = reads;
        this.reading = reading;
    }

    @GetMapping("/console/records/programmes/{id}/figures")
    String figures(
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        Reading.At at = reading.at(request);
        List<Computed> found = reads.comparison(actor, id, at.point(), at.effectiveOn());
        RecordTitles titles = reading.about(PROGRAMMES, id, "programme-figures.heading", at, page, model);
        titles.lookUp(ComparedRow.scopes(found.stream().map(Computed::compared).toList(), views));
        model.addAttribute("agreeing", found.stream().filter(one -> one.compared().agrees()).count());
        model.addAttribute("rows", found.stream()
                .map(one -> ComparedRow.of(
                        one.target().target().indicator().value(), one.compared(), views, titles, page))
                .toList());
        return "console/programme-figures";
    }
}
