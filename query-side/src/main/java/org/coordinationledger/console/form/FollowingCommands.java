package org.coordinationledger.console.form;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the command side says would become of the commands that follow one that was tried. */
public final class FollowingCommands {

    private FollowingCommands() {}

    /**
     * One of them.
     *
     * @param record what it is about
     * @param problem why it would be refused; null if it would be taken
     */
    public record Following(Piece record, @Nullable String problem) {}

    /** In the order in which they would be taken; none where nothing follows. */
    static List<Following> of(JsonNode trial, Reading reading, Page page) {
        List<JsonNode> told = trial.path("following").valueStream().toList();
        if (told.isEmpty()) {
            return List.of();
        }
        Reading.At now = reading.now();
        RecordTitles titles = reading.titles(now.point(), now.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        told.forEach(one -> named.add(text(one, "/record/resource"), text(one, "/record/id")));
        titles.lookUp(named);
        NamedIds names = new NamedIds(reading, page, told.stream().map(one -> text(one, "/problem/detail")).toList());
        List<Following> following = new ArrayList<>();
        for (JsonNode one : told) {
            String detail = text(one, "/problem/detail");
            following.add(new Following(
                    titles.piece(text(one, "/record/resource"), text(one, "/record/id")),
                    one.has("problem") ? page.capital(names.in(detail)) : null));
        }
        return List.copyOf(following);
    }

    private static String text(JsonNode node, String at) {
        return node.at(at).asString("");
    }
}
