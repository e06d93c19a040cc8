package org.coordinationledger.view.api;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.coordinationledger.actor.Body;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.export.Column;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.export.Rows;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.record.Steps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of a record's history, one for each step; what a step says and the states around it are JSON. */
final class HistoryRows implements Rows {

    private static final String SEPARATOR = "; ";

    private final FeatureView<?> view;
    private final Supplier<List<Entry>> entries;
    private final StateJson json;
    private final Words words;
    private final OrganisationNames names;

    /** @param entries all of the record; read when the rows are */
    HistoryRows(
            FeatureView<?> view,
            Supplier<List<Entry>> entries,
            StateJson json,
            Words words,
            OrganisationNames names) {
        this.view = view;
        this.entries = entries;
        this.json = json;
        this.words = words;
        this.names = names;
    }

    List<Column> columns() {
        return List.of(
                column("sequence", Column.SHORT), column("position", Column.SHORT), column("recordedAt", Column.TIME),
                column("step", Column.TEXT), column("effectiveOn", Column.DATE), column("actor", Column.SHORT),
                column("organisation", Column.ID), column("organisationName", Column.TEXT),
                column("role", Column.SHORT), column("body", Column.SHORT), column("bases", Column.TEXT),
                column("reason", Column.LONG), column("amends", Column.SHORT), column("correctedBy", Column.SHORT),
                column("voidedBy", Column.SHORT), column("event", Column.TEXT), column("revision", Column.SHORT),
                column("content", Column.LONG), column("stateOn", Column.DATE), column("before", Column.LONG),
                column("after", Column.LONG));
    }

    private Column column(String key, int width) {
        return Column.of(words.text("history." + key), width);
    }

    @Override
    public void handTo(Sink sink) throws IOException {
        List<Entry> all = entries.get();
        names.lookUp(all.stream()
                .map(entry -> Steps.actor(entry.metadata()).organisation().value())
                .toList());
        try (Stream<Shown.HistoryStep> steps = Histories.steps(view, all, 0, json)) {
            for (Iterator<Shown.HistoryStep> each = steps.iterator(); each.hasNext(); ) {
                sink.row(row(each.next()));
            }
        }
    }

    private List<@Nullable Object> row(Shown.HistoryStep step) {
        Body body = step.body();
        return Arrays.asList(
                step.sequence(),
                step.position(),
                step.recordedAt(),
                words.word("event", step.event()),
                step.effectiveOn(),
                step.actor(),
                step.organisation(),
                names.of(step.organisation()),
                words.word("enum.Role", step.role()),
                body == null ? null : words.word(body),
                String.join(SEPARATOR, step.bases()),
                step.reason(),
                step.amends(),
                step.correctedBy(),
                step.voidedBy(),
                step.event(),
                step.revision(),
                text(step.content()),
                step.stateOn(),
                text(step.before()),
                text(step.after()));
    }

    private static @Nullable String text(@Nullable JsonNode json) {
        return json == null ? null : json.toString();
    }
}
