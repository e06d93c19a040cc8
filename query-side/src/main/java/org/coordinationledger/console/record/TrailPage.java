package org.coordinationledger.console.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.api.ReadRejection;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.trail.Finding;
import org.coordinationledger.view.trail.Trail;
import org.coordinationledger.view.trail.Trails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The approval trail of a record on one printable page: every step, who, in which capacity, on which text, what is wrong. */
@Controller
public final class TrailPage {

    private final RecordReads records;
    private final Trails trails;
    private final Reading reading;

    public TrailPage(RecordReads records, Trails trails, Reading reading) {
        this.records = records;
        this.trails = trails;
        this.reading = reading;
    }

    /**
     * A finding in words.
     *
     * @param step the sequence of the step that it is about
     * @param toldBy the step that told of it, of this record or another; null where there is none, or it may not be read
     */
    public record Found(long step, String words, @Nullable Piece toldBy) {}

    @GetMapping("/console/records/{resource}/{id}/trail")
    String trail(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        FeatureView<?> view = records.view(resource, request);
        Reading.At at = reading.at(request);
        List<Entry> entries = records.entries(actor, view, id, at.point());
        Trail trail = trails.of(view, entries, at.point(), at.effectiveOn(), Trails.LATE_AFTER_DAYS)
                .orElseThrow(() -> new RejectedException(new ReadRejection.NotEffective(
                        resource, id, at.effectiveOn(), Trails.firstDay(view, entries))));
        RecordTitles titles = reading.about(resource, id, "record.trail", at, page, model);
        RecordTitles.Asked named = new RecordTitles.Asked();
        trail.revisions().stream()
                .flatMap(r -> Stream.of(r.writtenBy(), r.submittedBy(), r.approvedBy()).flatMap(List::stream))
                .forEach(doing -> named.add(OrganisationState.TYPE.resource(), doing.organisation()));
        trail.findings().stream()
                .map(Finding::toldBy)
                .flatMap(Optional::stream)
                .forEach(by -> named.add(by.resource(), by.record()));
        titles.lookUp(named);
        model.addAttribute("titles", titles);
        model.addAttribute("trail", trail);
        model.addAttribute("findings", trail.findings().stream()
                .map(finding -> found(finding, titles, page))
                .toList());
        return "console/trail";
    }

    private static Found found(Finding finding, RecordTitles titles, Page page) {
        return new Found(
                finding.step(),
                page.messages().text("trail." + finding.code(), page.language(), finding.data()),
                finding.toldBy()
                        .filter(by -> titles.piece(by.resource(), by.record()).href() != null)
                        .map(by -> new Piece(
                                page.text("trail.told-by"), page.step(by.resource(), by.record(), by.step() + 1)))
                        .orElse(null));
    }
}
