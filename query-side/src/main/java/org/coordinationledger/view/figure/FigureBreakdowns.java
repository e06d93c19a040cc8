package org.coordinationledger.view.figure;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.OrganisationsBelow.Found;
import org.jspecify.annotations.Nullable;

/**
 * Breaks figures down: by the organisations below a scope, as the tree was at the pair of times, or by a code. The groups
 * that count are read once and handed out in memory, however many rows there are.
 */
public final class FigureBreakdowns {

    /** No break-down by organisation has more rows than this. */
    public static final int MOST_ROWS = 500;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final FigureGroups groups;
    private final OrganisationsBelow organisations;

    public FigureBreakdowns(Figures figures) {
        this.groups = figures.groups();
        this.organisations = new OrganisationsBelow(figures.generations());
    }

    /** The groups that count for a scope, for each of its rows and for none of them. */
    private record Shares(List<Group> all, List<List<Group>> rows, List<Group> rest) {}

    /**
     * A figure by organisation. The rows are those below the scope on the day of the question, on the day that it is
     * compared with too, as far as whoever asks may ask about them.
     *
     * @param question of a figure that {@link Figure#breaksDown}
     * @param kind all of this kind anywhere below the scope; null for those directly below it
     * @param comparedWith another day to compare each row with, or null; a figure that is a growth needs one
     */
    public OrganisationBreakdown byOrganisation(
            FigureQuestion question,
            Direction by,
            @Nullable OrganisationKind kind,
            @Nullable LocalDate comparedWith) {
        requireBreaksDown(question);
        OrganisationTree tree = groups.tree(question);
        List<Found> below = sorted(organisations.of(question, tree, by, kind));
        Shares now = shares(question, tree, below);
        Shares before = comparedWith == null ? null : shares(question.on(comparedWith), below);
        List<OrganisationBreakdown.Row> rows = new ArrayList<>();
        for (int i = 0; i < below.size(); i++) {
            Found found = below.get(i);
            List<Group> counted = now.rows().get(i);
            List<Group> compared = before == null ? null : before.rows().get(i);
            if (found.standing() || !counted.isEmpty() || compared != null && !compared.isEmpty()) {
                rows.add(new OrganisationBreakdown.Row(
                        found.id(), found.name(), found.kind(), found.standing(),
                        Numbers.value(question.asked(), true, counted, compared)));
            }
        }
        return new OrganisationBreakdown(
                Numbers.value(question.asked(), true, now.all(), before == null ? null : before.all()),
                Numbers.value(question.asked(), true, now.rest(), before == null ? null : before.rest()),
                List.copyOf(rows.subList(0, Math.min(MOST_ROWS, rows.size()))),
                rows.size());
    }

    /**
     * A figure by the codes of a fact.
     *
     * @param question of a figure that {@link Figure#breaksDown}
     * @param fact one of the codes of the figure's feature
     * @param comparedWith another day to compare each row with, or null; a figure that is a growth needs one
     */
    public CodeBreakdown byCode(FigureQuestion question, Fact<?> fact, @Nullable LocalDate comparedWith) {
        requireBreaksDown(question);
        List<Group> now = groups.placedWithin(question, fact.name());
        List<Group> before =
                comparedWith == null ? null : groups.placedWithin(question.on(comparedWith), fact.name());
        List<CodeBreakdown.Row> rows = new ArrayList<>();
        for (String code : fact.codes()) {
            rows.add(new CodeBreakdown.Row(
                    code,
                    Numbers.value(question.asked(), true, coded(now, code), before == null ? null : coded(before, code))));
        }
        List<Group> without = coded(now, null);
        List<Group> withoutBefore = before == null ? null : coded(before, null);
        if (!without.isEmpty() || withoutBefore != null && !withoutBefore.isEmpty()) {
            rows.add(new CodeBreakdown.Row(null, Numbers.value(question.asked(), true, without, withoutBefore)));
        }
        return new CodeBreakdown(Numbers.value(question.asked(), true, now, before), List.copyOf(rows));
    }

    private static List<Group> coded(List<Group> all, @Nullable String code) {
        return all.stream()
                .filter(group -> code == null ? group.code() == null : code.equals(group.code()))
                .toList();
    }

    private static void requireBreaksDown(FigureQuestion question) {
        if (!question.asked().breaksDown()) {
            throw new IllegalArgumentException(question.asked().name() + " is not broken down");
        }
    }

    private Shares shares(FigureQuestion question, List<Found> below) {
        return shares(question, groups.tree(question), below);
    }

    /** Hands each group to every row that one of its organisations belongs to. */
    private Shares shares(FigureQuestion question, OrganisationTree tree, List<Found> below) {
        Map<String, BitSet> rowsOfPlaces = new HashMap<>();
        List<List<Group>> rows = new ArrayList<>();
        for (int i = 0; i < below.size(); i++) {
            rows.add(new ArrayList<>());
            for (String place : FigureGroups.places(question.about(below.get(i).id()), tree)) {
                rowsOfPlaces.computeIfAbsent(place, p -> new BitSet()).set(i);
            }
        }
        List<Group> all = groups.placedWithin(question, null);
        List<Group> rest = new ArrayList<>();
        for (Group group : all) {
            BitSet counting = new BitSet();
            for (String place : group.places()) {
                BitSet some = rowsOfPlaces.get(place);
                if (some != null) {
                    counting.or(some);
                }
            }
            if (counting.isEmpty()) {
                rest.add(group);
            }
            counting.stream().forEach(row -> rows.get(row).add(group));
        }
        return new Shares(all, rows, rest);
    }

    private static List<Found> sorted(List<Found> found) {
        Collator names = Collator.getInstance(VIETNAMESE);
        names.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return found.stream()
                .sorted(Comparator.comparing(Found::name, names).thenComparing(Found::id))
                .toList();
    }
}
