package org.coordinationledger.view.api;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Body;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.Column;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.export.Rows;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.step.LedgerStep;
import org.jspecify.annotations.Nullable;

/** The rows of a search of steps, one for each. */
final class StepRows implements Rows {

    private final StepFile steps;
    private final FeatureViews views;
    private final long knownAt;
    private final Words words;
    private final OrganisationNames names;

    StepRows(StepFile steps, FeatureViews views, long knownAt, Words words, OrganisationNames names) {
        this.steps = steps;
        this.views = views;
        this.knownAt = knownAt;
        this.words = words;
        this.names = names;
    }

    List<Column> columns() {
        return List.of(
                column("history.position", Column.SHORT), column("history.recordedAt", Column.TIME),
                column("column.resource", Column.TEXT), column("column.id", Column.ID),
                column("history.sequence", Column.SHORT), column("history.step", Column.TEXT),
                column("history.effectiveOn", Column.DATE), column("history.actor", Column.SHORT),
                column("history.organisation", Column.ID), column("history.organisationName", Column.TEXT),
                column("history.role", Column.SHORT), column("history.body", Column.SHORT),
                column("history.amends", Column.SHORT), column("steps.daysToRecording", Column.SHORT),
                column("steps.findings", Column.TEXT), column("history.event", Column.TEXT));
    }

    private Column column(String key, int width) {
        return Column.of(words.text(key), width);
    }

    @Override
    public void handTo(Sink sink) throws IOException {
        for (List<LedgerStep> batch : steps) {
            names.lookUp(batch.stream().map(step -> step.actor().organisation().value()).toList());
            for (LedgerStep step : batch) {
                sink.row(row(step));
            }
        }
    }

    private List<@Nullable Object> row(LedgerStep step) {
        Body body = step.actor().body();
        String organisation = step.actor().organisation().value();
        return Arrays.asList(
                step.position(),
                step.recordedAt(),
                words.resource(views.ofType(step.kind()).orElseThrow().resource()),
                step.record(),
                step.sequence(),
                words.word("event", step.event()),
                step.effectiveOn(),
                step.actor().person(),
                organisation,
                names.of(organisation),
                words.word(step.actor().role()),
                body == null ? null : words.word(body),
                step.amends(),
                step.daysToRecording(),
                ShownSteps.found(step, knownAt).stream()
                        .map(code -> words.word("finding", code))
                        .collect(Collectors.joining("; ")),
                step.event());
    }
}
