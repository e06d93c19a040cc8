package org.coordinationledger.view.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.mandate.event.Entitlement;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.view.authority.Entitled;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.list.Cursor;
import org.coordinationledger.view.list.Page;
import org.coordinationledger.view.list.WaitingLists;
import org.coordinationledger.view.register.NumberSeries;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shapes of answers. {@code knownAt} is the position that everything in an answer was read at. */
final class Shown {

    private Shown() {}

    /**
     * A record in a list.
     *
     * @param effectiveTo the first day on which these facts hold no longer, or null if none is known
     */
    record Item(
            String id,
            String resource,
            Map<String, Object> facts,
            LocalDate effectiveFrom,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate effectiveTo) {

        static Item of(Span span, String resource) {
            return new Item(
                    span.record(), resource, span.facts().values(), span.effFrom(), end(span.effTo()));
        }
    }

    /**
     * What became of a request: as the command was answered, and what it recorded.
     *
     * @param sequence the record's version right after it
     * @param position the position of its last entry
     * @param events the stored names of the record's events, in order
     */
    record RequestOutcome(
            String resource,
            String id,
            long sequence,
            long position,
            Instant recordedAt,
            List<String> events,
            String location) {}

    /**
     * Whether somebody was entitled to act.
     *
     * @param ground why, or why not
     * @param mandate by which mandate, or null where none is in force or none is needed
     */
    record EntitlementAnswer(
            String person,
            String organisation,
            Role role,
            boolean entitled,
            Entitlement.Ground ground,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable EntitlingMandate mandate,
            long knownAt,
            LocalDate effectiveOn) {

        static EntitlementAnswer of(
                String person, String organisation, Role role, Entitled found, long knownAt, LocalDate effectiveOn) {
            return new EntitlementAnswer(
                    person, organisation, role, found.entitled(), found.ground(), EntitlingMandate.of(found), knownAt,
                    effectiveOn);
        }
    }

    /**
     * The mandate that somebody acts by.
     *
     * @param until its last day, or null where none is set
     * @param delegatedBy whose authority it lends, or null where it is the person's own
     * @param grantedFor the organisation that the grantor acted for
     * @param grantedAt the position at which it was granted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EntitlingMandate(
            String id,
            @Nullable Body body,
            @Nullable LocalDate until,
            @Nullable String delegatedBy,
            @Nullable String grantedBy,
            @Nullable String grantedFor,
            @Nullable Long grantedAt) {

        static @Nullable EntitlingMandate of(Entitled found) {
            String id = found.mandate();
            return id == null
                    ? null
                    : new EntitlingMandate(
                            id, found.body(), found.until(), found.delegatedBy(), found.grantedBy(),
                            found.grantedFor(), found.grantedAt());
        }
    }

    /** @param next what {@code after} of the next page is, or null on the last */
    record Items(
            List<Item> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
            long knownAt,
            LocalDate effectiveOn) {

        static Items of(Page page, List<Item> items, long knownAt, LocalDate effectiveOn) {
            return new Items(items, encoded(page.next()), knownAt, effectiveOn);
        }
    }

    /**
     * A document in the chain of what a record rests on.
     *
     * @param rank 0 if the record cites it, 1 if such a document cites it, and so on
     */
    record Basis(
            String id,
            int rank,
            Map<String, Object> facts,
            LocalDate effectiveFrom,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate effectiveTo) {

        static Basis of(Span document, int rank) {
            return new Basis(
                    document.record(), rank, document.facts().values(), document.effFrom(), end(document.effTo()));
        }
    }

    /**
     * What a record rests on, the nearest documents first.
     *
     * @param notThere cited documents that do not hold on the day, or are not recorded
     * @param whole whether the chain was followed to its end
     */
    record Bases(
            String id,
            String resource,
            List<Basis> documents,
            List<String> notThere,
            boolean whole,
            long knownAt,
            LocalDate effectiveOn) {}

    /**
     * Something that waits for an organisation.
     *
     * @param since the first day of waiting
     * @param due the last day in time, or null where none is set
     * @param daysOverdue how many days it is late; 0 while it is in time
     */
    record WaitingItem(
            String resource,
            String id,
            String what,
            Competence competence,
            LocalDate since,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate due,
            long daysOverdue) {

        static WaitingItem of(WaitingLists.Item item, LocalDate day) {
            Waiting waiting = item.waiting();
            return new WaitingItem(
                    item.resource(),
                    item.record(),
                    waiting.what(),
                    waiting.competence(),
                    waiting.since(),
                    waiting.due(),
                    waiting.daysOverdueOn(day));
        }
    }

    /** @param whole whether all records were looked at */
    record WaitingList(
            String organisation, List<WaitingItem> items, boolean whole, long knownAt, LocalDate effectiveOn) {}

    /** The register of documents of an organisation. */
    record Register(String organisation, List<NumberSeries> series, long knownAt, LocalDate effectiveOn) {}

    /** @param version the sequence of the record's last event, for {@code If-Match} */
    record State(
            String id,
            String resource,
            JsonNode state,
            LocalDate effectiveFrom,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate effectiveTo,
            long version,
            long knownAt,
            LocalDate effectiveOn) {}

    /**
     * A step of a record's history.
     *
     * @param stateOn the day that the states before and after are of: the step's own, or for an amendment that of the
     *     content it brings or takes away
     * @param before the state as it was known before the step, or null
     * @param after the state as it was known with the step, or null
     */
    record HistoryStep(
            long sequence,
            long position,
            Instant recordedAt,
            String event,
            String revision,
            LocalDate effectiveOn,
            String actor,
            String organisation,
            String role,
            @Nullable Body body,
            List<String> bases,
            @Nullable String reason,
            JsonNode content,
            LocalDate stateOn,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode before,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode after,
            @Nullable Long amends,
            @Nullable Long correctedBy,
            @Nullable Long voidedBy) {}

    record History(
            String id,
            String resource,
            List<HistoryStep> steps,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
            long knownAt) {}

    /**
     * An entry of the ledger as it is stored.
     *
     * @param leafHash SHA-256 of a zero byte and the entry's bytes, in hexadecimal
     * @param entry its exact text
     */
    record RawEvent(long position, String leafHash, String entry) {

        static RawEvent of(Entry entry) {
            return new RawEvent(entry.position(), HexFormat.of().formatHex(entry.leafHash()), entry.json());
        }
    }

    record RawEvents(
            String id,
            String resource,
            List<RawEvent> events,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
            long knownAt) {}

    /**
     * A figure that a review froze, beside the same figure read again.
     *
     * @param frozen the number that was frozen, or null
     * @param frozenTexts the texts that were frozen, where the figure is a list
     * @param recomputed what it comes to at the position of the freezing; of a list no more than shows a difference
     * @param quality how good the recomputed number is, or null where it is counted and so exact
     * @param problem why it cannot be read again, or null
     */
    record ReviewFigure(
            String figure,
            @Nullable String scope,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Quantity frozen,
            List<String> frozenTexts,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object recomputed,
            @Nullable Quality quality,
            boolean agrees,
            @Nullable String problem) {

        static ReviewFigure of(FigureReadings.Compared compared) {
            FigureReading frozen = compared.said();
            FigureValue again = compared.again();
            Rejection problem = compared.problem();
            Object value = again == null ? null : again.value();
            return new ReviewFigure(
                    frozen.figure().value(), frozen.scope(), frozen.effectiveOn(), frozen.comparedWith(), frozen.value(),
                    frozen.texts(),
                    value instanceof List<?> texts
                            ? texts.stream().limit(FrozenFigure.MOST_TEXTS + 1L).map(String::valueOf).toList()
                            : value,
                    again == null ? null : again.quality(), compared.agrees(),
                    problem == null ? null : problem.code());
        }
    }

    /**
     * The figures that a review froze.
     *
     * @param frozenOn when they were frozen, or null while none are
     * @param position where the ledger was read for them, or null
     * @param agree whether all of them come to the same when they are read again
     */
    record ReviewFigures(
            String id,
            @Nullable LocalDate frozenOn,
            @Nullable Long position,
            List<ReviewFigure> figures,
            boolean agree,
            long knownAt,
            LocalDate effectiveOn) {}

    /**
     * What a target has come to by a figure.
     *
     * @param target the key of the target
     * @param reportedOn when that was reported
     * @param position where the ledger was read for it
     * @param figure what was reported beside what it comes to there; {@code frozen} is what was reported
     */
    record ProgrammeFigure(String target, LocalDate reportedOn, long position, ReviewFigure figure) {

        static ProgrammeFigure of(ProgrammeFigureReads.Computed computed) {
            return new ProgrammeFigure(
                    computed.target().target().key().value(), computed.reported().reportedOn(),
                    computed.compared().said().position(), ReviewFigure.of(computed.compared()));
        }
    }

    /**
     * What the targets of a programme have come to by figures.
     *
     * @param figures of the targets whose last report was computed from the ledger
     * @param agree whether all of them come to the same when they are read again
     */
    record ProgrammeFigures(
            String id, List<ProgrammeFigure> figures, boolean agree, long knownAt, LocalDate effectiveOn) {}

    static @Nullable LocalDate end(LocalDate end) {
        return end.equals(Phase.OPEN_END) ? null : end;
    }

    static @Nullable String encoded(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.encoded();
    }
}
