package org.coordinationledger.view.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.view.list.WaitingLists;

/** The rows of a list of what waits for an organisation. */
public final class WaitingRows implements Rows {

    private final List<WaitingLists.Item> items;
    private final LocalDate day;
    private final Words words;

    /** @param day from which overdue days are counted */
    public WaitingRows(List<WaitingLists.Item> items, LocalDate day, Words words) {
        this.items = List.copyOf(items);
        this.day = day;
        this.words = words;
    }

    public List<Column> columns() {
        return List.of(
                Column.of(words.text("waiting.what"), Column.TEXT),
                Column.of(words.text("column.resource"), Column.TEXT),
                Column.of(words.text("column.id"), Column.ID),
                Column.of(words.text("waiting.competence"), Column.SHORT),
                Column.of(words.text("waiting.since"), Column.DATE),
                Column.of(words.text("waiting.due"), Column.DATE),
                Column.of(words.text("waiting.daysOverdue"), Column.NUMBER));
    }

    @Override
    public void handTo(Sink sink) throws IOException {
        for (WaitingLists.Item item : items) {
            Waiting waiting = item.waiting();
            sink.row(Arrays.asList(
                    words.word(FeatureView.WAITING, waiting.what()),
                    words.resource(item.resource()),
                    item.record(),
                    words.word(waiting.competence()),
                    waiting.since(),
                    waiting.due(),
                    waiting.daysOverdueOn(day)));
        }
    }
}
