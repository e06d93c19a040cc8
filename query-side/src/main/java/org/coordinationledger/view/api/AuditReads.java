package org.coordinationledger.view.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.audit.OverdueRemedies;
import org.coordinationledger.view.audit.StepQuestion;
import org.coordinationledger.view.audit.StepSearch;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.Cursor;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.trail.Finding;
import org.coordinationledger.view.trail.StepFindings;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/** Understands what is asked of the whole ledger: steps, and overdue remedies, of what the actor may read. */
public final class AuditReads {

    public static final String RESOURCE = "resource";
    public static final String RECORD = "record";
    public static final String EVENT = "event";
    public static final String ACTOR = "actor";
    public static final String ORGANISATION = "organisation";
    public static final String MEMBER = "member";
    public static final String RECORDED_FROM = "recordedFrom";
    public static final String RECORDED_TO = "recordedTo";
    public static final String EFFECTIVE_FROM = "effectiveFrom";
    public static final String EFFECTIVE_TO = "effectiveTo";
    public static final String FINDING = "finding";
    public static final String LATE_AFTER_DAYS = TrailController.LATE_AFTER_DAYS;

    /** What a search of steps is narrowed by. */
    public static final List<String> PARAMETERS = List.of(
            RESOURCE, RECORD, EVENT, ACTOR, ORGANISATION, MEMBER, RECORDED_FROM, RECORDED_TO, EFFECTIVE_FROM,
            EFFECTIVE_TO, FINDING, LATE_AFTER_DAYS);

    /** No person's code is longer. */
    public static final int LONGEST_CODE = 64;

    private final FeatureViews views;
    private final ReadPoints points;
    private final StepSearch steps;
    private final OverdueRemedies remedies;
    private final ReadingCircles circles;
    private final InstantSource clock;

    AuditReads(
            FeatureViews views,
            ReadPoints points,
            StepSearch steps,
            OverdueRemedies remedies,
            ReadingCircles circles,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.steps = steps;
        this.remedies = remedies;
        this.circles = circles;
        this.clock = clock;
    }

    /**
     * A page of steps.
     *
     * @param items the last recorded first
     * @param next what {@code after} of the next page is, or null on the last
     */
    public record Page(List<LedgerStep> items, @Nullable String next) {}

    /** A search at one position. */
    public record Asked(
            StepSearch.Asked steps, ReadQuery query, ReadPoint point, LocalDate effectiveOn) {

        /** The page that was asked for. */
        public Page page() {
            return page(query.cursor().map(Asked::last).orElse(Long.MAX_VALUE), query.limit());
        }

        private static long last(Cursor cursor) {
            if (!cursor.last().matches("\\d{1,18}")) {
                throw ReadQuery.invalid("after", cursor.encoded(), "next-of-page-before");
            }
            return Long.parseLong(cursor.last());
        }

        /** Steps recorded before a position. */
        Page page(long before, int limit) {
            List<LedgerStep> found = steps.before(before, limit + 1);
            if (found.size() <= limit) {
                return new Page(List.copyOf(found), null);
            }
            List<LedgerStep> items = List.copyOf(found.subList(0, limit));
            String last = Long.toString(items.get(limit - 1).position());
            return new Page(
                    items, new Cursor(point.knownAt(), effectiveOn, query.asked(), "", last).encoded());
        }

        /** How many steps all pages have, counted no further than {@code most}. */
        public int count(int most) {
            return steps.count(most);
        }
    }

    /** @param paged whether a page can be asked for */
    public Asked steps(Actor actor, HttpServletRequest request, boolean paged) {
        ReadQuery query = ReadQuery.of(request, clock, paged, PARAMETERS);
        StepQuestion question = question(query);
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        return new Asked(steps.asked(question, circles.of(actor), point), query, point, effectiveOn);
    }

    private StepQuestion question(ReadQuery query) {
        return new StepQuestion(
                known(query, RESOURCE, views::ofResource, views.all().stream().map(FeatureView::resource)
                        .collect(Collectors.joining(", "))),
                id(query, RECORD),
                known(query, EVENT, name -> Optional.of(name).filter(AuditReads::isEvent), "stored-event-name"),
                text(query, ACTOR),
                id(query, ORGANISATION),
                id(query, MEMBER),
                query.date(RECORDED_FROM).orElse(null),
                notBefore(query, RECORDED_FROM, RECORDED_TO),
                query.date(EFFECTIVE_FROM).orElse(null),
                notBefore(query, EFFECTIVE_FROM, EFFECTIVE_TO),
                query.text(FINDING).map(AuditReads::findings).orElse(List.of()),
                query.text(LATE_AFTER_DAYS).map(TrailController::days).orElse(null));
    }

    private static boolean isEvent(String name) {
        return Catalogue.named(name).isPresent();
    }

    private static <T> @Nullable T known(
            ReadQuery query, String name, Function<String, Optional<T>> find, String expected) {
        return query.text(name)
                .map(value -> find.apply(value).orElseThrow(() -> ReadQuery.invalid(name, value, expected)))
                .orElse(null);
    }

    private static @Nullable String id(ReadQuery query, String name) {
        return query.text(name).map(RecordId::checked).orElse(null);
    }

    private static @Nullable String text(ReadQuery query, String name) {
        Predicate<String> fits = value -> !value.isBlank() && value.length() <= LONGEST_CODE;
        return known(query, name, value -> Optional.of(value.strip()).filter(fits), "1 to " + LONGEST_CODE);
    }

    private static @Nullable LocalDate notBefore(ReadQuery query, String fromName, String toName) {
        LocalDate from = query.date(fromName).orElse(null);
        LocalDate to = query.date(toName).orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            throw new RejectedException(new ReadRejection.PeriodEndsBeforeItBegins(from, to));
        }
        return to;
    }

    private static List<Finding.Code> findings(String value) {
        List<Finding.Code> codes = new ArrayList<>();
        for (String name : value.split(",", -1)) {
            codes.add(StepFindings.CODES.stream()
                    .filter(code -> code.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ReadQuery.invalid(
                            FINDING, value,
                            StepFindings.CODES.stream().map(Enum::name).collect(Collectors.joining(", ")))));
        }
        return codes;
    }

    /** Overdue remedies at a pair of times. */
    public record AskedRemedies(OverdueRemedies.Found found, ReadPoint point, LocalDate effectiveOn) {}

    public AskedRemedies overdueRemedies(Actor actor, HttpServletRequest request) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        return new AskedRemedies(remedies.at(point, effectiveOn, circles.of(actor)), point, effectiveOn);
    }
}
