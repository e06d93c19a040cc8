package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.vocabulary.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BasesOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_chain_is_followed_from_a_record_up_to_its_sources(QuerySide side) {
        Province province = new Province(side, "ch").small();
        side.record(
                province.documentThatCarriesOut("68-KL/TW", "kl", "2012-01-01"),
                province.documentThatCarriesOut("3223-CV/TU", "cv", "2013-01-01", "kl", "nowhere"),
                province.documentThatCarriesOut("9-QĐ/TU", "qd", "2014-01-01", "cv", "kl"));
        side.record(province.administrator("c1", renamed("2015-01-01", "Tên mới", province, "qd")));
        String path = "/api/v1/organisations/" + province.id("c1") + "/bases?effectiveOn=";

        Answer chain = side.get(path + "2015-01-01");

        assertThat(chain.at("/documents").valueStream().map(d -> d.at("/facts/number").asString() + d.get("rank")))
                .containsExactly("9-QĐ/TU0", "3223-CV/TU1", "68-KL/TW1");
        assertThat(chain.at("/notThere").toString()).isEqualTo("[\"" + province.id("nowhere") + "\"]");
        assertThat(chain.at("/whole").booleanValue()).isTrue();
        assertThat(side.get(path + "2014-12-31").at("/documents").size()).isZero();
        assertThat(side.get(path + "2009-12-31").type()).isEqualTo("/problems/read/not-effective");
        assertThat(side.get("/api/v1/organisations/nobody/bases").type()).isEqualTo("/problems/unknown-record");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void documents_that_carry_each_other_out_in_a_circle_are_each_told_once(QuerySide side) {
        Province province = new Province(side, "cc").small();
        side.record(
                province.documentThatCarriesOut("1", "da", "2012-01-01", "db"),
                province.documentThatCarriesOut("2", "db", "2012-01-01", "da"));

        assertThat(documents(side.get("/api/v1/basis-documents/" + province.id("da") + "/bases")))
                .containsExactly(province.id("db"), province.id("da"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_chain_that_is_too_long_says_so(QuerySide side) {
        Province province = new Province(side, "lo").small();
        for (int i = 0; i <= 201; i++) {
            side.record(province.documentThatCarriesOut(
                    "" + i, "l" + i, "2012-01-01", i == 0 ? new String[0] : new String[] {"l" + (i - 1)}));
        }

        Answer chain = side.get("/api/v1/basis-documents/" + province.id("l201") + "/bases");

        assertThat(chain.at("/documents").size()).isEqualTo(200);
        assertThat(chain.at("/whole").booleanValue()).isFalse();
        assertThat(side.get("/api/v1/basis-documents/" + province.id("l200") + "/bases").at("/whole").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_rests_on_a_document_is_listed_as_known_then(QuerySide side) {
        Province province = new Province(side, "ci-b").small();
        side.record(
                province.documentThatCarriesOut("1-KL/TW", "kl", "2012-01-01"),
                province.documentThatCarriesOut("2-CV/TU", "cv", "2013-01-01", "kl"));
        side.record(province.administrator("c1", renamed("2015-01-01", "Tên mới", province, "kl")));
        long before = side.lastPosition();
        side.record(province.administrator(
                "c1", new Amendment.Voided(Province.day("2016-01-01"), 1, Province.REASON, List.of())));
        String path = "/api/v1/basis-documents/" + province.id("kl") + "/cited-by?effectiveOn=2016-01-01";

        assertThat(items(side.get(path + "&knownOn=" + before))).containsExactly(province.id("cv"), province.id("c1"));
        assertThat(items(side.get(path))).containsExactly(province.id("cv"));
        assertThat(items(side.get("/api/v1/organisations?filter.bases=" + province.id("kl")
                        + "&effectiveOn=2015-01-01&knownOn=" + before)))
                .containsExactly(province.id("c1"));
        Answer first = side.get(path + "&limit=1&knownOn=" + before);
        assertThat(items(side.get(path + "&limit=1&knownOn=" + before + "&after="
                        + first.at("/next").asString())))
                .containsExactly(province.id("c1"));
        assertThat(side.get("/api/v1/basis-documents/" + province.id("c1") + "/cited-by").type())
                .isEqualTo("/problems/unknown-record");
    }

    private static OrganisationEvent renamed(String on, String name, Province province, String basis) {
        return new OrganisationEvent.Renamed(Province.day(on), new Name(name), null, province.bases(basis));
    }

    private static List<String> documents(Answer answer) {
        return answer.at("/documents").valueStream().map(d -> d.get("id").asString()).toList();
    }

    private static List<String> items(Answer answer) {
        return answer.at("/items").valueStream().map(d -> d.get("id").asString()).toList();
    }
}
