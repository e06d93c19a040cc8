package org.coordinationledger.console.work;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.live.LiveAddress;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.view.audit.StepQuestion;
import org.coordinationledger.view.audit.StepSearch;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.WaitingLists;
import org.coordinationledger.view.step.LedgerStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first page: what waits for the organisation that somebody acts for, who has to do it, and what one recorded last. */
@Controller
public final class WorkPage {

    /** No longer list is shown; the oldest come first. */
    private static final int MOST = 200;

    /** So many of one's last steps are shown. */
    private static final int LAST = 8;

    private final FeatureViews views;
    private final WaitingLists waiting;
    private final StepSearch steps;
    private final Reading reading;

    public WorkPage(FeatureViews views, WaitingLists waiting, StepSearch steps, Reading reading) {
        this.views = views;
        this.waiting = waiting;
        this.steps = steps;
        this.reading = reading;
    }

    /** A step that whoever looks recorded themselves. */
    public record Recorded(Piece step, String kind, Piece record, String recordedAt) {}

    /**
     * Something that waits.
     *
     * @param mine whether somebody in the role of whoever looks can do it
     * @param overdue how many days late; 0 while it is in time
     */
    public record Task(
            String what,
            String kind,
            Piece record,
            LocalDate since,
            @Nullable LocalDate due,
            long overdue,
            boolean mine) {}

    @GetMapping({"/console", "/console/"})
    String work(HttpServletRequest request, Actor actor, @ModelAttribute("page") Page page, Model model) {
        Reading.At at = reading.at(request);
        String organisation = actor.organisation().value();
        WaitingLists.Found found = waiting.of(organisation, any -> true, reading.circle(page), at.point(), at.effectiveOn());
        List<WaitingLists.Item> items = found.items().subList(0, Math.min(MOST, found.items().size()));
        RecordTitles titles = reading.titles(at.point(), at.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        items.forEach(item -> named.add(item.resource(), item.record()));
        List<LedgerStep> last = steps.asked(
                        StepQuestion.recordedBy(actor.person()), reading.circle(page), at.point())
                .before(Long.MAX_VALUE, LAST);
        last.forEach(step -> named.add(resource(step), step.record()));
        titles.lookUp(named);
        List<Task> mine = new ArrayList<>();
        List<Task> others = new ArrayList<>();
        for (WaitingLists.Item item : items) {
            Task task = task(item, actor, at.effectiveOn(), titles, page);
            (task.mine() ? mine : others).add(task);
        }
        model.addAttribute("last", last.stream().map(step -> recorded(step, titles, page)).toList());
        model.addAttribute("mine", mine);
        model.addAttribute("others", others);
        model.addAttribute("overdue", mine.stream().filter(task -> task.overdue() > 0).count());
        model.addAttribute("list", "/console/api/v1/organisations/" + organisation + "/waiting");
        model.addAttribute("whole", found.whole() && items.size() == found.items().size());
        model.addAttribute("knownAt", at.point().knownAt());
        LiveAddress.renews(model, LiveAddress.SOON);
        return "console/work";
    }

    private Recorded recorded(LedgerStep step, RecordTitles titles, Page page) {
        String resource = resource(step);
        return new Recorded(
                new Piece(page.word("event", step.event()), page.step(resource, step.record(), step.sequence() + 1)),
                page.resource(resource),
                titles.piece(resource, step.record()),
                page.time(step.recordedAt()));
    }

    private String resource(LedgerStep step) {
        return views.ofType(step.kind()).orElseThrow().resource();
    }

    private static Task task(
            WaitingLists.Item item, Actor actor, LocalDate day, RecordTitles titles, Page page) {
        return new Task(
                page.capital(page.word(FeatureView.WAITING, item.waiting().what())),
                page.resource(item.resource()),
                titles.piece(item.resource(), item.record()),
                item.waiting().since(),
                item.waiting().due(),
                item.waiting().daysOverdueOn(day),
                actor.role().isCompetentFor(item.waiting().competence()));
    }
}
