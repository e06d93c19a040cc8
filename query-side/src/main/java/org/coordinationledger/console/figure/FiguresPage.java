package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.live.LiveAddress;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.view.api.FigureParameters;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.TrendStep;
import org.coordinationledger.view.reading.Beside;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The dashboard: all figures of a scope at one pair of times, and how those that reports begin with came about. */
@Controller
public final class FiguresPage {

    /** What the reports on coordination begin with, each shown with its trend. */
    private static final List<String> FIRST = List.of(
            "openCellAssignments", "householdsInCharge", "briefingsPassed", "committeeAppointments",
            "agreementsInForce", "outreachAttendances");

    /** So many figures may fail; then it is no matter of single figures, and whoever asks does not wait for each of the others. */
    private static final int MOST_FAILED = 5;

    /** No longer than a query may take. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** The header by which a page that is there already asks for a part of itself. */
    private static final String IN_BACKGROUND = "HX-Request";

    /** In the address of a page that waits for all figures. */
    private static final String WHOLE = "whole";

    private static final String ORGANISATIONS = OrganisationState.TYPE.resource();

    private final FeatureViews views;
    private final FigureReads reads;
    private final TrendTables trends;
    private final ScopeChoice scopes;
    private final MonthSlider months;
    private final Reading reading;
    private final ProblemWriter problems;
    private final InstantSource clock;
    private final Duration within;

    /** @param within how long further figures are begun to be read when somebody opens the page; the others come after it */
    public FiguresPage(
            FeatureViews views,
            FigureReads reads,
            TrendTables trends,
            ScopeChoice scopes,
            MonthSlider months,
            Reading reading,
            ProblemWriter problems,
            Clock ledgerClock,
            @Value("${ledger.console.figures-within:250ms}") Duration within) {
        this.views = views;
        this.reads = reads;
        this.trends = trends;
        this.scopes = scopes;
        this.months = months;
        this.reading = reading;
        this.problems = problems;
        this.clock = ledgerClock;
        this.within = within;
    }

    /**
     * A figure with its trend.
     *
     * @param trend null where none is told
     */
    record Card(FigureRow row, @Nullable TrendTable trend) {}

    /** Until when figures of a page are begun to be read; those that are left out then follow the page. */
    private static final class Patience implements BooleanSupplier {

        private final long until;
        private boolean leftOut;

        Patience(Duration within) {
            until = System.nanoTime() + within.toNanos();
        }

        @Override
        public boolean getAsBoolean() {
            return System.nanoTime() - until > 0;
        }

        /** Whether something is to be left out now, which is noted. */
        boolean leavesOut() {
            boolean over = getAsBoolean();
            leftOut |= over;
            return over;
        }
    }

    /** The figures of one feature. */
    record Group(String name, List<FigureRow> rows) {}

    @GetMapping(ScopeChoice.FIGURES)
    String figures(HttpServletRequest request, Actor actor, @ModelAttribute("page") Page page, Model model) {
        FigureAsked asked = new FigureAsked(request, clock, reading.at(request));
        FigureReads.Asker asker = reads.asker(actor, asked.at().point());
        TrendStep step = TrendTables.step(asked);
        AtomicInteger failed = new AtomicInteger();
        Patience patience = new Patience(whole(request) ? LONGEST : within);
        List<FeatureFigure> all =
                views.figures().stream().filter(figure -> told(figure, asked, page)).toList();
        List<FeatureFigure> firstFirst =
                all.stream().sorted(Comparator.comparing(figure -> !isFirst(figure))).toList();
        Map<FeatureFigure, Future<Optional<FigureReads.Value>>> values = reads.values(
                asker, firstFirst, figure -> asked.query(FigureParameters.ofValue(figure)), MOST_FAILED, patience);
        Map<String, Card> cards = new LinkedHashMap<>();
        values.forEach((figure, value) -> cards.put(
                figure.figure().name(), card(asker, figure, value, asked, step, page, request, failed, patience)));
        Map<String, Group> groups = new LinkedHashMap<>();
        for (FeatureFigure figure : all) {
            groups.computeIfAbsent(figure.view().resource(), r -> new Group(page.resource(r), new ArrayList<>()))
                    .rows()
                    .add(Objects.requireNonNull(cards.get(figure.figure().name())).row());
        }
        scopes.show(asked, ORGANISATIONS, page, model);
        months.show(asked, page, model);
        model.addAttribute("cards", FIRST.stream().map(cards::get).filter(Objects::nonNull).toList());
        model.addAttribute("groups", List.copyOf(groups.values()));
        model.addAttribute("steps", FigurePage.steps(page));
        model.addAttribute("step", step);
        model.addAttribute("kept", asked.which());
        model.addAttribute("effectiveOn", asked.at().effectiveOn());
        model.addAttribute("knownAt", asked.at().point().knownAt());
        model.addAttribute("charts", true);
        model.addAttribute("whole", patience.leftOut ? page.with(WHOLE, "yes") : null);
        model.addAttribute("follows", patience.leftOut && !whole(request));
        LiveAddress.renews(model, LiveAddress.SELDOM);
        return "console/figures";
    }

    /** Whether a request waits for all figures: in the background of a page that is there already, or by its address. */
    private static boolean whole(HttpServletRequest request) {
        return request.getHeader(IN_BACKGROUND) != null
                || request.getHeader(LiveAddress.RENEWAL) != null
                || request.getParameter(WHOLE) != null;
    }

    private static boolean isFirst(FeatureFigure figure) {
        return FIRST.contains(figure.figure().name());
    }

    /** Whether a figure has a value without anything else to be chosen first. */
    private static boolean told(FeatureFigure figure, FigureAsked asked, Page page) {
        if (figure.figure().needsScope()) {
            return asked.scope() != null && figure.view().resource().equals(ORGANISATIONS);
        }
        return !figure.figure().growing() || page.times().comparedWith() != null;
    }

    /**
     * A figure, with its trend if it is one of the first. One that cannot be told says why in its place, and the others
     * stay; but what is wrong with the question itself, or with several figures, is no matter of one of them.
     */
    private Card card(
            FigureReads.Asker asker,
            FeatureFigure figure,
            Future<Optional<FigureReads.Value>> value,
            FigureAsked asked,
            TrendStep step,
            Page page,
            HttpServletRequest request,
            AtomicInteger failed,
            Patience patience) {
        try {
            Optional<FigureReads.Value> found = Beside.result(value);
            if (found.isEmpty()) {
                patience.leavesOut();
                return new Card(FigureRow.toCome(of(figure, asked, page), figure.figure().name(), page), null);
            }
            FigureRow row = row(figure, found.get(), asked, page);
            boolean told = isFirst(figure) && !patience.leavesOut();
            return new Card(row, told ? trends.of(asker, figure, asked, step, page) : null);
        } catch (RuntimeException e) {
            if (e instanceof RejectedException told && told.rejection().kind() != Rejection.Kind.CONFLICT) {
                throw told;
            }
            if (failed.incrementAndGet() >= MOST_FAILED) {
                throw e;
            }
            String why = problems.tell(e, request, page.language()).detail();
            return new Card(
                    new FigureRow(
                            of(figure, asked, page), ShownValue.nothing(page), null, null, figure.figure().name(), why),
                    null);
        }
    }

    private static Piece of(FeatureFigure figure, FigureAsked asked, Page page) {
        String name = figure.figure().name();
        return new Piece(
                page.capital(page.word("figure", name)), page.link(ScopeChoice.FIGURES + "/" + name, asked.which()));
    }

    private static FigureRow row(FeatureFigure figure, FigureReads.Value told, FigureAsked asked, Page page) {
        String name = figure.figure().name();
        boolean happens = figure.figure().happenedOn() != null;
        boolean period = happens && (asked.text(FigureReads.FROM) != null || asked.text(FigureReads.TO) != null);
        ShownValue value = ShownValue.of(page, told.found(), figure.figure().growing());
        return new FigureRow(
                of(figure, asked, page),
                value,
                FigureAsked.records(page, name, which(figure, asked)),
                period ? page.text("figures.in-period") : null,
                name);
    }

    /** The parameters of the page that the list behind a figure takes. */
    static Map<String, String> which(FeatureFigure figure, FigureAsked asked) {
        Map<String, String> which = new LinkedHashMap<>(asked.which());
        which.keySet().retainAll(FigureParameters.whichRecords(figure));
        return which;
    }
}
