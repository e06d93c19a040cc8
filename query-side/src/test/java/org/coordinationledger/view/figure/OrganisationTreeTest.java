package org.coordinationledger.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganisationTreeTest {

    private static final OrganisationTree TREE = new OrganisationTree(Map.of(
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
    void an_organisation_that_is_not_there_is_alone() {
        assertThat(TREE.within("other")).containsExactly("other");
        assertThat(TREE.aboveAndItself("other")).containsExactly("other");
    }

    @Test
    void those_only_named_as_superiors_count() {
        assertThat(TREE.size()).isEqualTo(7);
    }
}
