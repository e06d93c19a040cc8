package org.coordinationledger.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrganisationTreeTest {

    private static final OrganisationTree TREE = tree(Map.of(
            "province", List.of(),
            "commune", List.of("province"),
            "cell", List.of("commune"),
            "post", List.of("command", "commune"),
            "left", List.of("right"),
            "right", List.of("left")));

    @Test
    void what_stands_under_an_organisation_is_reached_by_either_line() {
        assertThat(TREE.within("province")).containsExactlyInAnyOrder("province", "commune", "cell", "post");
        assertThat(TREE.within("command")).as("only named as a superior").containsExactlyInAnyOrder("command", "post");
        assertThat(TREE.within("cell")).containsExactly("cell");
    }

    @Test
    void what_an_organisation_stands_under_is_reached_by_either_line() {
        assertThat(TREE.aboveAndItself("post")).containsExactlyInAnyOrder("post", "command", "commune", "province");
        assertThat(TREE.aboveAndItself("province")).containsExactly("province");
    }

    @Test
    void organisations_in_a_circle_are_all_under_each() {
        assertThat(TREE.within("left")).containsExactlyInAnyOrder("left", "right");
        assertThat(TREE.aboveAndItself("left")).containsExactlyInAnyOrder("left", "right");
    }

    @Test
    void the_highest_of_some_stand_under_none_of_them() {
        assertThat(TREE.highest(Set.of("commune", "cell", "post", "other")))
                .containsExactlyInAnyOrder("commune", "other");
        assertThat(TREE.highest(Set.of("cell", "province")))
                .as("the commune between them is not among them")
                .containsExactlyInAnyOrder("cell", "province");
    }

    @Test
    void an_organisation_that_is_not_there_is_alone() {
        assertThat(TREE.within("other")).containsExactly("other");
        assertThat(TREE.aboveAndItself("other")).containsExactly("other");
    }

    @Test
    void an_organisation_that_came_later_is_alone() {
        Map<String, Integer> numbers = new HashMap<>(Map.of("province", 0));
        OrganisationTree tree =
                new OrganisationTree(new String[] {"province"}, numbers, new int[] {OrganisationTree.NONE, OrganisationTree.NONE});
        numbers.put("later", 1);

        assertThat(tree.within("later")).containsExactly("later");
    }

    @Test
    void a_circle_has_what_stands_under_what_is_covered_and_what_is_succeeded() {
        String[] ids = {"province", "post", "commune", "cell", "old", "older", "centre", "other"};
        Map<String, Integer> numbers = new HashMap<>();
        List.of(ids).forEach(id -> numbers.put(id, numbers.size()));
        int[] above = new int[2 * ids.length];
        Arrays.fill(above, OrganisationTree.NONE);
        above[2 * numbers.get("post")] = numbers.get("province");
        above[2 * numbers.get("cell")] = numbers.get("commune");
        OrganisationTree tree = new OrganisationTree(ids, numbers, above, new OrganisationTree.Besides(
                new int[] {numbers.get("post"), numbers.get("commune")},
                new int[] {numbers.get("commune"), numbers.get("old"), numbers.get("old"), numbers.get("older")},
                new int[] {numbers.get("centre")}));

        assertThat(tree.circle(List.of("post"))).containsExactlyInAnyOrder("post", "commune", "cell", "old", "older");
        assertThat(tree.circle(List.of("commune"))).containsExactlyInAnyOrder("commune", "cell", "old", "older");
        assertThat(tree.circle(List.of("cell", "other"))).containsExactlyInAnyOrder("cell", "other");
        assertThat(tree.circle(List.of("nowhere"))).containsExactly("nowhere");
        assertThat(tree.circle(List.of())).isEmpty();
        assertThat(tree.speakingTo(List.of("post"))).containsExactlyInAnyOrder("post", "province", "centre");
        assertThat(tree.speakingTo(List.of("commune"))).containsExactlyInAnyOrder("commune", "old", "older", "centre");
        assertThat(tree.isWhole(tree.circle(List.of("province", "centre")))).isFalse();
        assertThat(tree.isWhole(tree.circle(List.of("province", "centre", "other")))).isTrue();
    }

    private static OrganisationTree tree(Map<String, List<String>> superiors) {
        String[] ids = Stream.concat(
                        superiors.keySet().stream(), superiors.values().stream().flatMap(List::stream))
                .distinct()
                .toArray(String[]::new);
        Map<String, Integer> numbers = new HashMap<>();
        for (String id : ids) {
            numbers.put(id, numbers.size());
        }
        int[] above = new int[2 * ids.length];
        Arrays.fill(above, OrganisationTree.NONE);
        superiors.forEach((organisation, direct) -> {
            for (int i = 0; i < direct.size(); i++) {
                above[2 * numbers.get(organisation) + i] = numbers.get(direct.get(i));
            }
        });
        return new OrganisationTree(ids, numbers, above);
    }
}
