package org.coordinationledger.evidence;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;

/**
 * A case file's page for printing. It is made from a page by whoever holds it and is no part of the evidence: two programs
 * that print one page make two different files.
 */
public final class CasePdf {

    static final String FAMILY = "DejaVu Sans Condensed";

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
    }

    private CasePdf() {}

    /** @param page as {@link CaseFiles} writes it */
    public static byte[] of(byte[] page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .useUriResolver((base, uri) -> null)
                    .useFont(() -> font("DejaVuSansCondensed.ttf"), FAMILY, NORMAL, PdfRendererBuilder.FontStyle.NORMAL, true)
                    .useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), FAMILY, BOLD, PdfRendererBuilder.FontStyle.NORMAL, true)
                    .withHtmlContent(new String(page, StandardCharsets.UTF_8), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("the page cannot be printed", e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(CasePdf.class.getResourceAsStream(FONTS + file), file);
    }
}
