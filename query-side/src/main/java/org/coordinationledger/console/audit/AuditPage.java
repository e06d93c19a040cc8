package org.coordinationledger.console.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.api.AuditReads;
import org.coordinationledger.view.audit.OverdueRemedies;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.trail.Finding;
import org.coordinationledger.view.trail.StepFindings;
import org.coordinationledger.view.trail.Trails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The audit desk: steps of the whole ledger by whatever is known of them, and questions that are always asked. */
@Controller
public final class AuditPage {

    private static final String PATH = "/console/audit";
    private static final String REMEDIES = PATH + "/overdue-remedies";
    private static final String ORGANISATIONS = OrganisationState.TYPE.resource();
    private static final String INSPECTIONS = InspectionState.TYPE.resource();

    /** No search counts further than this. */
    private static final int COUNTED = 10_000;

    /** What makes a trail incomplete or out of order. */
    private static final String NOT_IN_ORDER = StepFindings.CODES.stream()
            .filter(code -> code != Finding.Code.WITHOUT_BASIS)
            .map(Enum::name)
            .collect(Collectors.joining(","));

    private final FeatureViews views;
    private final AuditReads reads;
    private final RecordLookup lookup;
    private final Reading reading;

    public AuditPage(FeatureViews views, AuditReads reads, RecordLookup lookup, Reading reading) {
        this.views = views;
        this.reads = reads;
        this.lookup = lookup;
        this.reading = reading;
    }

    /**
     * A step that was found.
     *
     * @param late how many days after it took effect it was recorded; 0 if in time
     * @param trail where the findings about it are explained
     */
    public record Line(
            String recordedAt,
            String position,
            Piece record,
            String kind,
            Piece step,
            String effectiveOn,
            String actor,
            Piece organisation,
            String role,
            long late,
            List<String> findings,
            String trail) {}

    /** A question that is always asked, by the key of its words. */
    public record Question(String key, String href, boolean asked) {}

    /** A choice of a list. */
    public record Choice(String value, String text) {}

    /** A remedy that is late. */
    public record Late(Piece inspection, Piece responsible, String since, String due, long days) {}

    @GetMapping(PATH)
    String steps(HttpServletRequest request, Actor actor, @ModelAttribute("page") Page page, Model model) {
        AuditReads.Asked asked = reads.steps(
                actor, Reading.without(request, Set.of(PairOfTimes.COMPARED_WITH)), true);
        AuditReads.Page found = asked.page();
        RecordTitles titles = reading.titles(asked.point(), asked.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        for (LedgerStep step : found.items()) {
            named.add(resource(step), step.record());
            named.add(ORGANISATIONS, step.actor().organisation().value());
        }
        AuditForm.RECORDS.forEach((name, kind) -> {
            String id = AuditForm.id(request, name);
            if (id != null) {
                named.add(kind, id);
            }
        });
        titles.lookUp(named);
        form(page, model, AuditForm.fields(request, titles, page), List.of());
        model.addAttribute("lines", found.items().stream()
                .map(step -> line(step, asked.point().knownAt(), titles, page))
                .toList());
        model.addAttribute("count", asked.count(COUNTED));
        model.addAttribute("counted", COUNTED);
        model.addAttribute("next", found.next());
        model.addAttribute("knownAt", asked.point().knownAt());
        model.addAttribute("file", "/console/api/v1/audit/steps");
        return "console/audit";
    }

    /** Takes what was typed into the form and goes to the address of the search, or says what was not understood. */
    @GetMapping(PATH + "/find")
    String find(HttpServletRequest request, @ModelAttribute("page") Page page, Model model) {
        AuditForm.Understood understood = AuditForm.understand(request, lookup, page);
        if (understood.wrong().isEmpty()) {
            return "redirect:" + page.link(PATH, understood.parameters());
        }
        form(page, model, AuditForm.typed(request), understood.wrong());
        return "console/audit";
    }

    private void form(Page page, Model model, Map<String, String> fields, List<AuditForm.Wrong> wrong) {
        model.addAttribute("fields", fields);
        model.addAttribute("wrong", wrong);
        model.addAttribute("wrongFields", wrong.stream().map(AuditForm.Wrong::field).toList());
        List<Question> questions = questions(page, fields);
        long given = fields.values().stream().filter(value -> !value.isEmpty()).count();
        boolean justAQuestion = given == 1 && questions.stream().anyMatch(Question::asked);
        model.addAttribute("narrowed", given > 0);
        model.addAttribute("opened", !wrong.isEmpty() || given > 0 && !justAQuestion);
        model.addAttribute("questions", questions);
        model.addAttribute("kinds", views.all().stream()
                .map(view -> new Choice(view.resource(), page.resource(view.resource())))
                .toList());
        model.addAttribute("events", events(page));
        model.addAttribute("findings", findings(page));
    }

    private static List<Question> questions(Page page, Map<String, String> fields) {
        return List.of(
                question("order", AuditReads.FINDING, NOT_IN_ORDER, page, fields),
                question("basis", AuditReads.FINDING, Finding.Code.WITHOUT_BASIS.name(), page, fields),
                question("late", AuditReads.LATE_AFTER_DAYS, Integer.toString(Trails.LATE_AFTER_DAYS), page, fields),
                new Question("remedies", page.link(REMEDIES), page.under(REMEDIES)));
    }

    private static Question question(
            String key, String name, String value, Page page, Map<String, String> fields) {
        return new Question(key, page.link(PATH, Map.of(name, value)), value.equals(fields.get(name)));
    }

    /** The events of each kind of records, and those that all kinds share. */
    private Map<String, List<Choice>> events(Page page) {
        Map<String, List<Choice>> events = new LinkedHashMap<>();
        List<EventType> left = new ArrayList<>(Catalogue.eventTypes());
        for (FeatureView<?> view : views.all()) {
            List<EventType> own = left.stream()
                    .filter(type -> view.type().family().isAssignableFrom(type.type()))
                    .toList();
            left.removeAll(own);
            events.put(page.resource(view.resource()), choices(own, page));
        }
        List<EventType> shared = left.stream()
                .filter(type -> RecordEvent.class.isAssignableFrom(type.type()))
                .toList();
        events.put(page.text("audit.event.shared"), choices(shared, page));
        return events;
    }

    private static List<Choice> choices(List<EventType> types, Page page) {
        return types.stream()
                .map(EventType::name)
                .distinct()
                .map(name -> new Choice(name, page.word("event", name)))
                .toList();
    }

    private static List<Choice> findings(Page page) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice(NOT_IN_ORDER, page.text("audit.finding.order"))));
        StepFindings.CODES.forEach(code -> choices.add(new Choice(code.name(), word(code.name(), page))));
        return choices;
    }

    private static String word(String code, Page page) {
        return page.capital(page.word("finding", code));
    }

    private Line line(LedgerStep step, long knownAt, RecordTitles titles, Page page) {
        String resource = resource(step);
        return new Line(
                page.time(step.recordedAt()),
                page.number(step.position()),
                titles.piece(resource, step.record()),
                page.resource(resource),
                new Piece(page.word("event", step.event()), page.step(resource, step.record(), step.sequence() + 1)),
                page.date(step.effectiveOn()),
                step.actor().person(),
                titles.piece(ORGANISATIONS, step.actor().organisation().value()),
                page.word(step.actor().role()),
                step.daysToRecording() > Trails.LATE_AFTER_DAYS ? step.daysToRecording() : 0,
                step.findings().stream()
                        .filter(noted -> noted.at(knownAt))
                        .map(LedgerStep.Noted::code)
                        .sorted()
                        .map(code -> word(code, page))
                        .toList(),
                page.link("/console/records/" + resource + "/" + step.record() + "/trail") + "#step-" + step.sequence());
    }

    private String resource(LedgerStep step) {
        return views.ofType(step.kind()).orElseThrow().resource();
    }

    @GetMapping(REMEDIES)
    String remedies(HttpServletRequest request, Actor actor, @ModelAttribute("page") Page page, Model model) {
        AuditReads.AskedRemedies asked = reads.overdueRemedies(
                actor, Reading.without(request, Set.of(PairOfTimes.COMPARED_WITH)));
        RecordTitles titles = reading.titles(asked.point(), asked.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        for (OverdueRemedies.Remedy remedy : asked.found().remedies()) {
            named.add(INSPECTIONS, remedy.inspection());
            named.add(ORGANISATIONS, remedy.responsible());
        }
        titles.lookUp(named);
        model.addAttribute("remedies", asked.found().remedies().stream()
                .map(remedy -> new Late(
                        titles.piece(INSPECTIONS, remedy.inspection()),
                        titles.piece(ORGANISATIONS, remedy.responsible()),
                        page.date(remedy.since()),
                        page.date(remedy.due()),
                        ChronoUnit.DAYS.between(remedy.due(), asked.effectiveOn())))
                .toList());
        model.addAttribute("whole", asked.found().whole());
        model.addAttribute("file", "/console/api/v1/audit/overdue-remedies");
        model.addAttribute("questions", questions(page, Map.of()));
        model.addAttribute("knownAt", asked.point().knownAt());
        model.addAttribute("effectiveOn", asked.effectiveOn());
        return "console/audit-remedies";
    }
}
