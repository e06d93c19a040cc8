package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_waits_moves_from_one_organisation_to_the_next_step_by_step(QuerySide side) {
        Province province = new Province(side, "wt").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-31"));

        assertThat(waiting(side, province, "c1", "2015-01-01")).containsExactly("ASSIGNMENT_AGREEMENT 2015-01-01");
        assertThat(waiting(side, province, "s1", "2015-01-01")).isEmpty();
        assertThat(waiting(side, province, "s1", "2015-01-11")).containsExactly("ASSIGNMENT_INTRODUCTION 2015-01-11");
        assertThat(waiting(side, province, "c1", "2015-01-11")).isEmpty();
        assertThat(waiting(side, province, "c1", "2015-01-21")).containsExactly("ASSIGNMENT_RECEIPT 2015-01-21");
        assertThat(waiting(side, province, "c1", "2015-01-26")).containsExactly("ASSIGNMENT_TO_CELL 2015-01-26");
        assertThat(waiting(side, province, "c1", "2015-01-31")).isEmpty();
        assertThat(waiting(side, province, "s1", "2015-01-31")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_longest_waiting_comes_first_and_a_competence_can_be_asked_for(QuerySide side) {
        Province province = new Province(side, "wl").small();
        side.record(province.assignment("a2", "m1", "s1", "c1", "x1", "2015-02-10").subList(0, 1));
        side.record(province.assignment("a1", "m2", "s1", "c1", "x1", "2015-02-20").subList(0, 1));
        side.record(province.assignment("a3", "m2", "s1", "c1", "x1", "2015-01-20").subList(0, 3));

        Answer all = get(side, province, "c1", "2015-06-01", "");

        assertThat(all.at("/items").valueStream().map(item -> item.get("id").asString()))
                .containsExactly(province.id("a3"), province.id("a2"), province.id("a1"));
        assertThat(all.at("/items/0/due").isNull()).isTrue();
        assertThat(all.at("/items/0/daysOverdue").intValue()).isZero();
        assertThat(all.at("/whole").booleanValue()).isTrue();
        assertThat(get(side, province, "c1", "2015-06-01", "&competence=DECIDE").at("/items").size()).isEqualTo(2);
        assertThat(get(side, province, "c1", "2015-06-01", "&competence=RECORD").at("/items").size()).isEqualTo(1);
        assertThat(get(side, province, "c1", "2015-06-01", "&overdue=true").at("/items").size()).isZero();
        assertThat(get(side, province, "c1", "2015-06-01", "&overdue=false").at("/items").size()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_host_comment_is_missing_from_the_end_of_the_first_whole_period_without_one(QuerySide side) {
        Province province = new Province(side, "wh").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-31"));

        assertThat(waiting(side, province, "x1", "2015-06-30")).as("the first whole quarter").isEmpty();
        assertThat(missing(side, province, "2015-06-30")).isZero();
        assertThat(waiting(side, province, "x1", "2015-07-01")).containsExactly("HOST_COMMENT 2015-07-01");
        assertThat(missing(side, province, "2015-07-01")).isEqualTo(1);
        assertThat(get(side, province, "x1", "2015-08-01", "").at("/items/0/due").asString()).isEqualTo("2015-07-31");
        assertThat(get(side, province, "x1", "2015-08-01", "").at("/items/0/daysOverdue").intValue()).isEqualTo(1);

        side.record(commented(province, "2015-10-05", "2015-Q3", "7-NX/CB"));
        assertThat(waiting(side, province, "x1", "2015-10-05"))
                .as("a later comment does not stand for one that was left out")
                .containsExactly("HOST_COMMENT 2015-07-01");

        side.record(commented(province, "2016-01-10", "2015", "1-NX/CB"));
        assertThat(waiting(side, province, "x1", "2016-01-10")).as("the year's covers all of its quarters").isEmpty();
        assertThat(missing(side, province, "2016-03-31")).isZero();
        assertThat(waiting(side, province, "x1", "2016-04-01"))
                .as("a year's comment beside a quarter's leaves the host to comment by quarter")
                .containsExactly("HOST_COMMENT 2016-04-01");

        side.record(commented(province, "2017-01-10", "2016", "2-NX/CB"));
        assertThat(missing(side, province, "2017-12-31")).as("by the year, once no quarter has its own").isZero();
        assertThat(waiting(side, province, "x1", "2018-01-01")).containsExactly("HOST_COMMENT 2018-01-01");
        assertThat(missing(side, province, "2018-01-01")).isEqualTo(1);
    }

    private static Deed commented(Province province, String day, String period, String letter) {
        return province.assignment("a", "x1", "hosts", new CellAssignmentEvent.HostCommented(
                Province.day(day), new CommentPeriod(period), new DocumentNumber(letter)));
    }

    private static int missing(QuerySide side, Province province, String day) {
        return side.get("/api/v1/figures/hostCommentsMissing?scope=%s&effectiveOn=%s".formatted(province.id("c1"), day))
                .at("/value")
                .intValue();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_cannot_be_shown_says_why(QuerySide side) {
        Province province = new Province(side, "ww").small();
        String path = "/api/v1/organisations/" + province.id("c1") + "/waiting";
        assertThat(side.get(path + "?competence=SING").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(path + "?overdue=maybe").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(path + "?limit=2").type()).isEqualTo("/problems/unknown-parameter");
        assertThat(side.get("/api/v1/organisations/nobody/waiting").type()).isEqualTo("/problems/unknown-record");
    }

    private static List<String> waiting(QuerySide side, Province province, String organisation, String day) {
        return get(side, province, organisation, day, "").at("/items").valueStream()
                .map(item -> item.get("what").asString() + " " + item.get("since").asString())
                .toList();
    }

    private static Answer get(QuerySide side, Province province, String organisation, String day, String parameters) {
        Answer answer = side.get("/api/v1/organisations/" + province.id(organisation) + "/waiting?effectiveOn=" + day
                + parameters);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }
}
