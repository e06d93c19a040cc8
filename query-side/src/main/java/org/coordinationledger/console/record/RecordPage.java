package org.coordinationledger.console.record;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.console.form.NextSteps;
import org.coordinationledger.console.live.LiveAddress;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.api.AuditReads;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.view.record.RecordHistory;
import org.coordinationledger.view.record.RecordHistory.RecordedStep;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one record: what it is at the chosen times, its life step by step, and what each step changed. */
@Controller
public final class RecordPage {

    private static final String ORGANISATIONS = OrganisationState.TYPE.resource();
    private static final String DOCUMENTS = BasisDocumentState.TYPE.resource();

    /** What each step has lines of its own for. */
    private static final Set<String> TOLD = Set.of("effectiveOn", "bases", "reason");

    private final FeatureViews views;
    private final RecordReads records;
    private final Reading reading;
    private final PersonalDataReads personalData;
    private final NextSteps next;
    private final SealedLog log;

    public RecordPage(
            FeatureViews views,
            RecordReads records,
            Reading reading,
            PersonalDataReads personalData,
            NextSteps next,
            SealedLog log) {
        this.views = views;
        this.records = records;
        this.reading = reading;
        this.personalData = personalData;
        this.next = next;
        this.log = log;
    }

    /**
     * A step in the life of the record, as the page lists it.
     *
     * @param number 1, 2, …; the sequence of its event and one more
     * @param late how many days after it took effect it was recorded
     * @param amends the number of the step that it amends, or null
     * @param amendedBy the number of the step that corrects or voids it, or null
     */
    public record LifeStep(
            long number,
            String event,
            LocalDate effectiveOn,
            Entry entry,
            long late,
            @Nullable Long amends,
            @Nullable Long amendedBy,
            boolean voided,
            boolean chosen,
            boolean later) {}

    /**
     * Something that the record waits for.
     *
     * @param due the last day on which it is in time, or null
     * @param overdue how many days late it is; 0 while it is in time
     */
    public record WaitingFor(String what, Piece by, LocalDate since, @Nullable LocalDate due, long overdue) {}

    /** The chosen step in full. */
    public record ChosenStep(
            LifeStep step,
            Piece organisation,
            String person,
            String role,
            @Nullable String body,
            List<Piece> bases,
            @Nullable String reason,
            List<StateRow> content,
            LocalDate stateOn,
            List<RecordComparison.Change> changes,
            String leafHash) {}

    @GetMapping("/console/records/{resource}/{id}")
    String record(
            @PathVariable String resource,
            @PathVariable String id,
            @RequestParam(name = "step", required = false) @Nullable String chosen,
            @RequestParam(name = "recorded", required = false) @Nullable String recorded,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        FeatureView<?> view = records.view(resource, request);
        Reading.At at = reading.at(request);
        List<Entry> entries = records.entries(actor, view, id, at.point());
        RecordHistory history = new RecordHistory(view.type(), entries);
        List<RecordedStep> steps = history.steps(0).toList();
        int index = chosen(chosen, steps.size());
        RecordedStep step = steps.get(index);
        Timeline<?, ?> timeline = history.timeline();
        Phase<?> phase = timeline.phaseOn(at.effectiveOn()).orElse(null);
        Object state = phase == null ? null : phase.state();

        LocalDate compared = RecordComparison.day(page);
        Object other = compared == null ? null : timeline.on(compared).orElse(null);
        List<Waiting> waiting = waiting(view, state, at.effectiveOn());

        RecordTitles titles = reading.about(resource, id, null, at, page, model);
        lookUp(titles, step, resource, state, other, waiting, page);
        StateRows rows = new StateRows(views, resource, page, titles::piece, sealed -> page.text("personal-data"));
        model.addAttribute("view", view);
        List<LifeStep> life = steps.stream().map(s -> life(s, index, at.effectiveOn())).toList();
        model.addAttribute("steps", life);
        model.addAttribute("waiting", waiting.stream().map(one -> waitingFor(one, at.effectiveOn(), titles, page)).toList());
        model.addAttribute("comparison", compared == null
                ? null
                : RecordComparison.of(
                        compared, rows.of(other, Set.of()), at.effectiveOn(), rows.of(state, Set.of()), life));
        model.addAttribute("chosen", chosen(step, index, at.effectiveOn(), titles, rows, page));
        model.addAttribute("phase", phase);
        model.addAttribute("state", stateRows(state, resource, id, actor, page, titles));
        model.addAttribute("firstDay", timeline.phases().isEmpty() ? null : timeline.phases().get(0).from());
        model.addAttribute("effectiveOn", at.effectiveOn());
        model.addAttribute("version", timeline.version());
        model.addAttribute("further", further(id, state, page));
        model.addAttribute("badge", badge(view, state, page));
        model.addAttribute("seal", Seal.of(log, step.entry().position(), page));
        LiveAddress.renews(model, LiveAddress.SOON);
        model.addAttribute("recorded", recorded != null);
        model.addAttribute("next", page.times().past() ? null : next.of(resource, id, state, page));
        return "console/record";
    }

    /**
     * Further pages that some records have: of a dissolved organisation what became of its records, of a commune the
     * briefings given there, of a review the figures that it froze, of a programme those that its targets were
     * computed from.
     */
    private static List<Piece> further(String id, @Nullable Object state, Page page) {
        if (state instanceof OrganisationState organisation) {
            List<Piece> pages = new ArrayList<>();
            if (organisation.kind() == OrganisationKind.COMMUNE_PARTY_COMMITTEE) {
                pages.add(new Piece(page.text("briefings.given"), page.link(CommuneBriefingsPage.address(id))));
            }
            if (organisation.dissolution() != null) {
                pages.add(new Piece(page.text("record.afterwards"), page.link("/console/audit", Map.of(
                        AuditReads.ORGANISATION, id, AuditReads.EFFECTIVE_FROM, organisation.dissolution().on()))));
            }
            return pages;
        }
        if (state instanceof ProgrammeState programme && programme.targets().stream().anyMatch(RecordPage::computed)) {
            return List.of(new Piece(
                    page.text("record.computed-figures"), page.link("/console/records/programmes/" + id + "/figures")));
        }
        return state instanceof ReviewState review && review.frozen() != null
                ? List.of(new Piece(
                        page.text("record.frozen-figures"), page.link("/console/records/reviews/" + id + "/figures")))
                : List.of();
    }

    private static boolean computed(ProgrammeState.TargetState target) {
        ProgrammeState.Progress progress = target.progress();
        return progress != null && progress.computedFrom() != null;
    }

    /** The place of the chosen step; the last, if none is chosen or there is no such step. */
    private static int chosen(@Nullable String chosen, int count) {
        if (chosen == null || !chosen.matches("\\d{1,6}")) {
            return count - 1;
        }
        return Math.max(0, Math.min(count, Integer.parseInt(chosen)) - 1);
    }

    /** What the record waits for on a day. */
    private static <S> List<Waiting> waiting(FeatureView<S> view, @Nullable Object state, LocalDate day) {
        if (state == null) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        S of = (S) state;
        return view.factsOf(of, List.of()).waiting().stream().filter(one -> one.begunBy(day)).toList();
    }

    private static WaitingFor waitingFor(Waiting waiting, LocalDate day, RecordTitles titles, Page page) {
        LocalDate due = waiting.due();
        return new WaitingFor(
                page.word(FeatureView.WAITING, waiting.what()),
                titles.piece(ORGANISATIONS, waiting.by()),
                waiting.since(),
                due,
                waiting.daysOverdueOn(day));
    }

    private void lookUp(
            RecordTitles titles,
            RecordedStep step,
            String of,
            @Nullable Object state,
            @Nullable Object other,
            List<Waiting> waiting,
            Page page) {
        RecordTitles.Asked named = new RecordTitles.Asked();
        waiting.forEach(one -> named.add(ORGANISATIONS, one.by()));
        named.add(ORGANISATIONS, step.step().actor().organisation().value());
        step.step().event().bases().forEach(basis -> named.add(DOCUMENTS, basis.value()));
        StateRows collecting = new StateRows(
                views,
                of,
                page,
                (resource, id) -> {
                    named.add(resource, id);
                    return Piece.of(id);
                },
                sealed -> "");
        collecting.of(state, Set.of());
        collecting.of(other, Set.of());
        collecting.of(step.before(), Set.of());
        collecting.of(step.after(), Set.of());
        collecting.of(step.step().event(), TOLD);
        titles.lookUp(named);
    }

    private static LifeStep life(RecordedStep recorded, int chosen, LocalDate effectiveOn) {
        Entry entry = recorded.entry();
        LocalDate day = recorded.step().event().effectiveOn();
        LocalDate recordedOn = LocalDate.ofInstant(entry.recordedAt(), Dates.ZONE);
        Long amends = recorded.amends();
        Long voided = recorded.voidedBy();
        Long amendedBy = voided == null ? recorded.correctedBy() : voided;
        return new LifeStep(
                entry.sequence() + 1,
                entry.eventName(),
                day,
                entry,
                Math.max(0, ChronoUnit.DAYS.between(day, recordedOn)),
                amends == null ? null : amends + 1,
                amendedBy == null ? null : amendedBy + 1,
                voided != null,
                entry.sequence() == chosen,
                day.isAfter(effectiveOn));
    }

    private static ChosenStep chosen(
            RecordedStep recorded, int index, LocalDate effectiveOn, RecordTitles titles, StateRows rows, Page page) {
        Actor actor = recorded.step().actor();
        RecordEvent event = recorded.step().event();
        Reason reason = event.reason();
        Body body = actor.body();
        return new ChosenStep(
                life(recorded, index, effectiveOn),
                titles.piece(ORGANISATIONS, actor.organisation().value()),
                actor.person(),
                page.word(actor.role()),
                body == null ? null : page.word(body),
                event.bases().stream()
                        .map(BasisDocumentId::value)
                        .map(basis -> titles.piece(DOCUMENTS, basis))
                        .toList(),
                reason == null ? null : reason.value(),
                rows.of(event, TOLD),
                recorded.stateOn(),
                RecordComparison.changes(rows.of(recorded.before(), Set.of()), rows.of(recorded.after(), Set.of())),
                HexFormat.of().formatHex(recorded.entry().leafHash()));
    }

    /** The state at the chosen times; personal data in clear for those who may read them, which is kept. */
    private List<StateRow> stateRows(
            @Nullable Object state, String resource, String id, Actor actor, Page page, RecordTitles titles) {
        StateRows rows = new StateRows(views, resource, page, titles::piece, sealed -> {
            if (!actor.role().mayReadPersonalData()) {
                return page.text("personal-data.hidden");
            }
            MemberId member = new MemberId(id);
            PersonalData.Clear clear =
                    personalData.open(actor, Map.of(member, sealed), "console").get(member);
            return clear == null ? page.text("personal-data.erased") : inClear(clear);
        });
        return rows.of(state, Set.of());
    }

    private static String inClear(PersonalData.Clear clear) {
        return Stream.of(clear.name(), clear.rank(), clear.contact())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** The stage of a record in one word, where its feature has stages. */
    private static <S> @Nullable String badge(FeatureView<S> view, @Nullable Object state, Page page) {
        Fact<S> stage = view.fact("stage").orElse(null);
        if (stage == null || state == null) {
            return null;
        }
        @SuppressWarnings("unchecked")
        Object code = stage.of().apply((S) state);
        String words = stage.words();
        return code == null || words == null ? null : page.word(words, code.toString());
    }
}
