package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SearchOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static Deed cell(Province province, String local, String name) {
        return province.administrator(local, registered("2010-01-01", name));
    }

    private static OrganisationEvent registered(String on, String name) {
        return new OrganisationEvent.Registered(
                Province.day(on), OrganisationKind.CELL, new Name(name), null, null, List.of(), Territory.UNKNOWN, true,
                List.of());
    }

    private static Answer search(QuerySide side, String text, String more) {
        return side.get("/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
    }

    private static List<String> ids(Answer answer, String resource) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return hits(answer, resource).stream().map(hit -> hit.get("id").asString()).toList();
    }

    private static List<JsonNode> hits(Answer answer, String resource) {
        return answer.at("/groups").valueStream()
                .filter(group -> group.get("resource").asString().equals(resource))
                .flatMap(group -> group.get("hits").valueStream())
                .toList();
    }

    private static List<String> organisations(QuerySide side, String text) {
        return ids(search(side, text, ""), "organisations");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void words_are_found_without_diacritics_in_any_case_and_order_and_the_last_unfinished(QuerySide side) {
        Province province = new Province(side, "qa");
        side.record(cell(province, "1", "Chi bộ ấp Đường Thét, xã Mỹ Quýzê"), cell(province, "2", "Chi bộ ấp 3, xã Mỹ Quýzê"));

        for (String text : List.of(
                "Chi bộ ấp Đường Thét, xã Mỹ Quýzê", "chi bo ap duong thet xa my quyze", "DUONG THET QUYZE",
                "quýzê đường", "my quyze thet duong", "duong thet quyze duon", "ĐƯỜNG  thét—Quýzê!",
                Normalizer.normalize("đường thét quýzê", Normalizer.Form.NFD))) {
            assertThat(organisations(side, text)).as(text).containsExactly(province.id("1"));
        }
        assertThat(organisations(side, "quyz")).containsExactlyInAnyOrder(province.id("1"), province.id("2"));
        assertThat(organisations(side, "uyze")).as("the middle of a word").isEmpty();
        assertThat(organisations(side, "duon quyze")).as("only the last word may be unfinished").isEmpty();
        assertThat(organisations(side, "quyze 3")).containsExactly(province.id("2"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_exact_title_comes_first_then_whole_words_then_beginnings(QuerySide side) {
        Province province = new Province(side, "qb");
        side.record(
                cell(province, "1", "Ấp 12 Tânbô"), cell(province, "2", "Chi bộ ấp 1 Tânbô"), cell(province, "3", "Tânbô ấp 1"));

        Answer answer = search(side, "tanbo ap 1", "");

        assertThat(ids(answer, "organisations")).containsExactly(province.id("3"), province.id("2"), province.id("1"));
        assertThat(hits(answer, "organisations").stream().map(hit -> hit.get("match").asString()))
                .containsExactly("EXACT", "TITLE", "PREFIX");
        Answer first = search(side, "tanbo ap 1", "&limit=1");
        assertThat(ids(first, "organisations")).containsExactly(province.id("3"));
        assertThat(first.at("/groups/0/whole").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_record_is_found_once_by_an_earlier_name_which_is_told_with_its_end(QuerySide side) {
        Province province = new Province(side, "qc");
        side.record(cell(province, "1", "Xã Cũkỹ"));
        side.record(province.administrator("1", new OrganisationEvent.Renamed(
                Province.day("2025-07-01"), new Name("Xã Mớitinh"), null, List.of())));

        Answer now = search(side, "cuky", "&effectiveOn=2026-01-01");
        Answer before = search(side, "cuky", "&effectiveOn=2020-01-01");
        Answer later = search(side, "moitinh", "&effectiveOn=2020-01-01");

        assertThat(ids(now, "organisations")).containsExactly(province.id("1"));
        assertThat(now.at("/groups/0/hits/0/title").asString()).isEqualTo("Xã Mớitinh");
        assertThat(now.at("/groups/0/hits/0/matched").asString()).isEqualTo("Xã Cũkỹ");
        assertThat(now.at("/groups/0/hits/0/until").asString()).isEqualTo("2025-07-01");
        assertThat(before.at("/groups/0/hits/0/title").asString()).isEqualTo("Xã Cũkỹ");
        assertThat(before.at("/groups/0/hits/0").has("matched") && !before.at("/groups/0/hits/0/matched").isNull())
                .isFalse();
        assertThat(later.at("/groups/0/hits/0/title").asString()).isEqualTo("Xã Cũkỹ");
        assertThat(later.at("/groups/0/hits/0/matched").asString()).isEqualTo("Xã Mớitinh");
        assertThat(later.at("/groups/0/hits/0/from").asString()).isEqualTo("2025-07-01");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_was_corrected_or_voided_is_found_only_as_it_was_known(QuerySide side) {
        Province province = new Province(side, "qd");
        long first = side.record(cell(province, "1", "Ấp Nhầmlẫn"), cell(province, "2", "Ấp Hủybỏ"));
        side.record(
                province.administrator("1", new Amendment.Corrected(
                        Province.day("2020-01-01"), 0, registered("2010-01-01", "Ấp Đúngđắn"), "1", Province.REASON, List.of())),
                province.administrator("2", new Amendment.Voided(
                        Province.day("2020-01-01"), 0, Province.REASON, List.of())));

        assertThat(organisations(side, "nhamlan")).isEmpty();
        assertThat(organisations(side, "huybo")).isEmpty();
        assertThat(organisations(side, "dungdan")).containsExactly(province.id("1"));
        assertThat(ids(search(side, "nhamlan", "&knownOn=" + first), "organisations")).containsExactly(province.id("1"));
        assertThat(ids(search(side, "huybo", "&knownOn=" + first), "organisations")).containsExactly(province.id("2"));
        assertThat(ids(search(side, "dungdan", "&knownOn=" + first), "organisations")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void documents_are_found_by_number_and_subject_and_agreements_by_what_they_are_about(QuerySide side) {
        Province province = new Province(side, "qe").small();
        side.record(
                province.document("7731-QĐ/TU", "r", "2013-01-04", null),
                new Deed(
                        AgreementState.TYPE, province.id("g"), new Actor("a", province.organisationId("p"), Role.RECORDER),
                        new AgreementEvent.Drafted(
                                Province.day("2020-01-01"), AgreementKind.values()[0],
                                new Subject("Phối hợp quản lý Mốcgiới 171"), province.organisationId("p"),
                                List.of(province.organisationId("p"), province.organisationId("b")),
                                new TextDigest("a".repeat(64)), Province.day("2020-01-01"), null, null, List.of(), true)));

        assertThat(ids(search(side, "7731-qd/tu", ""), "basis-documents")).containsExactly(province.id("r"));
        assertThat(ids(search(side, "7731 quy dinh", ""), "basis-documents")).containsExactly(province.id("r"));
        Answer agreement = search(side, "mocgioi 171", "");
        assertThat(ids(agreement, "agreements")).containsExactly(province.id("g"));
        assertThat(agreement.at("/groups/0/hits/0/match").asString()).isEqualTo("TEXT");
        assertThat(agreement.at("/groups/0/hits/0/matched").asString()).isEqualTo("Phối hợp quản lý Mốcgiới 171");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_code_finds_the_member_what_is_titled_by_the_member_and_the_mandates(QuerySide side) {
        Province province = new Province(side, "qf").small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2015-01-31"));
        side.record(new Deed(
                MandateState.TYPE, province.id("mandate"), new Actor("a", province.organisationId("p"), Role.ADMINISTRATOR),
                new MandateEvent.Granted(
                        Province.day("2015-01-01"), new PersonCode("DV-" + province.id("m1")), province.organisationId("p"),
                        Role.RECORDER, null, null, List.of(), null, List.of(), true)));

        Answer answer = search(side, "dv-qf-m1", "");

        assertThat(ids(answer, "members")).containsExactly(province.id("m1"));
        assertThat(ids(answer, "cell-assignments")).containsExactly(province.id("a"));
        assertThat(ids(answer, "mandates")).containsExactly(province.id("mandate"));
        assertThat(ids(search(side, "dv qf m1 cell x1", ""), "cell-assignments"))
                .as("the titles of both that it names")
                .containsExactly(province.id("a"));
        assertThat(ids(search(side, "dv qf m1 cell x2", ""), "cell-assignments")).isEmpty();
        assertThat(search(side, "dv-qf-m1", "&resource=members,mandates").at("/groups").size()).isEqualTo(2);
        assertThat(ids(search(side, province.id("mandate"), ""), "mandates")).as("its id").containsExactly(province.id("mandate"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_name_of_forty_syllables_is_found_by_all_and_by_some_of_them(QuerySide side) {
        Province province = new Province(side, "qg");
        String name = "Chi bộ " + "ấp ba ".repeat(18) + "Dàidòng Lắm";
        side.record(cell(province, "1", name));

        assertThat(name.split(" ")).hasSize(40);
        assertThat(organisations(side, name)).containsExactly(province.id("1"));
        assertThat(organisations(side, "daidong")).containsExactly(province.id("1"));
        assertThat(organisations(side, "lam dai ap daidong")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void hostile_characters_find_what_their_letters_say_and_nothing_else(QuerySide side) {
        Province province = new Province(side, "qh");
        side.record(cell(province, "1", "Ấp $gt {\"$where\": 1} <b>Kỳquặc</b> .* \\Q"));

        for (String text : List.of(
                "kyquac", "$gt kyquac", "<b>kyquac", "{\"$where\": kyquac}", "q\\Q.*kyquac", "^kyquac", "kyquac\u0000",
                "\u202Ekyquac\u200B", "'; kyquac", "🌾 kyquac")) {
            assertThat(organisations(side, text)).as(text).containsExactly(province.id("1"));
        }
        assertThat(organisations(side, "kyquac.*zz")).isEmpty();
        assertThat(organisations(side, "kyq.ac")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_cannot_be_searched_says_why(QuerySide side) {
        assertThat(side.get("/api/v1/search").type()).isEqualTo("/problems/missing-parameter");
        for (String text : List.of("", "a", "…!? ", "x".repeat(501))) {
            assertThat(search(side, text, "").type()).as(text).isEqualTo("/problems/invalid-parameter");
        }
        assertThat(search(side, "ap", "&resource=villages").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(search(side, "ap", "&resource=members,").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(search(side, "ap", "&limit=51").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(search(side, "ap", "&after=x").type()).isEqualTo("/problems/unknown-parameter");
        assertThat(search(side, "chẳngcógìnhưthếnày", "").at("/groups").size()).isZero();
    }
}
