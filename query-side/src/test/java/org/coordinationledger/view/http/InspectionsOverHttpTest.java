package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is inspected, what is found, and what is late. */
class InspectionsOverHttpTest {

    private static final PartKey LETTERS = new PartKey("letters");
    private static final PartKey MEETINGS = new PartKey("meetings");

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void findings_and_overdue_remedies_count_for_who_is_inspected_and_for_who_commissioned(QuerySide side) {
        Province province = new Province(side, "in").small();
        side.record(inspection(province));

        assertThat(figure(side, province, "inspectionsOpen", "p", "2016-03-01")).isEqualTo(1);
        assertThat(figure(side, province, "inspectionsOpen", "s1", "2016-03-01")).isEqualTo(1);
        assertThat(figure(side, province, "inspectionsOpen", "s2", "2016-03-01")).isZero();
        assertThat(figure(side, province, "findingsOpen", "s1", "2016-03-15")).isEqualTo(2);
        assertThat(figure(side, province, "remediesOverdue", "p", "2016-06-30")).isZero();
        assertThat(figure(side, province, "remediesOverdue", "p", "2016-07-01")).isEqualTo(1);
        assertThat(figure(side, province, "remediesOverdue", "s1", "2016-07-01")).isEqualTo(1);
        assertThat(figure(side, province, "remediesOverdue", "p", "2016-07-10")).isZero();
        assertThat(figure(side, province, "findingsOpen", "p", "2016-07-20")).isEqualTo(1);
        assertThat(figure(side, province, "findingsOpen", "p", "2016-12-31")).isZero();
        assertThat(figure(side, province, "inspectionsOpen", "p", "2016-12-31")).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_inspection_waits_for_one_after_the_other(QuerySide side) {
        Province province = new Province(side, "iw").small();
        side.record(inspection(province));

        assertThat(waiting(side, province, "s1", "2016-03-15")).isEqualTo("INSPECTION_HEARING");
        assertThat(waiting(side, province, "p", "2016-03-20")).isEqualTo("INSPECTION_CONCLUSION");
        assertThat(waiting(side, province, "p", "2016-07-12")).isEqualTo("REMEDY_JUDGEMENT");
        assertThat(waiting(side, province, "p", "2016-07-20")).isEqualTo("INSPECTION_CLOSING");
        Answer late = side.get("/api/v1/organisations/" + province.id("s1") + "/waiting?effectiveOn=2016-07-01&overdue=true");
        assertThat(late.at("/items/0/what").asString()).isEqualTo("REMEDY");
        assertThat(late.at("/items/0/due").asString()).isEqualTo("2016-06-30");
        assertThat(late.at("/items/0/daysOverdue").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_list_of_inspections_is_filtered_by_who_has_something_to_remedy(QuerySide side) {
        Province province = new Province(side, "il").small();
        side.record(inspection(province));

        String list = "/api/v1/inspections?filter.responsible=" + province.id("s1") + "&effectiveOn=";
        assertThat(side.get(list + "2016-07-01").at("/items").size()).isEqualTo(1);
        assertThat(side.get(list + "2016-07-01").at("/items/0/facts/conclusion").asString()).isEqualTo("20-KL/UBKT");
        assertThat(side.get(list + "2016-07-20").at("/items").size()).isZero();
    }

    /** Decided in March, concluded in April, one remedy due on 30 June, reported late, accepted; closed in December. */
    static Deed[] inspection(Province province) {
        return new Deed[] {
            province(province, new InspectionEvent.Decided(
                    Province.day("2016-03-01"), InspectionKind.INSPECTION, province.organisationId("p"),
                    new DocumentNumber("112-QĐ/UBKT"), List.of(province.organisationId("s1")), new Subject("Quy chế"),
                    List.of(new PersonCode("inspector")), new PersonCode("inspector"), Province.day("2016-03-10"),
                    Province.day("2016-03-31"), List.of(), false)),
            inspector(province, LETTERS, "2016-03-11"),
            inspector(province, MEETINGS, "2016-03-12"),
            deed(province, "s1", Role.RECORDER, new InspectionEvent.Heard(
                    Province.day("2016-03-20"), new Subject("Nhất trí"))),
            province(province, new InspectionEvent.Concluded(
                    Province.day("2016-04-10"), new DocumentNumber("20-KL/UBKT"), List.of(LETTERS, MEETINGS), null,
                    List.of())),
            province(province, new InspectionEvent.RemedyRequired(
                    Province.day("2016-04-10"), LETTERS, province.organisationId("s1"), new Subject("Bổ sung"),
                    Province.day("2016-06-30"))),
            deed(province, "s1", Role.RECORDER, new InspectionEvent.RemedyReported(
                    Province.day("2016-07-10"), LETTERS, new Subject("Đã bổ sung"), null)),
            province(province, new InspectionEvent.RemedyAccepted(Province.day("2016-07-20"), LETTERS)),
            province(province, new InspectionEvent.Closed(Province.day("2016-12-01")))
        };
    }

    private static Deed inspector(Province province, PartKey finding, String day) {
        return new Deed(
                InspectionState.TYPE, province.id("inspection"),
                new Actor("inspector", province.organisationId("p"), Role.INSPECTOR),
                new InspectionEvent.Found(
                        Province.day(day), finding, FindingKind.SHORTCOMING, province.organisationId("s1"), null,
                        new Subject("Chậm")));
    }

    private static Deed province(Province province, InspectionEvent event) {
        return deed(province, "p", Role.APPROVER, event);
    }

    private static Deed deed(Province province, String organisation, Role role, InspectionEvent event) {
        return new Deed(
                InspectionState.TYPE, province.id("inspection"),
                new Actor("person-of-" + organisation, province.organisationId(organisation), role), event);
    }

    private static int figure(QuerySide side, Province province, String name, String scope, String day) {
        Answer answer = side.get(
                "/api/v1/figures/" + name + "?effectiveOn=" + day + "&scope=" + province.id(scope));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }

    private static String waiting(QuerySide side, Province province, String organisation, String day) {
        Answer answer =
                side.get("/api/v1/organisations/" + province.id(organisation) + "/waiting?effectiveOn=" + day);
        assertThat(answer.at("/items").size()).as(answer.response().body()).isEqualTo(1);
        return answer.at("/items/0/what").asString();
    }
}
