package org.coordinationledger.console.record;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /**
     * What two states do not have in common. Of a list it tells what came and what went, wherever it stood; a part that
     * came or went as a whole is one line.
     */
    static List<Change> changes(List<StateRow> before, List<StateRow> after) {
        List<Change> changes = new ArrayList<>();
        compare("", before, after, changes);
        return List.copyOf(changes);
    }

    private static void compare(String above, List<StateRow> before, List<StateRow> after, List<Change> changes) {
        Map<String, StateRow> was = byPath(before, after);
        Map<String, StateRow> is = byPath(after, before);
        is.forEach((path, row) -> compare(below(above, row), was.get(path), row, changes));
        was.forEach((path, row) -> {
            if (!is.containsKey(path)) {
                parts(below(above, row), row).forEach((label, part) -> changes.add(new Change(label, part, List.of())));
            }
        });
    }

    private static void compare(String label, @Nullable StateRow old, StateRow row, List<Change> changes) {
        if (old == null) {
            parts(label, row).forEach((name, part) -> changes.add(new Change(name, List.of(), part)));
        } else if (!old.rows().isEmpty() && !row.rows().isEmpty()) {
            compare(label, old.rows(), row.rows(), changes);
        } else if (!old.says().equals(row.says())) {
            List<Piece> gone = without(old.whole(), row.whole());
            List<Piece> come = without(row.whole(), old.whole());
            boolean otherOrder = gone.isEmpty() && come.isEmpty();
            changes.add(new Change(label, otherOrder ? old.whole() : gone, otherOrder ? row.whole() : come));
        }
    }

    /** All that a row says, each part of a list under its own name. */
    private static Map<String, List<Piece>> parts(String label, StateRow row) {
        if (row.rows().isEmpty() || !row.rows().stream().allMatch(StateRow::oneOfSeveral)) {
            return Map.of(label, row.whole());
        }
        Map<String, List<Piece>> parts = new LinkedHashMap<>();
        row.rows().forEach(one -> parts.put(label + " › " + one.label(), one.whole()));
        return parts;
    }

    private static List<Piece> without(List<Piece> pieces, List<Piece> others) {
        List<String> texts = others.stream().map(Piece::text).toList();
        return pieces.stream().filter(piece -> !texts.contains(piece.text())).toList();
    }

    /** Rows by where they stand, without the parts of a list that stand unchanged in the other one, at whatever place. */
    private static Map<String, StateRow> byPath(List<StateRow> rows, List<StateRow> others) {
        List<String> unchanged = new ArrayList<>(
                others.stream().filter(StateRow::oneOfSeveral).map(StateRow::says).toList());
        Map<String, StateRow> byPath = new LinkedHashMap<>();
        for (StateRow row : rows) {
            if (!row.oneOfSeveral() || !unchanged.remove(row.says())) {
                byPath.put(row.path(), row);
            }
        }
        return byPath;
    }

    private static String below(String above, StateRow row) {
        return above.isEmpty() ? row.label() : above + " › " + row.label();
    }
}
