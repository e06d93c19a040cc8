package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RecordsOverHttpTest {

    private static final String ASSIGNMENTS = "/api/v1/cell-assignments/";

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_record_is_shown_as_it_was_on_a_day_as_known_at_a_position(QuerySide side) {
        Province province = new Province(side, "st").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-01"));
        long before = side.lastPosition();
        side.record(province.assignment("a", "s1", "ends", new CellAssignmentEvent.Ended(
                Province.day("2016-01-01"), Province.REASON)));
        String path = ASSIGNMENTS + province.id("a");

        Answer ended = side.get(path + "?effectiveOn=2017-01-01");
        assertThat(ended.at("/state/stage").asString()).isEqualTo("ENDED");
        assertThat(ended.at("/version").longValue()).isEqualTo(5);
        assertThat(ended.header("ETag")).isEqualTo("\"5\"");
        assertThat(ended.at("/effectiveTo").isNull()).isTrue();
        Answer seated = side.get(path + "?effectiveOn=2015-06-01");
        assertThat(seated.at("/state/stage").asString()).isEqualTo("ASSIGNED");
        assertThat(seated.at("/effectiveFrom").asString()).isEqualTo("2015-01-01");
        assertThat(seated.at("/effectiveTo").asString()).isEqualTo("2016-01-01");
        Answer known = side.get(path + "?effectiveOn=2017-01-01&knownOn=" + before);
        assertThat(known.at("/state/stage").asString()).isEqualTo("ASSIGNED");
        assertThat(known.at("/version").longValue()).isEqualTo(4);
        assertThat(known.at("/knownAt").longValue()).isEqualTo(before);
        assertThat(side.get(path + "?knownOn=" + LocalDate.now().minusDays(3)).type())
                .isEqualTo("/problems/unknown-record");
        assertThat(side.get(path + "?knownOn=2999-01-01").type()).isEqualTo("/problems/value/impossible-date");
        assertThat(side.get(path + "?knownOn=" + LocalDate.now().plusDays(3)).at("/state/stage").asString())
                .isEqualTo("ENDED");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void half_a_commit_is_shown_to_nobody(QuerySide side) {
        Province province = new Province(side, "hc").small();
        long before = side.lastPosition();
        long last = side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-01"));

        for (long inside = before + 1; inside < last; inside++) {
            Answer members = side.get("/api/v1/members?knownOn=" + inside);
            assertThat(members.at("/knownAt").longValue()).isEqualTo(before);
            assertThat(side.get(ASSIGNMENTS + province.id("a") + "?knownOn=" + inside).type())
                    .isEqualTo("/problems/unknown-record");
            assertThat(side.getAs("recorder", "/api/v1/members?waitForPosition=" + inside)
                            .at("/knownAt")
                            .longValue())
                    .isGreaterThanOrEqualTo(last);
        }
        assertThat(side.get(ASSIGNMENTS + province.id("a") + "?knownOn=" + last).at("/version").longValue())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_cannot_be_shown_says_why(QuerySide side) {
        Province province = new Province(side, "no").small();
        Answer early = side.get("/api/v1/organisations/" + province.id("p") + "?effectiveOn=2009-01-01");
        assertThat(early.type()).isEqualTo("/problems/read/not-effective");
        assertThat(early.status()).isEqualTo(404);
        assertThat(early.at("/firstDay").asString()).isEqualTo("2010-01-01");
        assertThat(side.get("/api/v1/organisations/nobody").type()).isEqualTo("/problems/unknown-record");
        assertThat(side.get("/api/v1/members/" + province.id("p")).type()).isEqualTo("/problems/unknown-record");
        assertThat(side.get("/api/v1/organisations/a@b").type()).isEqualTo("/problems/value/malformed-id");
        assertThat(side.get("/api/v1/villages").type()).isEqualTo("/problems/unknown-resource");
        Answer filter = side.get("/api/v1/members?filter.rank=x");
        assertThat(filter.type()).isEqualTo("/problems/unknown-parameter");
        assertThat(filter.at("/known").toString()).contains("filter.home");
        assertThat(side.get("/api/v1/members?filter.open=yes").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get("/api/v1/organisations?filter.kind=VILLAGE").type())
                .isEqualTo("/problems/invalid-parameter");
        assertThat(side.get("/api/v1/members?limit=201").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get("/api/v1/members?after=zzz").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get("/api/v1/members?knownOn=yesterday").type()).isEqualTo("/problems/invalid-parameter");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_list_is_filtered_by_facts_and_sorted_by_the_declared_one(QuerySide side) {
        Province province = new Province(side, "li").small();
        Answer cells = side.get("/api/v1/organisations?filter.kind=CELL&filter.partySuperior=" + province.id("c1"));
        assertThat(ids(cells)).containsExactly(province.id("x1"));
        assertThat(cells.at("/items/0/facts/name").asString()).isEqualTo("CELL x1");
        Answer under = side.get("/api/v1/organisations?limit=2&filter.partySuperior=" + province.id("p"));
        assertThat(ids(under)).as("by name").containsExactly(province.id("d"), province.id("b"));
        assertThat(under.at("/next").isNull()).isTrue();
        Answer first = side.get("/api/v1/organisations?limit=1&filter.partySuperior=" + province.id("p"));
        Answer second = side.get("/api/v1/organisations?limit=1&filter.partySuperior=" + province.id("p") + "&after="
                + first.at("/next").asString());
        assertThat(ids(second)).containsExactly(province.id("b"));
        assertThat(ids(side.get("/api/v1/members?filter.home=" + province.id("s1") + "&effectiveOn=2011-01-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_history_tells_each_step_with_the_state_before_and_after(QuerySide side) {
        Province province = new Province(side, "hi").small();
        side.record(province.administrator("c1", renamed("2015-01-01", "Tên sai")));
        side.record(province.administrator("c1", new Amendment.Corrected(
                Province.day("2020-01-01"), 1, renamed("2016-01-01", "Tên đúng"), "1", Province.REASON, List.of())));
        side.record(province.administrator("c1", renamed("2018-01-01", "Tên khác")));
        side.record(province.administrator("c1", new Amendment.Voided(
                Province.day("2020-01-01"), 3, Province.REASON, List.of())));
        String path = "/api/v1/organisations/" + province.id("c1") + "/history";

        JsonNode steps = side.get(path).at("/steps");
        assertThat(steps.size()).isEqualTo(5);
        assertThat(steps.at("/0/before").isNull()).isTrue();
        assertThat(steps.at("/0/event").asString()).isEqualTo("organisation.registered");
        assertThat(steps.at("/1/before/name").asString()).isEqualTo("COMMUNE_PARTY_COMMITTEE c1");
        assertThat(steps.at("/1/after/name").asString()).isEqualTo("Tên sai");
        assertThat(steps.at("/1/correctedBy").longValue()).isEqualTo(2);
        assertThat(steps.at("/2/amends").longValue()).isEqualTo(1);
        assertThat(steps.at("/2/stateOn").asString()).isEqualTo("2016-01-01");
        assertThat(steps.at("/2/before/name").asString()).isEqualTo("Tên sai");
        assertThat(steps.at("/2/after/name").asString()).isEqualTo("Tên đúng");
        assertThat(steps.at("/2/reason").asString()).isEqualTo("theo kế hoạch");
        assertThat(steps.at("/2/content/replacement/event").asString()).isEqualTo("organisation.renamed");
        assertThat(steps.at("/2/actor").asString()).isEqualTo("admin");
        assertThat(steps.at("/2/organisation").asString()).isEqualTo(province.id("p"));
        assertThat(steps.at("/3/voidedBy").longValue()).isEqualTo(4);
        assertThat(steps.at("/4/before/name").asString()).isEqualTo("Tên khác");
        assertThat(steps.at("/4/after/name").asString()).isEqualTo("Tên đúng");

        Answer page = side.get(path + "?limit=3");
        Answer rest = side.get(path + "?limit=3&after=" + page.at("/next").asString());
        assertThat(rest.at("/steps/0/sequence").longValue()).isEqualTo(3);
        assertThat(rest.at("/next").isNull()).isTrue();
        Answer events = side.get("/api/v1/organisations/" + province.id("c1") + "/events?limit=1");
        assertThat(events.at("/events/0/entry").asString()).startsWith("{\"format\":1,");
        assertThat(events.at("/events/0/leafHash").asString()).hasSize(64);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void personal_data_are_shown_to_those_who_may_read_them_and_kept_who_did(QuerySide side) {
        Province province = new Province(side, "pd").small();
        MemberId member = new MemberId(province.id("m9"));
        PersonalDataVault vault = side.bean(PersonalDataVault.class);
        PersonalData.Sealed sealed = vault.seal(member, new PersonalData.Clear("Nguyễn Văn Thử", "Đại úy", null));
        side.record(province.member("m9", "s1", sealed));
        String path = "/api/v1/members/" + member.value();

        assertThat(side.get(path).at("/state/personalData/name").asString()).isEqualTo("Nguyễn Văn Thử");
        assertThat(side.bean(PersonalDataReads.class).of(member, 10)).singleElement().satisfies(read -> {
            assertThat(read.actor().person()).isEqualTo("P-RECORDER");
            assertThat(read.purpose()).isEqualTo("state");
        });
        Answer hidden = side.getAs("auditor", path + "?waitForPosition=" + side.lastPosition());
        assertThat(hidden.at("/state/personalData").isNull()).isTrue();
        assertThat(hidden.at("/state/personalDataHidden").booleanValue()).isTrue();
        assertThat(hidden.response().body()).doesNotContain("ciphertext", "Nguyễn");
        JsonNode step = side.get(path + "/history").at("/steps/0");
        assertThat(step.at("/content/personalData/name").asString()).isEqualTo("Nguyễn Văn Thử");

        vault.erase(member);
        side.record(province.member("m9", "s1", new MemberEvent.PersonalDataErased(
                Province.day("2019-01-01"), Province.REASON)));
        Answer erased = side.get(path + "?effectiveOn=2018-01-01");
        assertThat(erased.at("/state/personalData").isNull()).isTrue();
        assertThat(erased.at("/state/personalDataErased").booleanValue()).isTrue();
        Answer after = side.get(path + "?effectiveOn=2020-01-01");
        assertThat(after.at("/state/personalDataErased").asString()).isEqualTo("2019-01-01");
        assertThat(ids(side.get("/api/v1/members?filter.personalDataErased=true&filter.home=" + province.id("s1"))))
                .containsExactly(member.value());
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_a_dissolution_leaves_open_is_listed_though_it_was_recorded_late(QuerySide side) {
        Province province = new Province(side, "lo").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "s2", "ends", new CellAssignmentEvent.Ended(
                Province.day("2016-01-01"), Province.REASON)));
        side.record(province.assignment("a3", "m2", "s2", "c2", "x2", "2016-02-01").subList(0, 2));
        side.record(province.administrator("c1", new OrganisationEvent.Dissolved(
                Province.day("2014-01-01"), OrganisationEvent.Manner.MERGED, List.of(province.organisationId("c2")),
                Province.REASON, List.of())));
        String leftOpen = "/left-open?effectiveOn=2017-01-01";

        Answer commune = side.get("/api/v1/organisations/" + province.id("c1") + leftOpen);
        assertThat(ids(commune)).containsExactly(province.id("a1"), province.id("x1"));
        assertThat(commune.at("/items/0/resource").asString()).isEqualTo("cell-assignments");
        Answer other = side.get("/api/v1/organisations/" + province.id("s2") + leftOpen);
        assertThat(ids(other)).as("not open yet, and still to be passed on")
                .containsExactly(province.id("a3"), province.id("m2"));
        assertThat(side.get("/api/v1/organisations/nobody/left-open").type())
                .isEqualTo("/problems/unknown-record");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_read_waits_for_a_position_that_is_recorded_meanwhile(QuerySide side) throws Exception {
        Province province = new Province(side, "wa").small();
        long next = side.lastPosition() + 1;
        CompletableFuture<Answer> read = CompletableFuture.supplyAsync(() -> side.getAs(
                "recorder", "/api/v1/organisations/" + province.id("c1") + "?waitForPosition=" + next));
        side.record(province.administrator("c1", renamed("2015-01-01", "Tên mới")));

        assertThat(read.get().at("/state/name").asString()).isEqualTo("Tên mới");
        assertThat(read.get().at("/knownAt").longValue()).isGreaterThanOrEqualTo(next);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void administrators_see_how_the_views_stand_and_build_them_anew(QuerySide side) {
        Province province = new Province(side, "op").small();
        String figure = "/api/v1/figures/communes?effectiveOn=2013-01-01&scope=" + province.id("p");
        assertThat(side.get(figure).at("/value").intValue()).isEqualTo(2);
        assertThat(side.getAs("recorder", "/operations/views").type()).isEqualTo("/problems/access-denied");
        Answer views = side.getAs("administrator", "/operations/views");
        assertThat(views.at("/lag").longValue()).isZero();
        assertThat(views.at("/error").isNull()).isTrue();
        int generation = views.at("/generation").intValue();

        Answer accepted = side.send(side.request("/operations/view-rebuild", "administrator")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(accepted.status()).isEqualTo(202);
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (side.getAs("administrator", "/operations/views").at("/generation").intValue() == generation) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(side.get(figure).at("/value").intValue()).isEqualTo(2);
        }
        assertThat(side.get(figure).at("/value").intValue()).isEqualTo(2);
        assertThat(side.get(figure).at("/knownAt").longValue()).isEqualTo(side.lastPosition());
        assertThat(side.getAs("recorder", "/health/readiness").at("/components/views/status").asString())
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_cursor_that_was_tampered_with_is_refused(QuerySide side) {
        Province province = new Province(side, "cu").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-01"));
        for (String path : List.of("/history?limit=1", "/events?limit=1")) {
            String page = ASSIGNMENTS + province.id("a") + path;
            String next = side.get(page).at("/next").asString();
            assertThat(side.get(page + "&after=" + next).status()).isEqualTo(200);
            for (String[] change : new String[][] {
                {"1$", "-1"}, {"1$", "x"}, {"1$", ""}, {"1$", "9223372036854775807"}, {"1$", "-9223372036854775808"},
                {"^[0-9]+", "-5"}, {"(?<=\u0000)[0-9-]{10}", "+999999999-12-31"}
            }) {
                assertThat(side.get(page + "&after=" + changed(next, change[0], change[1])).type())
                        .as(page + " " + change[1])
                        .isEqualTo("/problems/invalid-parameter");
            }
        }
    }

    private static String changed(String cursor, String part, String with) {
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String changed = plain.replaceFirst(part, with);
        assertThat(changed).isNotEqualTo(plain);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void answers_are_json_and_nothing_else(QuerySide side) {
        for (String path : List.of("/api/v1/members", "/api/v1/figures", "/operations/views")) {
            Answer yaml = side.send(side.request(path, "administrator").header("Accept", "application/yaml").GET());
            assertThat(yaml.status()).isEqualTo(406);
            assertThat(yaml.type()).isEqualTo("/problems/not-acceptable");
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_reads_of_every_feature_are_described(QuerySide side) {
        JsonNode paths = side.getAs("recorder", "/openapi").at("/paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/organisations",
                        "/api/v1/basis-documents/{id}",
                        "/api/v1/members/{id}/history",
                        "/api/v1/cell-assignments/{id}/events",
                        "/api/v1/organisations/{id}/left-open",
                        "/api/v1/figures/{name}/records",
                        "/operations/view-rebuild")
                .doesNotContain("/api/v1/{resource}");
        assertThat(paths.at("/~1api~1v1~1cell-assignments/get/parameters").toString())
                .contains("filter.stage", "SUSPENDED", "waitForPosition");
        assertThat(paths.at("/~1api~1v1~1members/get/responses/default/$ref").asString())
                .endsWith("Problem");
        assertThat(paths.at("/~1operations~1view-rebuild/post/responses").propertyNames())
                .containsExactlyInAnyOrder("202", "default");
    }

    private static OrganisationEvent renamed(String on, String name) {
        return new OrganisationEvent.Renamed(Province.day(on), new Name(name), null, List.of());
    }

    private static List<String> ids(Answer answer) {
        return answer.at("/items").valueStream().map(i -> i.get("id").asString()).toList();
    }
}
