package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.vocabulary.Dates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of the whole ledger, by whatever is known of them. */
class AuditOverHttpTest {

    private static final String STEPS = "/api/v1/audit/steps?";

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    static Stream<QuerySide> ownLines() {
        return OwnLine.sides();
    }

    private static List<String> events(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/items").valueStream().map(item -> item.get("event").asString()).toList();
    }

    private static Province assigned(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2018-03-01"));
        return province;
    }

    @ParameterizedTest
    @MethodSource("sides")
    void steps_of_an_organisation_or_a_member_are_found_the_last_recorded_first(QuerySide side) {
        Province province = assigned(side, "au");

        assertThat(events(side.get(STEPS + "resource=cell-assignments&organisation=" + province.id("x1"))))
                .containsExactly(
                        "cell-assignment.assigned", "cell-assignment.received", "cell-assignment.introduced",
                        "cell-assignment.agreed", "cell-assignment.selected");
        assertThat(events(side.get(STEPS + "member=" + province.id("m1") + "&organisation=" + province.id("c1"))))
                .hasSize(5);
        assertThat(events(side.get(STEPS + "member=" + province.id("m1"))))
                .hasSize(6)
                .endsWith("member.registered");
        assertThat(events(side.get(STEPS + "member=" + province.id("m2")))).containsExactly("member.registered");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void steps_are_found_by_who_recorded_which_event_of_which_record(QuerySide side) {
        Province province = assigned(side, "av");
        String record = "record=" + province.id("a");

        assertThat(events(side.get(STEPS + record + "&actor=agrees"))).containsExactly("cell-assignment.agreed");
        assertThat(events(side.get(STEPS + record + "&event=cell-assignment.received")))
                .containsExactly("cell-assignment.received");
        assertThat(events(side.get(STEPS + record + "&actor=nobody"))).isEmpty();
        Answer one = side.get(STEPS + record + "&event=cell-assignment.selected");
        assertThat(one.at("/items/0/id").asString()).isEqualTo(province.id("a"));
        assertThat(one.at("/items/0/resource").asString()).isEqualTo("cell-assignments");
        assertThat(one.at("/items/0/organisation").asString()).isEqualTo(province.id("s1"));
        assertThat(one.at("/items/0/role").asString()).isEqualTo("APPROVER");
        assertThat(one.at("/items/0/sequence").intValue()).isZero();
        assertThat(one.at("/items/0/effectiveOn").asString()).isEqualTo("2018-01-30");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void both_times_narrow_what_is_found(QuerySide side) {
        Province province = assigned(side, "aw");
        String record = STEPS + "record=" + province.id("a");
        LocalDate today = LocalDate.now(Dates.ZONE);

        assertThat(events(side.get(record + "&effectiveFrom=2018-02-09&effectiveTo=2018-02-19")))
                .containsExactly("cell-assignment.introduced", "cell-assignment.agreed");
        assertThat(events(side.get(record + "&recordedTo=" + today.minusDays(2)))).isEmpty();
        assertThat(events(side.get(record + "&recordedFrom=" + today.minusDays(2) + "&recordedTo=" + today.plusDays(1))))
                .hasSize(5);
        long before = side.lastPosition();
        side.record(province.assignment("a", "s1", "ends", new CellAssignmentEvent.Ended(
                Province.day("2019-01-01"), Province.REASON)));
        assertThat(events(side.get(record))).hasSize(6);
        assertThat(events(side.get(record + "&knownOn=" + before))).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void pages_lead_through_all_steps_and_stay_at_their_position(QuerySide side) {
        Province province = assigned(side, "ax");
        String record = STEPS + "limit=2&record=" + province.id("a");
        List<String> all = new ArrayList<>();
        Answer page = side.get(record);
        all.addAll(events(page));
        side.record(province.assignment("a", "s1", "ends", new CellAssignmentEvent.Ended(
                Province.day("2019-01-01"), Province.REASON)));
        while (page.at("/next").isString()) {
            page = side.get(record + "&after=" + page.at("/next").asString());
            all.addAll(events(page));
        }

        assertThat(all).hasSize(5).doesNotHaveDuplicates().doesNotContain("cell-assignment.ended");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_out_of_order_or_without_basis_is_found_since_it_is_so_and_as_known_then(QuerySide side) {
        Province province = assigned(side, "ay");
        String record = STEPS + "record=" + province.id("a");
        long whole = side.lastPosition();

        assertThat(events(side.get(record + "&finding=WITHOUT_BASIS"))).containsExactly("cell-assignment.introduced");
        assertThat(events(side.get(record + "&finding=OUT_OF_ORDER,STEP_MISSING"))).isEmpty();

        side.record(province.assignment("a", "s1", "introduces", TrailSteps.voided("2018-04-01", 2)));
        Answer broken = side.get(record + "&finding=OUT_OF_ORDER,STEP_MISSING");
        assertThat(events(broken)).containsExactly("cell-assignment.assigned", "cell-assignment.received");
        assertThat(broken.at("/items/0/findings").valueStream().map(code -> code.asString()).toList())
                .containsExactly("OUT_OF_ORDER", "STEP_MISSING");
        assertThat(events(side.get(record + "&finding=WITHOUT_BASIS"))).isEmpty();
        assertThat(events(side.get(record + "&knownOn=" + whole + "&finding=WITHOUT_BASIS"))).hasSize(1);
        assertThat(events(side.get(record + "&knownOn=" + whole + "&finding=OUT_OF_ORDER"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_was_recorded_late_is_found_by_its_days(QuerySide side) {
        Province province = assigned(side, "az");
        side.record(province.assignment("a", "c1", "comments", new CellAssignmentEvent.Ended(
                LocalDate.now(Dates.ZONE).minusDays(10), Province.REASON)));
        String record = STEPS + "record=" + province.id("a");

        assertThat(events(side.get(record + "&lateAfterDays=9"))).hasSize(6);
        assertThat(events(side.get(record + "&lateAfterDays=11"))).hasSize(5).doesNotContain("cell-assignment.ended");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_search_is_had_as_a_file_of_all_its_steps(QuerySide side) {
        Province province = assigned(side, "ba");
        String record = STEPS + "record=" + province.id("a");

        HttpResponse<byte[]> csv = side.file(record + "&format=csv", "Accept-Language", "vi");
        HttpResponse<byte[]> lines = side.file(record + "&format=jsonl");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(new String(csv.body(), StandardCharsets.UTF_8))
                .contains("không nêu văn bản căn cứ")
                .contains("cell-assignment.selected")
                .contains("BORDER_POST s1");
        assertThat(new String(lines.body(), StandardCharsets.UTF_8).lines()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_cannot_be_asked_is_told_as_a_problem(QuerySide side) {
        assertThat(side.get(STEPS + "event=no.such-event").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(STEPS + "resource=things").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(STEPS + "finding=RECORDED_LATE").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(STEPS + "lateAfterDays=-1").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(STEPS + "actor=" + "x".repeat(65)).type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(STEPS + "recordedFrom=2020-01-02&recordedTo=2020-01-01").type())
                .isEqualTo("/problems/read/period-ends-before-it-begins");
        assertThat(side.get(STEPS + "after=zz").type()).isEqualTo("/problems/invalid-parameter");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void all_steps_of_a_record_are_found_by_whom_it_names_now(QuerySide side) {
        Province province = new Province(side, "bb").small();
        String first = STEPS + "resource=organisations&organisation=" + province.id("c1") + "&record=" + province.id("x9");
        String second = first.replace(province.id("c1"), province.id("c2"));
        side.record(province.organisation("x9", OrganisationKind.CELL, "c1", null));
        assertThat(events(side.get(first))).hasSize(1);
        assertThat(events(side.get(second))).isEmpty();

        RecordEvent right = province.organisation("x9", OrganisationKind.CELL, "c2", null).event();
        side.record(province.administrator("x9", new Amendment.Corrected(
                Province.day("2010-01-01"), 0, right, "1", Province.REASON, List.of())));

        assertThat(events(side.get(first))).isEmpty();
        assertThat(events(side.get(second))).containsExactly("record.corrected", "organisation.registered");
    }

    @ParameterizedTest
    @MethodSource("ownLines")
    void nobody_finds_steps_of_records_that_they_may_not_read(QuerySide side) {
        Province province = new Province(side, "ro").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2018-03-01"));
        String steps = STEPS + "resource=cell-assignments&record=" + province.id("a");

        assertThat(events(side.nowAs(province.id("s1"), steps))).hasSize(5);
        assertThat(events(side.nowAs(province.id("p"), steps))).hasSize(5);
        assertThat(events(side.nowAs("auditor", steps))).hasSize(5);
        assertThat(events(side.nowAs(province.id("s2"), steps))).isEmpty();
        assertThat(events(side.nowAs(province.id("s2"), STEPS + "member=" + province.id("m1")))).isEmpty();
    }
}
