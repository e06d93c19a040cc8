package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Dates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's figures say what the API says, and lead to the records behind them. */
class FigurePagesTest {

    private static final String FIGURE = "/console/figures/openCellAssignments";
    private static final Pattern NUMBER = Pattern.compile("data-number=\"([^\"]+)\"");

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    /** Members of s1 in x1 since 2015 and in x2 since 2017, one of s2 in x2 in 2016 alone. */
    private static Province assignments(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2016-01-01"));
        side.record(province.assignment("a3", "m1", "s1", "c2", "x2", "2017-01-01"));
        side.record(province.assignment(
                "a2", "s2", "ends", new CellAssignmentEvent.Ended(Province.day("2017-06-01"), Province.REASON)));
        return province;
    }

    private static String link(String path) {
        return "href=\"" + path.replace("&", "&amp;");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_dashboard_tells_every_figure_of_a_scope_as_the_api_does(QuerySide side) {
        Province province = assignments(side, "fd");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String asked = "?effectiveOn=2018-01-01&scope=" + province.id("p");

        String page = visitor.page("/console/figures" + asked);

        assertThat(page).contains("Số liệu ngày 01/01/2018", "PROVINCIAL_PARTY_COMMITTEE p [" + province.id("p") + "]");
        List<String> told = new ArrayList<>();
        for (FeatureViews.FeatureFigure figure : side.bean(FeatureViews.class).figures()) {
            String name = figure.figure().name();
            if (figure.figure().needsScope() || figure.figure().growing()) {
                continue;
            }
            Answer answer = side.get("/api/v1/figures/" + name + asked);
            if (answer.at("/value").isIntegralNumber() && answer.at("/value").longValue() < 1000) {
                assertThat(valueOf(page, name)).as(name).isEqualTo(answer.at("/value").asString());
                told.add(name);
            }
        }
        assertThat(told).contains("openCellAssignments", "communes", "cells", "householdsInCharge", "mandatesInForce");
        assertThat(page).contains("/console/figures/borderKm").doesNotContain("openCellAssignmentsGrowth");
    }

    /** The text of the link to the records behind a figure. */
    private static String valueOf(String page, String figure) {
        Matcher link = Pattern.compile("href=\"/console/figures/" + figure + "/records\\?[^\"]*\"[^>]*>([^<]*)</a>").matcher(page);
        assertThat(link.find()).as(figure).isTrue();
        return link.group(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_day_to_compare_with_stands_beside_the_value_with_the_difference(QuerySide side) {
        Province province = assignments(side, "fc");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String asked = "?effectiveOn=2017-03-01&comparedWith=2015-06-01&scope=" + province.id("p");

        assertThat(visitor.page("/console/figures" + asked))
                .contains("+2 so với 1 ngày 01/06/2015", "openCellAssignmentsGrowth", ">Chênh lệch<");
        assertThat(visitor.page(FIGURE + asked)).contains("+2 so với 1 ngày 01/06/2015");
        assertThat(visitor.page("/console/figures/openCellAssignmentsGrowth" + asked)).contains("Vì sao là 3?");
        assertThat(visitor.page("/console/figures/openCellAssignmentsGrowth?effectiveOn=2017-03-01"))
                .contains("Hãy ghi ngày cần so");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_figure_is_told_over_time_by_organisation_and_by_code_and_each_number_opens_its_records(QuerySide side) {
        Province province = assignments(side, "fp");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String page = visitor.page(FIGURE + "?effectiveOn=2018-03-01&step=year&scope=" + province.id("p"));

        List<String> numbers = NUMBER.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(numbers).endsWith("0", "1", "2", "2", "2");
        assertThat(page)
                .contains("tạm dừng")
                .contains(link(FIGURE + "/records?effectiveOn=2016-12-31&scope=" + province.id("p")))
                .contains(link(FIGURE + "/records?effectiveOn=2018-03-01&scope=" + province.id("d")))
                .contains(link(FIGURE + "/records?effectiveOn=2018-03-01&scope=" + province.id("p") + "&filter.stage=ASSIGNED"))
                .contains(link(FIGURE + "/why?effectiveOn=2018-03-01&scope=" + province.id("p")))
                .contains("Vì sao là 2?");
        assertThat(visitor.page(FIGURE + "/records?effectiveOn=2016-12-31&scope=" + province.id("p")))
                .contains("/console/records/cell-assignments/" + province.id("a1"))
                .contains("/console/records/cell-assignments/" + province.id("a2"))
                .doesNotContain("/console/records/cell-assignments/" + province.id("a3"));
        assertThat(visitor.page(FIGURE + "?effectiveOn=2018-03-01&by=command&scope=" + province.id("b")))
                .contains(link(FIGURE + "/records?effectiveOn=2018-03-01&scope=" + province.id("s1")));
        assertThat(visitor.page(FIGURE + "?by=territory")).contains("Để xem theo địa bàn");
        assertThat(visitor.get("/console/api/v1/figures/openCellAssignments/records?effectiveOn=2018-03-01&format=csv&scope="
                                + province.id("p"))
                        .body())
                .contains(province.id("a1"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_happened_is_told_within_each_period_and_within_the_days_that_are_asked_for(QuerySide side) {
        Province province = new Province(side, "fh").small();
        side.record(
                meeting(province, "m-1", "2019-02-10"), meeting(province, "m-2", "2019-12-31"),
                meeting(province, "m-3", "2020-01-01"), meeting(province, "m-4", "2020-02-20"),
                meeting(province, "m-5", "2020-03-10"));
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String figure = "/console/figures/cellMeetings";
        String scope = "&scope=" + province.id("p");

        assertThat(NUMBER.matcher(visitor.page(figure + "?effectiveOn=2020-02-29" + scope)).results()
                        .map(found -> found.group(1)))
                .endsWith("0", "2", "2");
        String quarters = visitor.page(figure + "?effectiveOn=2020-03-31&step=quarter" + scope);
        assertThat(NUMBER.matcher(quarters).results().map(found -> found.group(1)))
                .endsWith("1", "0", "0", "1", "3");
        assertThat(quarters).contains("Q1/2020").contains("from=2020-01-01&amp;to=2020-03-31");
        assertThat(valueOf(
                        visitor.page("/console/figures?effectiveOn=2020-12-31&from=2020-01-01&to=2020-02-29" + scope),
                        "cellMeetings"))
                .isEqualTo("2");
        assertThat(visitor.get(figure + "?step=day").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void why_names_the_step_that_made_each_record_count_and_what_came_and_went(QuerySide side) {
        Province province = assignments(side, "fw");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String page = visitor.page(
                FIGURE + "/why?effectiveOn=2018-01-01&comparedWith=2016-06-01&scope=" + province.id("p"));

        String record = "/console/records/cell-assignments/";
        assertThat(page)
                .contains("Ngày 01/01/2018 giá trị là 2, tính từ 2 hồ sơ của 1 tổ chức.")
                .contains(link(record + province.id("a3") + "?effectiveOn=2018-01-01&comparedWith=2016-06-01&step=5#life"))
                .contains(link(record + province.id("a2") + "?effectiveOn=2018-01-01&comparedWith=2016-06-01&step=6#life"))
                .contains("Thêm vào", "Không còn được tính");
        assertThat(visitor.page("/console/figures/borderKm/why")).contains("Hãy chọn hồ sơ");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void whose_figures_is_typed_as_people_write_it(QuerySide side) {
        Province province = new Province(side, "fz").small();
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String choose = "/console/figures/choose?then=" + ConsoleVisitor.encoded(FIGURE + "?effectiveOn=2018-01-01") + "&q=";
        side.get("/api/v1/organisations?limit=1");
        assertThat(location(visitor.get(choose + ConsoleVisitor.encoded("bất kỳ [" + province.id("c1") + "]") + "&from=1/2/2017")))
                .isEqualTo(FIGURE + "?effectiveOn=2018-01-01&scope=" + province.id("c1") + "&from=2017-02-01");
        assertThat(location(visitor.get(choose))).isEqualTo(FIGURE + "?effectiveOn=2018-01-01");
        String unclear = location(visitor.get(choose + "COMMUNE_PARTY_COMMITTEE"));
        assertThat(unclear).isEqualTo(FIGURE + "?effectiveOn=2018-01-01&q=COMMUNE_PARTY_COMMITTEE");
        assertThat(visitor.page(unclear)).contains("Hãy chọn một", "scope=");
        assertThat(visitor.page(location(visitor.get(choose + "zzzzzz")))).contains("Không tìm thấy mục nào");
        assertThat(visitor.get(choose + "&from=31/02/2017").statusCode()).isEqualTo(400);
        assertThat(location(visitor.get("/console/figures/choose?then=https://example.org/&q="))).isEqualTo("/console/figures");
        assertThat(visitor.get("/console/figures/noSuchFigure").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/console/figures?scope=no-such-organisation").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_day_moves_to_the_end_of_a_month_and_back_to_today_and_all_else_stays(QuerySide side) {
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String month = "/console/figures/month?then=";
        String then = ConsoleVisitor.encoded(FIGURE + "?effectiveOn=2018-01-01&comparedWith=2016-12-31&step=month");
        YearMonth march = YearMonth.of(2020, 3);
        long today = YearMonth.now(Dates.ZONE).getLong(ChronoField.PROLEPTIC_MONTH);

        assertThat(location(visitor.get(month + then + "&month=" + march.getLong(ChronoField.PROLEPTIC_MONTH))))
                .isEqualTo(FIGURE + "?comparedWith=2016-12-31&step=month&effectiveOn=2020-03-31#month");
        assertThat(location(visitor.get(month + then + "&month=" + today)))
                .isEqualTo(FIGURE + "?comparedWith=2016-12-31&step=month#month");
        assertThat(visitor.get(month + then + "&month=x").statusCode()).isEqualTo(400);
        assertThat(visitor.get(month + then + "&month=999999").statusCode()).isEqualTo(400);
        assertThat(visitor.page("/console/figures?effectiveOn=2020-03-03"))
                .contains("value=\"" + march.getLong(ChronoField.PROLEPTIC_MONTH) + "\"", "max=\"" + today + "\"")
                .contains("effectiveOn=2020-02-29", "effectiveOn=2020-04-30", ">03/2020</output>");
        assertThat(visitor.page("/console/figures")).contains(">hôm nay</output>");
    }

    private static String location(HttpResponse<?> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        String location = response.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/console"));
    }

    private static Deed meeting(Province province, String local, String day) {
        return new Deed(
                CellMeetingState.TYPE, province.id(local),
                new Actor("records", province.organisationId("x1"), Role.RECORDER),
                new CellMeetingEvent.Held(
                        Province.day(day), province.organisationId("x1"), new MeetingMonth(day.substring(0, 7)),
                        List.of(), List.of(), List.of(), null, true));
    }
}
