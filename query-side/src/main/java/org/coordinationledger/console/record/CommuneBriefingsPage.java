package org.coordinationledger.console.record;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.Generations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Which briefings were given to the cells of a commune in a year, and who passed each text. */
@Controller
public final class CommuneBriefingsPage {

    private static final String ORGANISATIONS = OrganisationState.TYPE.resource();
    private static final String BRIEFINGS = BriefingState.TYPE.resource();
    private static final String YEAR = "year";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final RecordReads records;
    private final CommuneBriefings briefings;
    private final Reading reading;

    CommuneBriefingsPage(RecordReads records, Generations generations, RecordStreams streams, Reading reading) {
        this.records = records;
        this.briefings = new CommuneBriefings(generations, streams);
        this.reading = reading;
    }

    /** Where the page of a commune is. */
    static String address(String commune) {
        return "/console/records/" + ORGANISATIONS + "/" + commune + "/briefings";
    }

    /**
     * A briefing as it was given to a cell.
     *
     * @param passedBy the organisation that passed its text, or null where the step is not known any more
     * @param passed leads to the step by which it passed; its words say who and when
     */
    public record Line(
            LocalDate on,
            Piece cell,
            Piece briefing,
            Piece post,
            int revision,
            @Nullable Piece passedBy,
            @Nullable Piece passed) {}

    @GetMapping("/console/records/organisations/{id}/briefings")
    String given(
            @PathVariable String id,
            @RequestParam(name = YEAR, required = false) @Nullable String asked,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        Reading.At at = reading.at(request);
        records.entries(actor, records.view(ORGANISATIONS, request), id, at.point());
        int year = year(asked, at.effectiveOn());
        LocalDate last = LocalDate.of(year, 12, 31);
        CommuneBriefings.Found found = briefings.between(
                id,
                LocalDate.of(year, 1, 1),
                year == at.effectiveOn().getYear() ? at.effectiveOn() : last,
                reading.circle(page),
                at.point());
        RecordTitles titles = reading.about(ORGANISATIONS, id, "briefings.given", at, page, model);
        RecordTitles.Asked named = new RecordTitles.Asked();
        found.all().forEach(given -> {
            named.add(ORGANISATIONS, given.delivery().cell().value());
            named.add(ORGANISATIONS, given.post());
            if (given.passed() != null) {
                named.add(ORGANISATIONS, given.passed().by().organisation().value());
            }
        });
        titles.lookUp(named);
        model.addAttribute("lines", found.all().stream().map(given -> line(given, titles, page)).toList());
        model.addAttribute("whole", found.whole());
        model.addAttribute("most", CommuneBriefings.MOST_BRIEFINGS);
        model.addAttribute(YEAR, Integer.toString(year));
        model.addAttribute("years", List.of(
                new Piece(Integer.toString(year - 1), page.link(address(id), Map.of(YEAR, year - 1))),
                new Piece(Integer.toString(year + 1), page.link(address(id), Map.of(YEAR, year + 1)))));
        return "console/briefings";
    }

    private static int year(@Nullable String asked, LocalDate effectiveOn) {
        if (asked == null || asked.isBlank()) {
            return effectiveOn.getYear();
        }
        int year = asked.matches("\\d{4}") ? Integer.parseInt(asked) : 0;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new RejectedException(new ServiceRejection.InvalidParameter(
                    YEAR, asked.substring(0, Math.min(40, asked.length())), "YYYY"));
        }
        return year;
    }

    private static Line line(CommuneBriefings.Given given, RecordTitles titles, Page page) {
        CommuneBriefings.Pass passed = given.passed();
        return new Line(
                given.delivery().on(),
                titles.piece(ORGANISATIONS, given.delivery().cell().value()),
                new Piece(given.subject(), page.record(BRIEFINGS, given.briefing())),
                titles.piece(ORGANISATIONS, given.post()),
                given.delivery().revision(),
                passed == null ? null : titles.piece(ORGANISATIONS, passed.by().organisation().value()),
                passed == null
                        ? null
                        : new Piece(
                                page.text("briefings.passed-by", "person", passed.by().person(), "day",
                                        page.date(passed.on())),
                                page.step(BRIEFINGS, given.briefing(), passed.step())));
    }
}
