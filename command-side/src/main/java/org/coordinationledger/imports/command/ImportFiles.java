package org.coordinationledger.imports.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.service.problem.Messages;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Files for people to fill in, in the words of their language: what stands in them is text, whatever it begins with. */
final class ImportFiles {

    private static final CsvMapper CSV = CsvMapper.builder().build();
    private static final CsvSchema LINES =
            CsvSchema.emptySchema().withColumnSeparator(';').withLineSeparator("\r\n");
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int WIDTH = 24;
    private static final int WIDE = 80;
    private static final int ROWS_AT_ONCE = 500;

    private final Imports imports;
    private final Messages messages;

    ImportFiles(Imports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** An empty workbook with headings, and a sheet that says what belongs in each column. */
    byte[] template(ImportDeclaration declaration, Locale language) {
        return workbook(book -> {
            headings(book.newWorksheet(messages.text("import.sheet.rows", language)), declaration, language);
            explain(book.newWorksheet(messages.text("import.sheet.help", language)), declaration, language);
        });
    }

    byte[] csvTemplate(ImportDeclaration declaration, Locale language) {
        List<String> headings = declaration.columns().stream().map(c -> heading(c, language)).toList();
        String line = CSV.writer(LINES).writeValueAsString(headings);
        return (BYTE_ORDER_MARK + line).getBytes(StandardCharsets.UTF_8);
    }

    /** The refused rows of an import, with the reasons in a last column. */
    byte[] refused(StoredImport one, ImportDeclaration declaration, Locale language) {
        return workbook(book -> {
            Worksheet sheet = book.newWorksheet(messages.text("import.sheet.rows", language));
            headings(sheet, declaration, language);
            int reasons = declaration.columns().size();
            sheet.value(0, reasons, messages.text(Columns.REASON, language));
            sheet.style(0, reasons).bold().set();
            sheet.width(reasons, WIDE);
            int at = 1;
            List<StoredRow> rows = imports.rows(one, Fate.REFUSED, 0, ROWS_AT_ONCE);
            while (!rows.isEmpty()) {
                for (StoredRow row : rows) {
                    write(sheet, at++, one, row, declaration, language);
                }
                rows = imports.rows(one, Fate.REFUSED, rows.get(rows.size() - 1).place() + 1, ROWS_AT_ONCE);
            }
            explain(book.newWorksheet(messages.text("import.sheet.help", language)), declaration, language);
        });
    }

    private void write(
            Worksheet sheet, int at, StoredImport one, StoredRow row, ImportDeclaration declaration, Locale language) {
        PersonalData.Clear clear = imports.opened(one, row);
        List<ImportColumn> columns = declaration.columns();
        for (int i = 0; i < columns.size(); i++) {
            ImportColumn column = columns.get(i);
            String kept = i < row.cells().size() ? row.cells().get(i) : "";
            String text = column.personal() ? personal(column, clear) : kept;
            if (!text.isEmpty()) {
                sheet.inlineString(at, i, text);
            }
        }
        String problem = row.problems().get(language.getLanguage());
        if (problem != null) {
            sheet.inlineString(at, columns.size(), EventJson.mapper().readTree(problem).path("detail").asString(""));
        }
    }

    private static String personal(ImportColumn column, PersonalData.@Nullable Clear clear) {
        if (clear == null) {
            return "";
        }
        String text = EventJson.mapper().valueToTree(clear)
                .path(column.path().substring(column.path().indexOf('.') + 1))
                .asString("");
        return text == null ? "" : text;
    }

    private void headings(Worksheet sheet, ImportDeclaration declaration, Locale language) {
        List<ImportColumn> columns = declaration.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, heading(columns.get(i), language));
            sheet.style(0, i).bold().set();
            sheet.width(i, WIDTH);
        }
        sheet.freezePane(0, 1);
    }

    private void explain(Worksheet sheet, ImportDeclaration declaration, Locale language) {
        sheet.width(0, WIDTH * 1.5);
        sheet.width(1, WIDTH);
        sheet.width(2, WIDE);
        int row = 0;
        for (String title : List.of("import.help.column", "import.help.needed", "import.help.what")) {
            sheet.value(0, row, messages.text(title, language));
            sheet.style(0, row++).bold().set();
        }
        row = 1;
        for (ImportStep step : declaration.steps()) {
            for (ImportColumn column : step.columns()) {
                sheet.value(row, 0, heading(column, language));
                sheet.value(row, 1, needed(declaration, step, column, language));
                sheet.value(row++, 2, what(column, language));
            }
        }
        sheet.value(row + 1, 0, messages.text("import.help." + declaration.resource(), language));
    }

    private String needed(ImportDeclaration declaration, ImportStep step, ImportColumn column, Locale language) {
        if (!column.required()) {
            return messages.text("import.help.may", language);
        }
        return step == declaration.begin()
                ? messages.text("import.help.must", language)
                : messages.text("import.help.must-for", language, Map.of("step", messages.text(step.words(), language)));
    }

    private String what(ImportColumn column, Locale language) {
        FieldDescription field = column.field();
        List<String> parts = new ArrayList<>();
        if (field.kind() == FieldKind.CODE && field.codes() != null) {
            String words = field.codes().stream()
                    .map(code -> messages.find(field.words() + "." + code, language).orElse(code))
                    .collect(Collectors.joining("; "));
            parts.add(messages.text("import.how.CODE", language, Map.of("words", words)));
        } else if (field.kind() == FieldKind.RECORD) {
            parts.add(messages.text("import.how.RECORD." + field.resource(), language));
        } else {
            parts.add(messages.text("import.how." + kind(field.kind()), language));
        }
        if (field.longest() != null) {
            parts.add(messages.text("import.how.longest", language, Map.of("most", field.longest())));
        }
        if (field.several() != null) {
            parts.add(messages.text("import.how.several", language));
        }
        return String.join(" ", parts);
    }

    /** Kinds that are written as text are explained as text. */
    private static String kind(FieldKind kind) {
        return switch (kind) {
            case DATE, FLAG, NUMBER, QUANTITY, HOUSEHOLD, DOCUMENT_NUMBER -> kind.name();
            default -> FieldKind.TEXT.name();
        };
    }

    private String heading(ImportColumn column, Locale language) {
        return messages.text(column.words(), language);
    }

    /** Fills a workbook. */
    private interface Filling {
        void fill(Workbook workbook);
    }

    private static byte[] workbook(Filling filling) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(to, "Coordination ledger", "1.0")) {
            filling.fill(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toByteArray();
    }
}
