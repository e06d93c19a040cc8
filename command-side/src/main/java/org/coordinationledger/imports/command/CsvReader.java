package org.coordinationledger.imports.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads CSV in UTF-8, with a byte order mark or without, with semicolons, commas or tabs between the cells. */
final class CsvReader {

    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char[] SEPARATORS = {';', ',', '\t'};

    private final ImportLimits limits;

    CsvReader(ImportLimits limits) {
        this.limits = limits;
    }

    Sheet read(byte[] file) {
        String text = decoded(file);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            throw SpreadsheetReader.noSpreadsheet("unknown");
        }
        SheetBuilder sheet = new SheetBuilder(limits);
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        int number = 0;
        try (MappingIterator<String[]> lines = MAPPER.readerFor(String[].class).with(schema).readValues(text)) {
            while (lines.hasNextValue()) {
                sheet.add(++number, cells(lines.nextValue()));
            }
        } catch (JacksonException e) {
            throw SpreadsheetReader.noSpreadsheet("unknown");
        }
        return sheet.built();
    }

    private static List<Cell> cells(String[] line) {
        List<Cell> cells = new ArrayList<>(line.length);
        for (String text : line) {
            String clean = SpreadsheetReader.clean(text == null ? "" : text);
            cells.add(new Cell(formula(clean) ? Cell.Kind.FORMULA : Cell.Kind.TEXT, clean));
        }
        return cells;
    }

    /** What a spreadsheet program would take for a formula. */
    private static boolean formula(String text) {
        return text.startsWith("=");
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RejectedException(new ServiceRejection.NotUtf8());
        }
    }

    /** The one that stands most often in the first line. */
    private static char separator(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = first.chars().filter(c -> c == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }
}
