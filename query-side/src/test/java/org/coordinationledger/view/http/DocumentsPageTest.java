package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The register of documents in the console. */
class DocumentsPageTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/console/documents[^\"]*)\"");

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static Deed letter(Province province, String local, String number, String on) {
        Deed like = province.document(number, local, on, null);
        BasisDocumentEvent.Issued e = (BasisDocumentEvent.Issued) like.event();
        return new Deed(like.type(), like.id(), like.actor(), new BasisDocumentEvent.Issued(
                e.effectiveOn(), e.number(), DocumentKind.OFFICIAL_LETTER, Series.STATE_YEAR, e.issuer(), e.issuerBody(),
                e.jointIssuers(), e.issuedOn(), e.subject(), e.provisional(), e.carriesOut(), e.appliesTo(), e.lastDay(),
                e.illustrative()));
    }

    private static Deed named(Province province, String local, String name) {
        return province.administrator(local, new OrganisationEvent.Registered(
                Province.day("2010-01-01"), OrganisationKind.COMMUNE_PARTY_COMMITTEE, new Name(name), null, null,
                List.of(), Territory.UNKNOWN, false, List.of()));
    }

    private static Province lettersOf2023(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(
                letter(province, "l1", "01-CV/TU", "2023-01-10"),
                letter(province, "l2", "02-CV/TU", "2023-02-10"),
                letter(province, "l5", "05-CV/TU", "2023-05-10"),
                letter(province, "l6", "06-CV/TU", "2023-06-10"),
                letter(province, "l6b", "6-CV/TU", "2023-06-11"),
                letter(province, "n1", "01-CV/TU", "2024-01-10"));
        return province;
    }

    /** The links of a page into the register. */
    private static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(page);
        while (matcher.find()) {
            links.add(matcher.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static String register(Province province) {
        return "/console/documents?effectiveOn=2025-01-01&issuer=" + province.id("p");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void letters_of_a_year_that_are_missing_are_told_in_words_one_link_from_the_register(QuerySide side) {
        Province province = lettersOf2023(side, "dpa");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String summary = visitor.page(register(province));

        assertThat(text(summary)).contains("Công văn 2023 4 thiếu số 3, 4 ; trùng số 06-CV/TU").contains("Công văn 2024 1 đủ số");
        String series = links(summary).stream()
                .filter(link -> link.contains("period=2023"))
                .findFirst()
                .orElseThrow();
        String page = visitor.page(series);
        assertThat(text(page)).containsSubsequence(
                "01-CV/TU", "10/01/2023", "02-CV/TU", "thiếu số 3, 4", "05-CV/TU", "06-CV/TU", "10/06/2023, 11/06/2023");
        assertThat(page)
                .contains("/console/records/basis-documents/" + province.id("l1") + "?effectiveOn=2025-01-01")
                .contains("/console/records/basis-documents/" + province.id("l1") + "/bases?effectiveOn=2025-01-01")
                .contains("/console/records/basis-documents/" + province.id("l1") + "/related?effectiveOn=2025-01-01")
                .doesNotContain(province.id("n1"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_year_alone_shows_the_series_of_this_year_and_none_of_others(QuerySide side) {
        Province province = lettersOf2023(side, "dpb");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        assertThat(text(visitor.page(register(province) + "&period=2023"))).contains("thiếu số 3, 4").doesNotContain("Công văn 2024");
        assertThat(text(visitor.page(register(province) + "&period=2022"))).contains("Chưa có văn bản nào");
        assertThat(text(visitor.page(register(province) + "&kind=DECISION"))).contains("Chưa có văn bản nào");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_file_that_a_page_offers_has_the_series_of_the_kind_at_the_same_times(QuerySide side) {
        Province province = lettersOf2023(side, "dpc");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String page = visitor.page(register(province) + "&kind=OFFICIAL_LETTER&comparedWith=2024-01-01");
        Matcher file = Pattern.compile("href=\"(/console/api/v1/organisations/[^\"]*format=csv[^\"]*)\"|"
                + "href=\"(/console/api/v1/organisations/[^\"]*)\">CSV").matcher(page);
        assertThat(file.find()).isTrue();

        String address = (file.group(1) == null ? file.group(2) : file.group(1)).replace("&amp;", "&");
        HttpResponse<String> answer = visitor.response(address);

        assertThat(address).doesNotContain("comparedWith");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                name -> assertThat(name).contains("organisations-" + province.id("p") + "-register_2025-01-01_known-at-"));
        assertThat(answer.body()).contains("05-CV/TU").contains("thiếu số");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_issuer_is_found_by_words_or_chosen_among_several(QuerySide side) {
        Province province = new Province(side, "dpd");
        side.record(named(province, "one", "Dang uy Xasong Mot"));
        side.record(named(province, "two", "Dang uy Xasong Hai"));
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String several = visitor.page("/console/documents?issuer=xasong&period=2023");
        assertThat(text(several)).contains("Đồng chí muốn xem sổ của tổ chức nào?");
        assertThat(links(several))
                .anyMatch(link -> link.contains("issuer=dpd-one") && link.contains("period=2023"))
                .anyMatch(link -> link.contains("issuer=dpd-two") && link.contains("period=2023"));
        assertThat(visitor.page("/console/documents?issuer=xasong+hai"))
                .contains("Sổ đăng ký văn bản của Dang uy Xasong Hai");
        assertThat(text(visitor.page("/console/documents?issuer=" + URLEncoder.encode("không có gì", StandardCharsets.UTF_8))))
                .contains("Không tìm thấy tổ chức nào");
        assertThat(text(visitor.page("/console/documents?issuer=x"))).contains("Không tìm thấy tổ chức nào");
        assertThat(text(visitor.page("/console/documents"))).contains("Danh sách văn bản làm căn cứ");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_kind_or_a_page_that_there_is_not_is_refused(QuerySide side) {
        Province province = lettersOf2023(side, "dpf");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        for (String wrong : List.of("&kind=POEM", "&kind=OFFICIAL_LETTER&period=2023&after=x")) {
            HttpResponse<String> refused = visitor.response(register(province) + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("invalid-parameter");
        }
    }
}
