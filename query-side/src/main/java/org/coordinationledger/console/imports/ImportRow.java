package org.coordinationledger.console.imports;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.RecordTitles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row of a file on a page.
 *
 * @param number in the file
 * @param fate its code
 * @param word what becomes of it
 * @param said what stands in the row, in short
 * @param record what it is about, where that can be read or is recorded; null otherwise
 * @param notes what there is to know, each a sentence
 */
public record ImportRow(
        String number, String fate, String word, String said, @Nullable Piece record, List<String> notes) {

    private static final int MOST_CELLS = 6;

    static ImportRow of(String resource, JsonNode row, RecordTitles titles, Page page) {
        String fate = row.path("fate").asString("");
        String id = row.path("record").asString(null);
        boolean there = fate.equals("RECORDED") || fate.equals("ALREADY_THERE") && !row.hasNonNull("sameAs");
        List<String> notes = new ArrayList<>();
        add(notes, row, "sameAs", "import.same", page);
        if (fate.equals("TO_RECORD") || fate.equals("RECORDED")) {
            List<String> steps = row.path("steps").valueStream()
                    .map(step -> step(resource, step.asString(""), page))
                    .toList();
            notes.add(page.text("import.steps", "steps", String.join(", ", steps)));
            add(notes, row, "after", "import.after", page);
        }
        if (row.hasNonNull("waits")) {
            notes.add(page.text("import.waits", "step", step(resource, row.path("waits").asString(""), page)));
        }
        if (row.hasNonNull("problem")) {
            notes.add(row.path("problem").path("detail").asString(""));
        }
        String said = row.path("cells").valueStream()
                .map(JsonNode::asString)
                .limit(MOST_CELLS)
                .reduce((one, next) -> one + " · " + next)
                .orElse("");
        return new ImportRow(
                row.path("row").asString(""), fate, page.text("import.fate." + fate), said,
                there && id != null ? titles.piece(resource, id) : null, notes);
    }

    private static void add(List<String> notes, JsonNode row, String name, String key, Page page) {
        if (row.hasNonNull(name)) {
            notes.add(page.text(key, "row", row.path(name).asString("")));
        }
    }

    /** What a step is called; the one that begins a record is what its form is called. */
    private static String step(String resource, String step, Page page) {
        return step.equals("begin")
                ? page.text("import.begin")
                : page.messages().find("command." + resource + "." + step, page.language()).orElse(step);
    }
}
