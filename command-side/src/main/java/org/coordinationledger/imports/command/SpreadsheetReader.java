package org.coordinationledger.imports.command;

import java.text.Normalizer;
import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;

/** Reads a file by what is in it, whatever it is called. */
final class SpreadsheetReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    /** What can be read. */
    static final List<String> READABLE = List.of("XLSX", "CSV");

    private final ImportLimits limits;
    private final XlsxReader workbooks;
    private final CsvReader texts;

    SpreadsheetReader(ImportLimits limits) {
        this.limits = limits;
        this.workbooks = new XlsxReader(limits);
        this.texts = new CsvReader(limits);
    }

    /**
     * The table in a file.
     *
     * @throws RejectedException if it is none, or larger than is read
     */
    Sheet read(byte[] file) {
        if (file.length > limits.maxFileSize().toBytes()) {
            throw new RejectedException(new ServiceRejection.BodyTooLarge(limits.maxFileSize().toBytes()));
        }
        if (file.length == 0) {
            throw new RejectedException(new ImportRejection.NoRows());
        }
        if (begins(file, ZIP)) {
            return workbooks.read(file);
        }
        if (begins(file, OLE2)) {
            throw noSpreadsheet("xls");
        }
        if (begins(file, PDF)) {
            throw noSpreadsheet("pdf");
        }
        return texts.read(file);
    }

    static RejectedException noSpreadsheet(String found) {
        return new RejectedException(new ImportRejection.NoSpreadsheet(found, READABLE));
    }

    /** Text as it is looked at: in form C, without white space around it; the hard spaces of spreadsheets are spaces. */
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace('\u00a0', ' ').strip();
    }

    private static boolean begins(byte[] file, byte[] mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (file[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
