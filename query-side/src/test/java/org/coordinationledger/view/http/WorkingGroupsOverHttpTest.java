package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Lists and figures of working groups. */
class WorkingGroupsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static Deed step(Province province, RecordEvent event) {
        return new Deed(
                WorkingGroupState.TYPE, province.id("g"),
                new Actor("somebody", province.organisationId("b"), Role.APPROVER), event);
    }

    /** Established by b for d; s1 helps x1 and x2, s2 nobody; dissolved on the first of January 2018. */
    private static Province group(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(
                step(province, new WorkingGroupEvent.Established(
                        Province.day("2014-01-01"), new Name("Tổ công tác"), new Subject("Giúp ấp"),
                        province.organisationId("d"), List.of(), true)),
                step(province, new WorkingGroupEvent.PostAttached(
                        Province.day("2014-02-01"), province.organisationId("s1"))),
                step(province, new WorkingGroupEvent.PostAttached(
                        Province.day("2014-02-01"), province.organisationId("s2"))),
                step(province, new WorkingGroupEvent.VillagesAssigned(
                        Province.day("2014-03-01"), province.organisationId("s1"),
                        List.of(province.organisationId("x1"), province.organisationId("x2")))),
                step(province, new WorkingGroupEvent.PostDetached(
                        Province.day("2016-01-01"), province.organisationId("s1"), Province.REASON)),
                step(province, new WorkingGroupEvent.Dissolved(Province.day("2018-01-01"), Province.REASON)));
        return province;
    }

    @ParameterizedTest
    @MethodSource("sides")
    void groups_posts_and_villages_count_for_who_established_the_group_and_all_above(QuerySide side) {
        Province province = group(side, "wg1");

        for (String scope : List.of("b", "p")) {
            assertThat(value(side, "workingGroups", province, scope, "2014-01-01")).isEqualTo(1);
            assertThat(value(side, "postsInWorkingGroups", province, scope, "2014-01-31")).isZero();
            assertThat(value(side, "postsInWorkingGroups", province, scope, "2014-02-01")).isEqualTo(2);
            assertThat(value(side, "villagesHelped", province, scope, "2014-03-01")).isEqualTo(2);
            assertThat(value(side, "postsInWorkingGroups", province, scope, "2016-01-01")).isEqualTo(1);
            assertThat(value(side, "villagesHelped", province, scope, "2016-01-01")).isZero();
            assertThat(value(side, "workingGroups", province, scope, "2018-01-01")).isZero();
            assertThat(value(side, "postsInWorkingGroups", province, scope, "2018-01-01")).isZero();
        }
        assertThat(value(side, "workingGroups", province, "d", "2014-01-01")).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_list_tells_the_posts_and_the_record_the_villages_of_each(QuerySide side) {
        Province province = group(side, "wg2");

        JsonNode facts = side.get("/api/v1/working-groups?effectiveOn=2014-03-01&filter.posts=" + province.id("s1"))
                .at("/items/0/facts");
        assertThat(facts.get("name").asString()).isEqualTo("Tổ công tác");
        assertThat(facts.get("worksFor").asString()).isEqualTo(province.id("d"));
        assertThat(facts.get("posts").size()).isEqualTo(2);
        assertThat(facts.at("/villageCount/value").intValue()).isEqualTo(2);
        assertThat(side.get("/api/v1/working-groups/" + province.id("g") + "?effectiveOn=2014-03-01")
                        .at("/state/posts/0/villages/1")
                        .asString())
                .isEqualTo(province.id("x2"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_group_is_left_open_by_its_posts_until_they_leave_it_or_it_is_dissolved(QuerySide side) {
        Province province = group(side, "wg3");

        assertThat(leftOpen(side, province, "s1", "2015-12-31")).contains(province.id("g"));
        assertThat(leftOpen(side, province, "s1", "2016-01-01")).doesNotContain(province.id("g"));
        assertThat(leftOpen(side, province, "s2", "2017-12-31")).contains(province.id("g"));
        assertThat(leftOpen(side, province, "s2", "2018-01-01")).doesNotContain(province.id("g"));
    }

    private static List<String> leftOpen(QuerySide side, Province province, String organisation, String day) {
        return side.get("/api/v1/organisations/" + province.id(organisation) + "/left-open?effectiveOn=" + day)
                .at("/items")
                .findValuesAsString("id");
    }

    private static int value(QuerySide side, String figure, Province province, String scope, String day) {
        Answer answer =
                side.get("/api/v1/figures/%s?scope=%s&effectiveOn=%s".formatted(figure, province.id(scope), day));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }
}
