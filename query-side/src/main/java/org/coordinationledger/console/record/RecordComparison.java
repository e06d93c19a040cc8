package org.coordinationledger.console.record;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.TimesPage;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record from one day to another, both as known at the same position.
 *
 * @param from the earlier day
 * @param to the later day
 * @param changes the lines in which the states of the two days differ
 * @param steps those that took effect after the earlier day, up to the later one, and are not voided
 */
public record RecordComparison(
        LocalDate from, LocalDate to, List<RecordComparison.Change> changes, List<RecordPage.LifeStep> steps) {

    public RecordComparison {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /** One line in which two states differ. */
    public record Change(String label, List<Piece> before, List<Piece> after) {}

    /**
     * The day that a page compares with; null if it compares with none.
     *
     * @throws RejectedException with {@link ServiceRejection.InvalidParameter} if its address has something else there
     */
    static @Nullable LocalDate day(Page page) {
        String given = page.times().comparedWith();
        if (given == null) {
            return null;
        }
        return TimesPage.day(given)
                .orElseThrow(() -> new RejectedException(new ServiceRejection.InvalidParameter(
                        PairOfTimes.COMPARED_WITH, given.substring(0, Math.min(40, given.length())), "YYYY-MM-DD")));
    }

    /** Compares two days, whichever of them is earlier. */
    static RecordComparison of(
            LocalDate one, List<StateRow> onOne, LocalDate other, List<StateRow> onOther, List<RecordPage.LifeStep> life) {
        boolean inOrder = !one.isAfter(other);
        LocalDate from = inOrder ? one : other;
        LocalDate to = inOrder ? other : one;
        return new RecordComparison(
                from,
                to,
                changes(inOrder ? onOne : onOther, inOrder ? onOther : onOne),
                life.stream()
                        .filter(step -> !step.voided())
                        .filter(step -> step.effectiveOn().isAfter(from) && !step.effectiveOn().isAfter(to))
                        .toList());
    }

    /** The lines that two states do not have in common. */
    static List<Change> changes(List<StateRow> before, List<StateRow> after) {
        Map<String, StateRow> was = StateRows.flat(before);
        Map<String, StateRow> is = StateRows.flat(after);
        Map<String, Change> changes = new LinkedHashMap<>();
        is.forEach((path, row) -> {
            StateRow old = was.get(path);
            if (old == null || !old.text().equals(row.text())) {
                changes.put(path, new Change(row.label(), old == null ? List.of() : old.value(), row.value()));
            }
        });
        was.forEach((path, row) -> {
            if (!is.containsKey(path)) {
                changes.put(path, new Change(row.label(), row.value(), List.of()));
            }
        });
        return List.copyOf(changes.values());
    }
}
