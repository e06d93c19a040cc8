package org.coordinationledger.imports.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.Messages;

/** Which column of a file is which of a declaration, told by the headings in either language. */
final class Columns {

    /** The heading of the column that says why a row was refused, in files of refused rows; it is not read. */
    static final String REASON = "import.column.reason";

    private final ImportDeclaration declaration;
    private final Map<String, Integer> places;

    private Columns(ImportDeclaration declaration, Map<String, Integer> places) {
        this.declaration = declaration;
        this.places = places;
    }

    /**
     * Finds the columns.
     *
     * @throws RejectedException with {@link ImportRejection.WrongColumns} if some are not known or missing
     */
    static Columns of(ImportDeclaration declaration, List<String> headings, Messages messages) {
        Map<String, String> names = new HashMap<>();
        for (ImportColumn column : declaration.columns()) {
            names.put(CellValues.folded(column.name()), column.name());
            for (Locale language : Messages.LANGUAGES) {
                names.put(CellValues.folded(messages.text(column.words(), language)), column.name());
            }
        }
        for (Locale language : Messages.LANGUAGES) {
            names.put(CellValues.folded(messages.text(REASON, language)), "");
        }
        Map<String, Integer> places = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        for (int place = 0; place < headings.size(); place++) {
            String heading = headings.get(place);
            String name = names.get(CellValues.folded(heading.replaceFirst("\\s*\\*$", "")));
            if (name == null) {
                unknown.add(heading.isEmpty() ? "–" : CellValues.excerpt(heading));
            } else if (!name.isEmpty() && places.putIfAbsent(name, place) != null) {
                doubled.add(name);
            }
        }
        List<String> missing = declaration.begin().columns().stream()
                .filter(ImportColumn::required)
                .map(ImportColumn::name)
                .filter(name -> !places.containsKey(name))
                .toList();
        if (!unknown.isEmpty() || !missing.isEmpty() || !doubled.isEmpty()) {
            throw new RejectedException(new ImportRejection.WrongColumns(unknown, missing, doubled));
        }
        return new Columns(declaration, places);
    }

    Cell cell(Sheet.Row row, ImportColumn column) {
        Integer place = places.get(column.name());
        return place == null || place >= row.cells().size() ? Cell.EMPTY : row.cells().get(place);
    }

    /** What stands in a row, by the declaration's columns; nothing of personal data and of formulas. */
    List<String> cells(Sheet.Row row) {
        return declaration.columns().stream()
                .map(column -> {
                    Cell cell = cell(row, column);
                    boolean kept = !column.personal() && cell.kind() != Cell.Kind.FORMULA;
                    return kept ? cell.text() : "";
                })
                .toList();
    }
}
