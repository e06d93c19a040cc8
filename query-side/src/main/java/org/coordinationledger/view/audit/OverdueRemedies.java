package org.coordinationledger.view.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.conversions.Bson;
import org.coordinationledger.inspection.view.InspectionView;
import org.coordinationledger.service.overdue.ViewLayout;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/** Remedies that inspections required and that are not reported though their day is over. */
public final class OverdueRemedies {

    /** No more inspections than this are looked at. */
    public static final int MOST = 1_000;

    private final Generations generations;

    public OverdueRemedies(Generations generations) {
        this.generations = generations;
    }

    /**
     * What an organisation has to report of an inspection.
     *
     * @param responsible the organisation
     * @param since since when it has to
     * @param due the last day in time
     */
    public record Remedy(String inspection, String responsible, LocalDate since, LocalDate due) {}

    /**
     * @param remedies the ones due first come first
     * @param whole whether all inspections were looked at
     */
    public record Found(List<Remedy> remedies, boolean whole) {}

    /** Of each inspection and responsible organisation the remedy that is due first, at a pair of times. */
    public Found at(ReadPoint point, LocalDate effectiveOn, ReadingCircle circle) {
        List<Bson> conditions = new ArrayList<>(List.of(
                elemMatch(ViewLayout.WAITING, and(
                        eq("what", InspectionView.REMEDY), lt("due", effectiveOn.toString()))),
                lt(ViewLayout.WAITING_DUE, effectiveOn.toString()),
                SpanCollection.at(point.knownAt(), effectiveOn)));
        circle.condition(InspectionView.VIEW).ifPresent(conditions::add);
        List<Span> inspections = generations
                .spans(point.generation(), InspectionView.VIEW.type())
                .find(and(conditions), ascending("record"), MOST + 1);
        List<Remedy> remedies = new ArrayList<>();
        for (Span span : inspections.subList(0, Math.min(MOST, inspections.size()))) {
            for (Waiting waiting : span.facts().waiting()) {
                LocalDate due = waiting.due();
                if (waiting.what().equals(InspectionView.REMEDY) && due != null && due.isBefore(effectiveOn)) {
                    remedies.add(new Remedy(span.record(), waiting.by(), waiting.since(), due));
                }
            }
        }
        remedies.sort(Comparator.comparing(Remedy::due).thenComparing(Remedy::inspection).thenComparing(Remedy::responsible));
        return new Found(List.copyOf(remedies), inspections.size() <= MOST);
    }
}
