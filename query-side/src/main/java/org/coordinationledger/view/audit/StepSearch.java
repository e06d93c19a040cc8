package org.coordinationledger.view.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.StepCollection;
import org.coordinationledger.vocabulary.Dates;

/**
 * Finds steps in the whole ledger, those alone of records that somebody may read now. Days of recording are positions,
 * since the ledger is in the order of recording.
 */
public final class StepSearch {

    private final FeatureViews views;
    private final Generations generations;
    private final LedgerReader ledger;

    public StepSearch(FeatureViews views, Generations generations, LedgerReader ledger) {
        this.views = views;
        this.generations = generations;
        this.ledger = ledger;
    }

    /** What was asked, at one position and within one circle. */
    public final class Asked {

        private final ReadPoint point;
        private final List<Bson> conditions;

        private Asked(ReadPoint point, List<Bson> conditions) {
            this.point = point;
            this.conditions = conditions;
        }

        /** At most so many steps recorded before a position, the last first. */
        public List<LedgerStep> before(long position, int limit) {
            List<Bson> all = new ArrayList<>(conditions);
            all.add(StepCollection.between(0, position - 1));
            return generations.steps(point.generation()).find(and(all), limit);
        }

        /** How many steps there are, counted no further than {@code most}. */
        public int count(int most) {
            return generations.steps(point.generation()).count(and(conditions), most);
        }
    }

    /** Understands a question. */
    public Asked asked(StepQuestion question, ReadingCircle circle, ReadPoint point) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(positions(question, point));
        if (question.record() != null) {
            conditions.add(StepCollection.ofRecord(question.record()));
        }
        if (question.event() != null) {
            conditions.add(StepCollection.ofEvents(List.of(question.event())));
        }
        FeatureView<?> view = question.view();
        if (view != null) {
            conditions.add(StepCollection.ofKinds(List.of(view.type().name())));
        }
        if (question.actor() != null) {
            conditions.add(StepCollection.recordedBy(question.actor()));
        }
        if (question.organisation() != null) {
            conditions.add(StepCollection.naming(List.of(question.organisation())));
        }
        if (question.member() != null) {
            conditions.add(StepCollection.naming(List.of(question.member())));
        }
        if (question.effectiveFrom() != null) {
            conditions.add(StepCollection.effectiveFrom(question.effectiveFrom()));
        }
        if (question.effectiveTo() != null) {
            conditions.add(StepCollection.effectiveTo(question.effectiveTo()));
        }
        if (!question.findings().isEmpty()) {
            conditions.add(StepCollection.found(
                    question.findings().stream().map(Enum::name).toList(), point.knownAt()));
        }
        if (question.lateAfterDays() != null) {
            conditions.add(StepCollection.laterThan(question.lateAfterDays()));
        }
        if (circle != ReadingCircle.WHOLE) {
            conditions.add(within(circle));
        }
        return new Asked(point, List.copyOf(conditions));
    }

    private Bson positions(StepQuestion question, ReadPoint point) {
        LocalDate from = question.recordedFrom();
        LocalDate to = question.recordedTo();
        long first = from == null ? 0 : recordedBefore(from) + 1;
        long last = to == null ? point.knownAt() : Math.min(point.knownAt(), recordedBefore(to.plusDays(1)));
        return StepCollection.between(first, last);
    }

    private long recordedBefore(LocalDate day) {
        return ledger.positionAt(day.atStartOfDay(Dates.ZONE).toInstant());
    }

    /** Kinds of records that are read in the same way are one condition. */
    private Bson within(ReadingCircle circle) {
        List<String> readByEverybody = new ArrayList<>();
        Map<Set<String>, List<String>> kinds = new LinkedHashMap<>();
        for (FeatureView<?> view : views.all()) {
            String kind = view.type().name();
            circle.named(view).ifPresentOrElse(
                    one -> kinds.computeIfAbsent(one, s -> new ArrayList<>()).add(kind),
                    () -> readByEverybody.add(kind));
        }
        List<Bson> ways = new ArrayList<>();
        ways.add(StepCollection.ofKinds(readByEverybody));
        kinds.forEach((one, of) -> ways.add(and(StepCollection.ofKinds(of), StepCollection.naming(one))));
        return or(ways);
    }
}
