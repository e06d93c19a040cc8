package org.coordinationledger.view.api;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.coordinationledger.view.export.Column;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.export.Rows;
import org.coordinationledger.view.export.Words;

/** The rows of a list of overdue remedies. */
final class RemedyRows implements Rows {

    private final ShownSteps.OverdueRemediesList list;
    private final Words words;
    private final OrganisationNames names;

    RemedyRows(ShownSteps.OverdueRemediesList list, Words words, OrganisationNames names) {
        this.list = list;
        this.words = words;
        this.names = names;
    }

    List<Column> columns() {
        return List.of(
                column("remedies.inspection", Column.ID), column("remedies.responsible", Column.ID),
                column("history.organisationName", Column.TEXT), column("remedies.since", Column.DATE),
                column("remedies.due", Column.DATE), column("remedies.daysOverdue", Column.SHORT));
    }

    private Column column(String key, int width) {
        return Column.of(words.text(key), width);
    }

    @Override
    public void handTo(Sink sink) throws IOException {
        names.lookUp(list.items().stream().map(ShownSteps.ShownRemedy::responsible).toList());
        for (ShownSteps.ShownRemedy remedy : list.items()) {
            sink.row(Arrays.asList(
                    remedy.inspection(), remedy.responsible(), names.of(remedy.responsible()), remedy.since(),
                    remedy.due(), remedy.daysOverdue()));
        }
    }
}
