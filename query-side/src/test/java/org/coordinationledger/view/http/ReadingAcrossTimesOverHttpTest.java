package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may read what by mandate, after corrections, transfers and mergers, and at any pair of times. */
class ReadingAcrossTimesOverHttpTest {

    private static final String ASSIGNMENTS = "/api/v1/cell-assignments/";
    private static final String DAY = "?effectiveOn=2016-01-01";

    static Stream<QuerySide> sides() {
        return OwnLine.sides();
    }

    private static int status(QuerySide side, Province province, String who, String local) {
        return side.nowAs(province.id(who), ASSIGNMENTS + province.id(local) + DAY).status();
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.at("/items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void inspectors_and_auditors_read_what_their_mandate_opens_while_it_is_in_force(QuerySide side) {
        Province province = new Province(side, "rc").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2015-01-01"));

        assertThat(status(side, province, "inspector", "a")).as("without a mandate").isEqualTo(404);
        OwnLine.grant(side, province, "inspector", Role.INSPECTOR, "2020-01-01", "2099-12-31", "c1");
        OwnLine.grant(side, province, "auditor", Role.AUDITOR, "2020-01-01", "2020-12-31", "d");

        assertThat(status(side, province, "inspector", "a")).isEqualTo(200);
        assertThat(status(side, province, "inspector", "a2")).as("outside of the scope").isEqualTo(404);
        assertThat(status(side, province, "auditor", "a")).as("a mandate that is over").isEqualTo(404);
        assertThat(ids(side.nowAs("rc-inspector", "/api/v1/cell-assignments" + DAY))).containsExactly("rc-a");
        assertThat(ids(side.nowAs("rc-auditor", "/api/v1/cell-assignments" + DAY))).isEmpty();

        OwnLine.revoke(side, province, "inspector", Role.INSPECTOR, "2020-01-01", "2024-01-01");
        assertThat(status(side, province, "inspector", "a")).as("revoked").isEqualTo(404);
        assertThat(side.nowAs("rc-inspector", "/api/v1/organisations/rc-x2" + DAY).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_administration_audits_everything_and_administers_organisations_and_mandates(QuerySide side) {
        Province province = new Province(side, "rd").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-01"));
        OwnLine.grant(side, province, "inspector", Role.INSPECTOR, "2020-01-01", "2099-12-31", "c1");
        String mandate = "/api/v1/mandates/rd-mandate-inspector";
        String entitlement = "/api/v1/entitlement?person=P-RD-INSPECTOR&organisation=rd-p&role=INSPECTOR";

        assertThat(side.nowAs("auditor", ASSIGNMENTS + "rd-a" + DAY).status()).isEqualTo(200);
        assertThat(side.nowAs("administrator", ASSIGNMENTS + "rd-a" + DAY).status()).isEqualTo(404);
        assertThat(side.nowAs("administrator", "/api/v1/organisations/rd-x1" + DAY).status()).isEqualTo(200);
        assertThat(side.nowAs("administrator", mandate).status()).isEqualTo(200);
        assertThat(side.nowAs("rd-p", mandate).status()).isEqualTo(200);
        assertThat(side.nowAs("rd-x1", mandate).status()).isEqualTo(404);
        for (String who : List.of("administrator", "auditor", "rd-p", "rd-inspector")) {
            assertThat(side.nowAs(who, entitlement).at("/entitled").booleanValue()).as(who).isTrue();
        }
        assertThat(side.nowAs("rd-x1", entitlement).type()).isEqualTo("/problems/outside-reading-circle");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_correction_moves_a_record_to_another_circle_from_where_it_is_known(QuerySide side) {
        Province wrong = new Province(side, "re").small();
        Province right = new Province(side, "rf").small();
        long before = side.record(right.assignment("a", "s1", "selects", selected(right, wrong.organisationId("c1"))));
        String list = "/api/v1/cell-assignments" + DAY;
        assertThat(side.nowAs("re-c1", ASSIGNMENTS + "rf-a" + DAY).status()).isEqualTo(200);

        side.record(right.assignment("a", "s1", "selects", new Amendment.Corrected(
                Province.day("2016-02-01"), 0, selected(right, right.organisationId("c1")), "1", Province.REASON,
                List.of())));

        for (String who : List.of("re-c1", "re-p")) {
            assertThat(side.nowAs(who, ASSIGNMENTS + "rf-a" + DAY).status()).isEqualTo(404);
            assertThat(ids(side.nowAs(who, list))).isEmpty();
            assertThat(ids(side.nowAs(who, list + "&knownOn=" + before))).as("as known then").containsExactly("rf-a");
        }
        for (String who : List.of("rf-c1", "rf-s1", "rf-p")) {
            assertThat(ids(side.nowAs(who, list))).containsExactly("rf-a");
            assertThat(side.nowAs(who, ASSIGNMENTS + "rf-a/history").at("/steps").size()).isEqualTo(2);
        }
        assertThat(ids(side.nowAs("rf-c1", list + "&knownOn=" + before))).isEmpty();
    }

    private static CellAssignmentEvent selected(Province province, OrganisationId commune) {
        return new CellAssignmentEvent.Selected(
                Province.day("2015-01-01"), new MemberId(province.id("m1")), province.organisationId("s1"), commune, true,
                List.of());
    }

    @ParameterizedTest
    @MethodSource("sides")
    void who_has_a_member_now_and_who_had_them_both_read_the_whole_life(QuerySide side) {
        Province province = new Province(side, "rg").small();
        side.record(province.member("m1", "s1", new MemberEvent.Transferred(
                Province.day("2015-06-01"), province.organisationId("s2"), null, List.of())));

        for (String day : List.of("2013-01-01", "2016-01-01")) {
            for (String who : List.of("rg-s1", "rg-s2", "rg-b")) {
                assertThat(side.nowAs(who, "/api/v1/members/rg-m1?effectiveOn=" + day).status()).isEqualTo(200);
                assertThat(ids(side.nowAs(who, "/api/v1/members?effectiveOn=" + day))).contains("rg-m1");
            }
            assertThat(side.nowAs("rg-c1", "/api/v1/members/rg-m1?effectiveOn=" + day).status()).isEqualTo(404);
        }
        assertThat(side.nowAs("rg-s2", "/api/v1/members/rg-m1/history").at("/steps").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_heir_reads_what_predecessors_left_through_several_mergers(QuerySide side) {
        Province province = new Province(side, "rh").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.organisation("h", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "p", null));
        side.record(merged(province, "c1", "2020-01-01", "c2"));
        assertThat(status(side, province, "c2", "a")).isEqualTo(200);
        assertThat(status(side, province, "h", "a")).isEqualTo(404);

        side.record(merged(province, "c2", "2022-01-01", "h"));

        assertThat(status(side, province, "h", "a")).isEqualTo(200);
        assertThat(ids(side.nowAs("rh-h", "/api/v1/cell-assignments" + DAY))).containsExactly("rh-a");
        assertThat(side.nowAs("rh-h", "/api/v1/figures/openCellAssignments" + DAY).at("/value").intValue()).isEqualTo(1);
        assertThat(side.nowAs("rh-h", "/api/v1/organisations/rh-c1?effectiveOn=2023-01-01")
                        .at("/state/dissolution/successors/0").asString())
                .isEqualTo("rh-c2");
    }

    private static Deed merged(Province province, String local, String on, String into) {
        return province.administrator(local, new OrganisationEvent.Dissolved(
                Province.day(on), OrganisationEvent.Manner.MERGED, List.of(province.organisationId(into)),
                Province.REASON, List.of()));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_text_is_read_by_those_who_may_read_a_record_that_names_it(QuerySide side) {
        Province province = new Province(side, "rj").small();
        TextDigest first = stored(side, "Thông báo tình hình, bản đầu (rj)");
        TextDigest second = stored(side, "Thông báo tình hình, bản sau (rj)");
        assertThat(text(side, "rj-s1", first)).as("no record names it yet").isEqualTo(404);
        assertThat(text(side, "auditor", first)).isEqualTo(200);

        Actor writer = new Actor("writes", province.organisationId("s1"), Role.RECORDER);
        side.record(
                new Deed(BriefingState.TYPE, "rj-briefing", writer, new BriefingEvent.Drafted(
                        Province.day("2019-03-01"), province.organisationId("s1"), new Subject("Tình hình"),
                        BriefingTopic.values()[0], Classification.ORDINARY, first, List.of(), true)),
                new Deed(BriefingState.TYPE, "rj-briefing", writer, new BriefingEvent.Revised(
                        Province.day("2019-03-02"), 2, second)));

        for (TextDigest text : List.of(first, second)) {
            assertThat(text(side, "rj-s1", text)).isEqualTo(200);
            assertThat(text(side, "rj-b", text)).isEqualTo(200);
            assertThat(text(side, "rj-c1", text)).isEqualTo(404);
        }
        assertThat(side.getAs("rj-s1", "/api/v1/texts/" + first + "?knownOn=3").type())
                .isEqualTo("/problems/unknown-parameter");
    }

    private static TextDigest stored(QuerySide side, String text) {
        return side.bean(TextStore.class).store(text.getBytes(StandardCharsets.UTF_8)).digest();
    }

    private static int text(QuerySide side, String who, TextDigest digest) {
        return side.nowAs(who, "/api/v1/texts/" + digest).status();
    }

    /** What is read by its id is in the list of the same pair of times, and what is listed is read by its id. */
    @ParameterizedTest
    @MethodSource("sides")
    void at_random_pairs_of_times_lists_and_addresses_tell_of_the_same_records(QuerySide side) {
        long seed = 20_250_701;
        Random random = new Random(seed);
        List<Life> lives = new Lives(seed, OwnLine.RANDOM_ORGANISATIONS).several(15, 12);
        List<Long> positions = new ArrayList<>();
        for (Life life : lives) {
            for (Life.Deed deed : life.deeds()) {
                positions.add(side.record(new Deed(life.view().type(), life.record(), deed.actor(), deed.event())));
            }
        }
        int read = 0;
        int hidden = 0;
        for (int i = 0; i < OwnLine.RANDOM_ORGANISATIONS; i++) {
            String who = "org-" + i;
            for (int pair = 0; pair < 3; pair++) {
                long known = positions.get(pair == 0 ? positions.size() - 1 : random.nextInt(positions.size()));
                String times = "?effectiveOn=2015-01-01&knownOn=%d".formatted(known)
                        .replace("2015-01-01", Province.day("2015-01-01").plusDays(random.nextInt(60)).toString());
                for (String resource : List.of("cell-assignments", "members", "basis-documents")) {
                    List<String> listed = ids(side.nowAs(who, "/api/v1/" + resource + times + "&limit=200"));
                    List<String> all = ids(side.nowAs("auditor", "/api/v1/" + resource + times + "&limit=200"));
                    for (String id : all) {
                        int status = side.nowAs(who, "/api/v1/" + resource + "/" + id + times).status();
                        assertThat(status).as("%s reads %s%s", who, id, times).isEqualTo(listed.contains(id) ? 200 : 404);
                        read += status == 200 ? 1 : 0;
                        hidden += status == 404 ? 1 : 0;
                    }
                    assertThat(all).containsAll(listed);
                }
            }
        }
        assertThat(read).isPositive();
        assertThat(hidden).isPositive();
    }
}
