package org.coordinationledger.view.export;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.coordinationledger.vocabulary.Dates;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * Documents as PDF, made from HTML that names nothing outside of itself, with a font embedded that has every letter of
 * Vietnamese.
 */
public final class PdfExport extends FileConverter<Document> {

    /** The media type, as a constant for annotations. */
    public static final String FORMAT = "application/pdf";

    static final String ENDING = "pdf";

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans Condensed";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private static final String STYLE =
            """
            @page { size: A4; margin: 18mm 16mm;
              @bottom-right { content: counter(page) " / " counter(pages); font-family: '%1$s'; font-size: 8pt } }
            body { font-family: '%1$s'; font-size: 9pt; line-height: 1.35 }
            h1 { font-size: 14pt } h2 { font-size: 10.5pt; margin: 10pt 0 3pt; page-break-after: avoid }
            table { width: 100%%; border-collapse: collapse; table-layout: fixed }
            th { width: 30%%; text-align: left; font-weight: normal; color: #555 }
            th, td { vertical-align: top; padding: 1pt 4pt 1pt 0; border-bottom: 0.3pt solid #ccc;
              white-space: pre-wrap; word-wrap: break-word }
            """.formatted(FAMILY);

    static {
        XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
    }

    public PdfExport(ExportPlaces places, ExportSettings settings) {
        super(Document.class, MediaType.parseMediaType(FORMAT), ENDING, places, settings);
    }

    @Override
    String fileName(Document document) {
        return document.fileName();
    }

    @Override
    void write(Document document, OutputStream to) throws IOException {
        new PdfRendererBuilder()
                .useFastMode()
                .useUriResolver((base, uri) -> null)
                .useFont(() -> font("DejaVuSansCondensed.ttf"), FAMILY, NORMAL, PdfRendererBuilder.FontStyle.NORMAL, true)
                .useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), FAMILY, BOLD, PdfRendererBuilder.FontStyle.NORMAL, true)
                .withHtmlContent(html(document), null)
                .toStream(to)
                .run();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PdfExport.class.getResourceAsStream(FONTS + file), file);
    }

    private static String html(Document document) {
        Words words = document.words();
        StringBuilder html = new StringBuilder("<html><head><title>").append(escaped(document.title()))
                .append("</title><style>").append(STYLE).append("</style></head><body><h1>")
                .append(escaped(document.title())).append("</h1>");
        lines(html, document.about(), words);
        for (Document.Section section : document.sections().get()) {
            html.append("<h2>").append(escaped(section.heading())).append("</h2>");
            lines(html, section.lines(), words);
        }
        return html.append("</body></html>").toString();
    }

    private static void lines(StringBuilder html, List<Table.Note> lines, Words words) {
        html.append("<table>");
        lines.forEach(line -> html.append("<tr><th>").append(escaped(line.title()))
                .append("</th><td>").append(escaped(shown(line.value(), words))).append("</td></tr>"));
        html.append("</table>");
    }

    private static String shown(Object value, Words words) {
        if (value instanceof LocalDate day) {
            return DateTimeFormatter.ofPattern(words.text("pattern.date")).format(day);
        }
        return value instanceof Instant time
                ? DateTimeFormatter.ofPattern(words.text("pattern.time")).format(time.atZone(Dates.ZONE))
                : value.toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
