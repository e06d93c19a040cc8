package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Lists and figures of committee appointments. */
class AppointmentsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static Deed step(Province province, String local, String organisation, RecordEvent event) {
        return new Deed(
                CommitteeAppointmentState.TYPE, province.id(local),
                new Actor("somebody-of-" + organisation, province.organisationId(organisation), Role.APPROVER), event);
    }

    /** Nominated by s1 and decided by p for the years 2018 to 2020. */
    private static void appoint(QuerySide side, Province province, String local, String member, String committee,
            CommitteeLevel level, CommitteePosition position) {
        side.record(
                step(province, local, "s1", new CommitteeAppointmentEvent.Nominated(
                        Province.day("2017-10-01"), new MemberId(province.id(member)),
                        province.organisationId(committee), level, position, List.of(), true)),
                step(province, local, "p", new CommitteeAppointmentEvent.Vetted(Province.day("2017-11-01"), null)),
                step(province, local, "p", new CommitteeAppointmentEvent.Designated(
                        Province.day("2018-01-01"), new DocumentNumber("512-QĐ/TU"), Province.day("2020-12-31"), true,
                        List.of())));
    }

    private static Province appointments(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        appoint(side, province, "a1", "m1", "d", CommitteeLevel.DISTRICT,
                CommitteePosition.MEMBER_OF_EXECUTIVE_COMMITTEE);
        appoint(side, province, "a2", "m1", "c1", CommitteeLevel.COMMUNE, CommitteePosition.DEPUTY_SECRETARY);
        appoint(side, province, "a3", "m2", "c2", CommitteeLevel.COMMUNE,
                CommitteePosition.MEMBER_OF_STANDING_COMMITTEE);
        return province;
    }

    @ParameterizedTest
    @MethodSource("sides")
    void positions_count_for_the_committee_and_all_above_while_they_are_held(QuerySide side) {
        Province province = appointments(side, "ap1");

        assertThat(value(side, "appointmentsToDistrictCommittees", province, "p", "2018-01-01")).isEqualTo(1);
        assertThat(value(side, "appointmentsToDistrictCommittees", province, "d", "2017-12-31")).isZero();
        assertThat(value(side, "appointmentsToCommuneCommittees", province, "d", "2020-12-31")).isEqualTo(2);
        assertThat(value(side, "appointmentsToCommuneCommittees", province, "c1", "2020-12-31")).isEqualTo(1);
        assertThat(value(side, "appointmentsToCommuneCommittees", province, "d", "2021-01-01")).isZero();
        assertThat(value(side, "deputySecretaries", province, "p", "2019-01-01")).isEqualTo(1);
        assertThat(value(side, "deputySecretaries", province, "c2", "2019-01-01")).isZero();
        assertThat(value(side, "deputySecretaries", province, "s1", "2019-01-01")).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_list_tells_who_nominated_who_decided_and_until_when(QuerySide side) {
        Province province = appointments(side, "ap2");

        JsonNode facts = side.get("/api/v1/appointments?effectiveOn=2018-01-01&filter.committee=" + province.id("c1"))
                .at("/items/0/facts");
        assertThat(facts.get("stage").asString()).isEqualTo("IN_OFFICE");
        assertThat(facts.get("position").asString()).isEqualTo("DEPUTY_SECRETARY");
        assertThat(facts.get("committeeLevel").asString()).isEqualTo("COMMUNE");
        assertThat(facts.get("appointing").asString()).isEqualTo("DESIGNATED");
        assertThat(facts.get("nominatedBy").asString()).isEqualTo(province.id("s1"));
        assertThat(facts.get("decidedBy").asString()).isEqualTo(province.id("p"));
        assertThat(facts.get("decision").asString()).isEqualTo("512-QĐ/TU");
        assertThat(facts.get("lastDay").asString()).isEqualTo("2020-12-31");
        assertThat(facts.get("outsideQuota").asBoolean()).isTrue();
        JsonNode before = side.get("/api/v1/appointments?effectiveOn=2017-12-31&filter.committee=" + province.id("c1"))
                .at("/items/0/facts");
        assertThat(before.get("stage").asString()).isEqualTo("VETTED");
        assertThat(before.has("decidedBy")).isFalse();
        assertThat(before.get("outsideQuota").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_office_is_left_open_by_a_dissolved_committee_until_it_is_over(QuerySide side) {
        Province province = appointments(side, "ap3");
        String leftOpen = "/api/v1/organisations/" + province.id("c1") + "/left-open?effectiveOn=";

        assertThat(side.get(leftOpen + "2020-12-31").at("/items").findValuesAsString("id")).contains(province.id("a2"));
        assertThat(side.get(leftOpen + "2021-01-01").at("/items").findValuesAsString("id"))
                .doesNotContain(province.id("a2"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void positions_held_are_told_apart_by_position(QuerySide side) {
        Province province = appointments(side, "ap4");

        Answer answer = side.get("/api/v1/figures/committeeAppointments/by/position?effectiveOn=2019-01-01&scope="
                + province.id("d"));
        assertThat(answer.at("/total/value").intValue()).isEqualTo(3);
        assertThat(answer.at("/rows").valueStream()
                        .filter(row -> row.at("/value").intValue() > 0)
                        .map(row -> row.at("/code").asString() + " " + row.at("/value").intValue()))
                .containsExactlyInAnyOrder(
                        "MEMBER_OF_EXECUTIVE_COMMITTEE 1", "DEPUTY_SECRETARY 1", "MEMBER_OF_STANDING_COMMITTEE 1");
        assertThat(value(side, "committeeAppointments", province, "c1", "2019-01-01")).isEqualTo(1);
        assertThat(value(side, "committeeAppointments", province, "d", "2021-01-01")).isZero();
    }

    private static int value(QuerySide side, String figure, Province province, String scope, String day) {
        Answer answer =
                side.get("/api/v1/figures/%s?scope=%s&effectiveOn=%s".formatted(figure, province.id(scope), day));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }
}
