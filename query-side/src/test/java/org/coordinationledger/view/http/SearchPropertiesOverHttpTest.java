package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.title.Titles;
import org.coordinationledger.view.title.Wording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every record is found by, and by whom it is found. */
class SearchPropertiesOverHttpTest {

    private static final long SEED = 71;
    private static final int MOST = 50;
    private static final LocalDate DAY = LocalDate.of(2015, 2, 5);

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    static Stream<QuerySide> ownLine() {
        return OwnLine.sides();
    }

    private static String address(String text, String resource) {
        return "/api/v1/search?limit=%d&effectiveOn=%s&resource=%s&q=%s"
                .formatted(MOST, DAY, resource, URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/groups").valueStream()
                .flatMap(group -> group.get("hits").valueStream())
                .map(hit -> hit.get("id").asString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void every_record_is_found_by_its_own_title(QuerySide side) {
        List<Life> lives = new Lives(SEED, 6).several(12, 10);
        for (Life life : lives) {
            List<Deed> deeds = new ArrayList<>();
            life.deeds().forEach(deed -> deeds.add(new Deed(life.view().type(), life.record(), deed.actor(), deed.event())));
            if (!deeds.isEmpty()) {
                side.record(deeds);
            }
        }
        Province province = new Province(side, "qp").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2015-01-01"));
        side.record(province.document("09-QĐ/TU", "r", "2013-01-04", null));
        Map<String, Integer> tried = new TreeMap<>();
        for (FeatureView<?> view : side.bean(FeatureViews.class).all()) {
            String resource = view.resource();
            Titles titles = titles(side);
            for (String id : listed(side, resource)) {
                boolean ours = id.startsWith("qp-") || lives.stream().anyMatch(life -> life.record().equals(id));
                if (ours) {
                    titles.lookUp(Map.of(resource, Set.of(id)));
                    String title = titles.of(resource, id);

                    assertFound(side.get(address(title, resource)), id, title);
                    tried.merge(resource, 1, Integer::sum);
                }
            }
        }
        assertThat(tried).containsKeys("organisations", "members", "basis-documents", "cell-assignments");
    }

    /** The ids of all records of a kind, page by page. */
    private static List<String> listed(QuerySide side, String resource) {
        List<String> ids = new ArrayList<>();
        String page = "/api/v1/" + resource + "?limit=200&effectiveOn=" + DAY;
        Answer list = side.get(page);
        while (true) {
            list.at("/items").valueStream().map(item -> item.get("id").asString()).forEach(ids::add);
            if (list.at("/next").isNull()) {
                return ids;
            }
            list = side.get(page + "&after=" + list.at("/next").asString());
        }
    }

    /** It is found, or as many as are shown go by just the same title. */
    private static void assertFound(Answer found, String id, String title) {
        List<String> ids = ids(found);
        if (!ids.contains(id)) {
            assertThat(found.at("/groups/0/hits").valueStream().map(hit -> hit.get("title").asString()))
                    .as("%s for %s", id, title)
                    .hasSize(MOST)
                    .containsOnly(title);
        }
    }

    private static Titles titles(QuerySide side) {
        ReadPoint point = side.bean(ReadPoints.class).at(new KnownOn.Now(), side.lastPosition());
        return new Titles(
                side.bean(FeatureViews.class), side.bean(Generations.class), ReadingCircle.WHOLE, point, DAY,
                new Wording(side.bean(Messages.class), Messages.VIETNAMESE));
    }

    @ParameterizedTest
    @MethodSource("ownLine")
    void nobody_finds_what_they_may_not_read(QuerySide side) {
        Province province = new Province(side, "rn").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2015-01-01"));

        assertThat(ids(side.nowAs("rn-s1", address("dv-rn-m1", "members,cell-assignments"))))
                .containsExactly(province.id("m1"), province.id("a1"));
        assertThat(ids(side.nowAs("rn-s2", address("dv-rn-m1", "members,cell-assignments")))).isEmpty();
        assertThat(ids(side.nowAs("rn-s2", address("dv-rn-m2 cell x2", "cell-assignments"))))
                .containsExactly(province.id("a2"));
        assertThat(ids(side.nowAs("rn-s1", address("dv-rn-m2 cell x2", "cell-assignments")))).isEmpty();
        assertThat(ids(side.nowAs("rn-s1", address(province.id("a2"), "cell-assignments")))).as("its id").isEmpty();
        for (String who : List.of("p", "b", "d", "c1", "c2", "s1", "s2", "x1", "x2")) {
            List<String> listed = side.nowAs(province.id(who), "/api/v1/cell-assignments?limit=200&effectiveOn=" + DAY)
                    .at("/items").valueStream()
                    .map(item -> item.get("id").asString())
                    .toList();

            assertThat(ids(side.nowAs(province.id(who), address("1-GT/ĐU", "cell-assignments"))))
                    .as(who)
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }
}
