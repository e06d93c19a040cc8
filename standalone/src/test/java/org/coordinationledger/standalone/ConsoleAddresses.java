package org.coordinationledger.standalone;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.coordinationledger.standalone.Visitor.Look;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What there is to look at in the console. A page that is new joins {@link #PAGES}: from there it is looked at in both
 * languages and colour schemes, at all widths, with and without scripts.
 */
final class ConsoleAddresses {

    static final String AUDITOR = "auditor";

    /** Somebody for whom something waits. */
    static final String OFFICER = "dong-thap.posts.1.decides";

    /** Pages to look at; a kind of records in braces stands for the id of a record of this kind. */
    static final List<Visit> PAGES = List.of(
            new Visit("/console/login", null, "/console/login", 200),
            new Visit("/console/login/refused", AUDITOR, "/console/login/refused", 403),
            new Visit("/console", OFFICER, "/console", 200),
            new Visit("/console/figures", AUDITOR, "/console/figures?effectiveOn=2020-03-03&comparedWith=2018-05-31", 200),
            new Visit("/console/figures/{name}", AUDITOR,
                    "/console/figures/openCellAssignments?effectiveOn=2020-03-03&comparedWith=2018-05-31", 200),
            new Visit("/console/figures/{name}", AUDITOR, "/console/figures/borderKm", 200),
            new Visit("/console/figures/{name}/records", AUDITOR,
                    "/console/figures/openCellAssignments/records?effectiveOn=2020-03-03", 200),
            new Visit("/console/figures/{name}/why", AUDITOR,
                    "/console/figures/openCellAssignments/why?effectiveOn=2020-03-03&comparedWith=2018-05-31", 200),
            new Visit("/console/records", AUDITOR, "/console/records", 200),
            new Visit("/console/records/{resource}", AUDITOR, "/console/records/organisations", 200),
            new Visit("/console/records/{resource}", AUDITOR, "/console/records/cell-assignments?limit=20", 200),
            new Visit("/console/records/{resource}", AUDITOR, "/console/records/inspections", 200),
            new Visit("/console/records/{resource}/{id}", AUDITOR, "/console/records/members/{members}", 200),
            new Visit("/console/records/{resource}/{id}", AUDITOR,
                    "/console/records/cell-assignments/{cell-assignments}?effectiveOn=2020-03-03&step=4", 200),
            new Visit("/console/records/{resource}/{id}", AUDITOR,
                    "/console/records/proposals/{proposals}?effectiveOn=2000-01-01", 200),
            new Visit("/console/records/{resource}/{id}/trail", AUDITOR,
                    "/console/records/cell-assignments/{cell-assignments}/trail", 200),
            new Visit("/console/records/{resource}/{id}/bases", AUDITOR,
                    "/console/records/cell-assignments/{cell-assignments}/bases", 200),
            new Visit("/console/records/{resource}/{id}/related", AUDITOR,
                    "/console/records/organisations/{organisations}/related", 200),
            new Visit("/console/records/{resource}/{id}", AUDITOR,
                    "/console/records/cell-assignments/{cell-assignments}?effectiveOn=2020-03-03&comparedWith=2018-05-31",
                    200),
            new Visit("/console/records/organisations/{id}/briefings", AUDITOR,
                    "/console/records/organisations/{organisations}/briefings?year=2024", 200),
            new Visit("/console/records/reviews/{id}/figures", AUDITOR,
                    "/console/records/reviews/{frozen}/figures", 200),
            new Visit("/console/records/programmes/{id}/figures", AUDITOR,
                    "/console/records/programmes/{programmes}/figures", 200),
            new Visit("/console/records/{resource}/{id}", AUDITOR, "/console/records/reviews/{frozen}", 200),
            new Visit("/console/documents", OFFICER, "/console/documents", 200),
            new Visit("/console/documents", AUDITOR, "/console/documents?issuer=thong+binh", 200),
            new Visit("/console/documents", AUDITOR, "/console/documents?issuer=tinh+uy+dong+thap", 200),
            new Visit("/console/search", AUDITOR, "/console/search?q=thong+binh", 200),
            new Visit("/console/search", AUDITOR, "/console/search?q=khong+co+gi+nhu+the", 200),
            new Visit("/console/audit", AUDITOR, "/console/audit?lateAfterDays=31&limit=20", 200),
            new Visit("/console/audit/find", AUDITOR, "/console/audit/find?organisation=thong&recordedFrom=x", 200),
            new Visit("/console/audit/overdue-remedies", AUDITOR,
                    "/console/audit/overdue-remedies?effectiveOn=2024-12-31", 200),
            new Visit("/console/log", AUDITOR, "/console/log", 200),
            new Visit("/console/operations", AUDITOR, "/console/operations", 200),
            new Visit("/console/forms", OFFICER, "/console/forms", 200),
            new Visit("/console/forms/{resource}", OFFICER, "/console/forms/cell-assignments", 200),
            new Visit("/console/forms/{resource}/{id}/{step}", OFFICER,
                    "/console/forms/cell-assignments/{cell-assignments}/end", 200),
            new Visit("/console/import", OFFICER, "/console/import", 200),
            new Visit("/console/import/files/{id}", OFFICER, "/console/import/files/{import}", 200),
            new Visit("/console/texts/{digest}", AUDITOR, "/console/texts/{text}", 200),
            new Visit("/console/**", AUDITOR, "/console/no-such-page", 404));

    /** What leads on, gives a file, or is the other name of a page. */
    static final Set<String> NO_PAGES =
            Set.of("/", "/console/", "/console/language/{tag}", "/console/times", "/console/suggest", "/console/api/**",
                    "/console/import/files/{id}/refused", "/console/import/templates/{resource}", "/console/figures/choose", "/console/figures/month", "/console/live");

    /** Each language, each colour scheme, and the narrowest window: together where it is hardest. */
    static final List<Look> LOOKS = List.of(Look.USUAL, new Look("en", ColorScheme.DARK, 320));

    private static final Pattern IN_BRACES = Pattern.compile("\\{([a-z-]+)}");
    private static final String ROWS = "heldOn;topic;organiser;venues;sessions;attendances\n"
            + "24/09/2023;drugs;Không có tên như thế;Đảng ủy xã;13;1.500\n31/02/2023;drugs;x;y;13;1.500\n";
    private static final String TEXT = "Quy chế phối hợp\n\nĐiều 1. Phạm vi";

    private final OutsideClient client;
    private final Map<String, String> known = new HashMap<>();

    ConsoleAddresses(OutsideClient client) {
        this.client = client;
    }

    /**
     * A page to look at.
     *
     * @param pattern the mapping that serves it
     * @param user who looks at it, or null where nobody is logged in
     * @param status with which it answers
     */
    record Visit(String pattern, @Nullable String user, String path, int status) {
        @Override
        public String toString() {
            return path;
        }
    }

    /** The address of a page with ids of records that there are. */
    String of(Visit visit) {
        return IN_BRACES.matcher(visit.path()).replaceAll(found -> known.computeIfAbsent(found.group(1), this::find));
    }

    private String find(String kind) {
        try {
            if (kind.equals("text")) {
                OutsideClient.Answer stored = client.postText(OFFICER, "/api/v1/texts", TEXT);
                if (stored.status() >= 300) {
                    throw new IllegalStateException(stored.text());
                }
                return TextDigest.of(TEXT).value();
            }
            if (kind.equals("frozen")) {
                return reviewWithFrozenFigures();
            }
            if (kind.equals("import")) {
                OutsideClient.Answer read = client.postFile(OFFICER, "/api/v1/imports/outreach-sessions?name=tuyen-truyen.csv", ROWS);
                if (read.status() >= 300) {
                    throw new IllegalStateException(read.text());
                }
                return read.body().at("/summary/id").asString();
            }
            return Objects.requireNonNull(
                    client.get(AUDITOR, "/api/v1/" + kind + "?limit=1").body().at("/items/0/id").asString(null), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String reviewWithFrozenFigures() throws IOException {
        for (JsonNode review : client.get(AUDITOR, "/api/v1/reviews?limit=50").body().path("items")) {
            String id = review.path("id").asString();
            if (!client.get(AUDITOR, "/api/v1/reviews/" + id + "/figures").body().path("figures").isEmpty()) {
                return id;
            }
        }
        throw new IllegalStateException("no review has frozen figures");
    }
}
