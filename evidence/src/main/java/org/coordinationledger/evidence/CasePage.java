package org.coordinationledger.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A case file's page for reading: one HTML file that needs nothing else and runs no script. */
public final class CasePage {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
            + "padding:0 1rem;color:#111;background:#fff}table{border-collapse:collapse;width:100%}"
            + "th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top;"
            + "overflow-wrap:anywhere}th{width:14rem}pre{white-space:pre-wrap;border:1px solid #767676;padding:.5rem}"
            + "code{overflow-wrap:anywhere}@media print{body{font-family:'" + CasePdf.FAMILY + "',sans-serif;"
            + "font-size:9pt;margin:0;padding:0;max-width:none}th,td,pre{word-wrap:break-word}th{width:28%}"
            + "table{table-layout:fixed}h2,h3{page-break-after:avoid}}";

    private final EvidenceWords words;
    private final StringBuilder page = new StringBuilder();

    private CasePage(EvidenceWords words) {
        this.words = words;
    }

    /** @param texts by digest, for reading beside the steps */
    public static byte[] write(
            EvidenceWords words,
            CaseManifest manifest,
            List<StoredEntry> entries,
            OrganisationNames names,
            Map<String, byte[]> texts,
            String note) {
        CasePage page = new CasePage(words);
        page.render(manifest, entries, names, texts, note);
        return page.page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void render(
            CaseManifest manifest,
            List<StoredEntry> entries,
            OrganisationNames names,
            Map<String, byte[]> texts,
            String note) {
        String title = words.text("page.title", manifest.record());
        page.append("<!DOCTYPE html>\n<html lang=\"").append(words.language().getLanguage()).append("\">\n<head>\n")
                .append("<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" ")
                .append("content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
        element("title", title);
        page.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", title);
        element("p", words.text("page.intro", entries.size()));
        element("p", words.text(manifest.organisations().isEmpty() ? "page.codes" : "page.codes-and-names"));
        element("h2", words.text("page.what"));
        element("p", words.text("page.included"));
        HeadLine.all(words, manifest.size(), entries, manifest.heads()).forEach(line -> element("p", line));
        element("p", words.text("page.check"));
        element("h2", words.text("page.steps"));
        for (StepLines.Section section : new StepLines(words, names).of(entries)) {
            element("h3", section.title());
            page.append("<table>\n");
            section.lines().forEach(line -> {
                page.append("<tr><th scope=\"row\">");
                escape(line.label());
                page.append("</th><td>");
                escape(line.value());
                page.append("</td></tr>\n");
            });
            page.append("</table>\n");
        }
        if (!texts.isEmpty()) {
            element("h2", words.text("page.texts"));
            texts.forEach((digest, text) -> {
                element("h3", digest);
                element("pre", new String(text, StandardCharsets.UTF_8));
            });
        }
        element("h2", words.text("page.checkpoint"));
        element("pre", note);
        page.append("</main>\n</body>\n</html>\n");
    }

    private void element(String name, String text) {
        page.append('<').append(name).append('>');
        escape(text);
        page.append("</").append(name).append(">\n");
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                default -> page.append(c);
            }
        }
    }
}
