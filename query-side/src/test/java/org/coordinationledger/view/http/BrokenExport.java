package org.coordinationledger.view.http;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.export.Column;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.export.XlsxExport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files whose rows cannot be read on after so many. */
@Hidden
@RestController
class BrokenExport {

    private final Messages messages;

    BrokenExport(Messages messages) {
        this.messages = messages;
    }

    @GetMapping(path = "/api/v1/broken/after/{rows}", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table broken(@PathVariable int rows) {
        return new Table(
                "broken",
                new Words(messages, Locale.ENGLISH),
                List.of(new Column("day", 12), new Column("text", 12)),
                List.of(new Table.Note("day", LocalDate.EPOCH)),
                sink -> {
                    for (int i = 0; i < rows; i++) {
                        sink.row(List.of(LocalDate.EPOCH.plusDays(i), "text of some length, " + i));
                    }
                    throw new IllegalStateException("the store went away");
                });
    }
}
