package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Sorts.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.bson.conversions.Bson;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Figure.Placing;
import org.coordinationledger.view.reading.Beside;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.jspecify.annotations.Nullable;

/**
 * Computes figures at one pair of times. Records are grouped in the database by the organisations that place them; the
 * groups are rolled up in memory along the tree of the same pair, so that one reading serves every scope.
 */
public final class Figures {

    /** So many scopes are remembered to be there, or not. */
    private static final int MOST_SCOPES = 20_000;

    private final Generations generations;
    private final FigureGroups groups;
    private final Beside beside;

    /** What is there at a position stays so. */
    private final Cache<There, Boolean> there =
            Caffeine.newBuilder().maximumSize(MOST_SCOPES).build();

    public Figures(Generations generations, OrganisationTrees trees, Beside beside) {
        this.generations = generations;
        this.beside = beside;
        this.groups = new FigureGroups(generations, trees);
    }

    /** A scope at a pair of times. */
    private record There(int generation, long knownAt, LocalDate effectiveOn, String kind, String scope) {}

    /** What a scope of a figure is: an organisation, or where records are scopes themselves, one of the figure's feature. */
    public RecordType<?, ?> scopeType(FeatureFigure figure) {
        return figure.figure().placing() == Placing.IS_SCOPE ? figure.view().type() : OrganisationState.TYPE;
    }

    /** Whether the scope of a question is there at its pair of times, whoever asks; without a scope it always is. */
    public boolean knows(FigureQuestion question) {
        String scope = question.scope();
        return scope == null || there.get(
                new There(
                        question.point().generation().number(), question.point().knownAt(), question.effectiveOn(),
                        scopeType(question.figure()).name(), scope),
                key -> isThere(question, Optional.empty()));
    }

    /** Whether it is there and, where records are scopes themselves, whoever asks may read it. */
    public boolean permits(FigureQuestion question) {
        return isThere(question, question.circle().condition(question.figure().view()));
    }

    private boolean isThere(FigureQuestion question, Optional<Bson> readable) {
        String scope = question.scope();
        if (scope == null) {
            return true;
        }
        ReadPoint point = question.point();
        List<Bson> conditions = new ArrayList<>(
                List.of(SpanCollection.of(scope), SpanCollection.at(point.knownAt(), question.effectiveOn())));
        readable.ifPresent(conditions::add);
        return !generations
                .spans(point.generation(), scopeType(question.figure()))
                .find(and(conditions), ascending("record"), 1)
                .isEmpty();
    }

    /**
     * The value of a figure.
     *
     * @param before the same figure at another pair of times to compare with, or null; a figure that is a growth needs
     *     one
     */
    public FigureValue value(FigureQuestion question, @Nullable FigureQuestion before) {
        Figure asked = question.asked();
        boolean told = !question.isWhole();
        Future<List<Group>> countedBefore = before == null ? null : beside.read(() -> groups.within(before));
        List<Group> counted = groups.within(question);
        return Numbers.value(asked, told, counted, countedBefore == null ? null : Beside.result(countedBefore));
    }

    /** What spans of the records behind a figure must be, besides holding at the pair of times. */
    public List<Bson> conditions(FigureQuestion question) {
        return groups.conditions(question);
    }

    FigureGroups groups() {
        return groups;
    }

    Generations generations() {
        return generations;
    }

    /** Where several are read at once. */
    public Beside beside() {
        return beside;
    }
}
