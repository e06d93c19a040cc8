package org.coordinationledger.imports.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.coordinationledger.rejection.RejectedException;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first visible sheet of an XLSX workbook. Its parts are unpacked and counted first, as the library finds them,
 * so that nothing large is ever read; a workbook with a program is refused, and a formula's last result is not taken.
 */
final class XlsxReader {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String MACROS = "xl/vbaProject.bin";
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final int BUFFER_BYTES = 8_192;

    /** The numbers of formats that are days wherever the workbook does not say how they look. */
    private static final Set<String> DAYS = Set.of("14", "15", "16", "17", "22");

    /** A format of days names a year or a month and day; what stands in quotes, brackets or behind a backslash is text. */
    private static final Pattern TEXT_IN_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

    private static final Pattern LETTERS_OF_DAYS = Pattern.compile("(?i).*(y|d).*");

    private final ImportLimits limits;

    XlsxReader(ImportLimits limits) {
        this.limits = limits;
    }

    Sheet read(byte[] file) {
        look(file);
        SheetBuilder sheet = new SheetBuilder(limits);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                Stream<Row> rows = first(workbook).openStream()) {
            rows.forEach(row -> sheet.add(row.getRowNum(), cells(row)));
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalArgumentException
                | IndexOutOfBoundsException | NullPointerException e) {
            throw new RejectedException(new ImportRejection.DamagedWorkbook());
        }
        return sheet.built();
    }

    private static org.dhatim.fastexcel.reader.Sheet first(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new RejectedException(new ImportRejection.NoRows()));
    }

    /** Unpacks all parts without keeping them. */
    private void look(byte[] file) {
        Set<String> names = new HashSet<>();
        try (ZipFile parts = ZipFile.builder().setByteArray(file).get()) {
            long unpacked = 0;
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                names.add(part.getName());
                if (names.size() > ImportLimits.MOST_PARTS) {
                    throw tooLarge();
                }
                unpacked += unpacked(parts, part, limits.maxUnpackedSize().toBytes() - unpacked);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RejectedException(new ImportRejection.DamagedWorkbook());
        }
        if (names.contains(MACROS)) {
            throw new RejectedException(new ImportRejection.MacroWorkbook());
        }
        if (!names.contains(WORKBOOK)) {
            throw SpreadsheetReader.noSpreadsheet(names.contains("word/document.xml") ? "docx" : "zip");
        }
    }

    private long unpacked(ZipFile parts, ZipArchiveEntry part, long most) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (InputStream content = parts.getInputStream(part)) {
            int count = content.read(buffer);
            while (count >= 0) {
                bytes += count;
                if (bytes > most) {
                    throw tooLarge();
                }
                count = content.read(buffer);
            }
        }
        return bytes;
    }

    private RejectedException tooLarge() {
        return new RejectedException(
                new ImportRejection.UnpacksTooLarge(limits.maxUnpackedSize().toBytes(), ImportLimits.MOST_PARTS));
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(cell(row.getCell(i)));
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new Cell(Cell.Kind.FORMULA, "");
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case BOOLEAN -> new Cell(Cell.Kind.FLAG, cell.asBoolean().toString());
            case STRING -> new Cell(Cell.Kind.TEXT, SpreadsheetReader.clean(cell.asString()));
            default -> new Cell(Cell.Kind.ERROR, "");
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        if (isDay(cell)) {
            LocalDateTime day = cell.asDate();
            return new Cell(Cell.Kind.DAY, day.toLocalDate().toString());
        }
        BigDecimal number = cell.asNumber();
        return new Cell(Cell.Kind.NUMBER, plain(number));
    }

    /** A number that no rule could take anyway is not written out. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > 40 || number.precision() > 40
                ? number.toString()
                : (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }

    private static boolean isDay(org.dhatim.fastexcel.reader.Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null) {
            return LETTERS_OF_DAYS.matcher(TEXT_IN_FORMAT.matcher(format).replaceAll("")).matches();
        }
        Integer id = cell.getDataFormatId();
        return id != null && DAYS.contains(id.toString());
    }
}
