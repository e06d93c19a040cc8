package org.coordinationledger.console.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.api.ReadRejection;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.trail.Trail;
import org.coordinationledger.view.trail.Trails;
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
        RecordTitles titles = reading.titles(at.point(), at.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        named.add(resource, id);
        trail.revisions().stream()
                .flatMap(r -> Stream.of(r.writtenBy(), r.submittedBy(), r.approvedBy()).flatMap(List::stream))
                .forEach(doing -> named.add("organisations", doing.organisation()));
        titles.lookUp(named);
        model.addAttribute("resource", resource);
        model.addAttribute("id", id);
        model.addAttribute("title", titles.of(resource, id));
        model.addAttribute("heading", page.text("record.trail") + ": " + titles.of(resource, id));
        model.addAttribute("titles", titles);
        model.addAttribute("trail", trail);
        model.addAttribute("findings", trail.findings().stream()
                .map(finding -> page.messages().text("trail." + finding.code(), page.language(), finding.data()))
                .toList());
        model.addAttribute("knownAt", at.point().knownAt());
        return "console/trail";
    }
}
