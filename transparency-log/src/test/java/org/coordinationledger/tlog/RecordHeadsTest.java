package org.coordinationledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.coordinationledger.tlog.RecordHeads.Absence;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.coordinationledger.tlog.RecordHeads.Placed;
import org.junit.jupiter.api.Test;

class RecordHeadsTest {

    private static RecordHeads of(int records) {
        return RecordHeads.of(IntStream.range(0, records)
                .mapToObj(i -> Head.of("record-" + i, i % 7, i + 10L))
                .toList());
    }

    @Test
    void a_leaf_is_the_hash_of_the_id_the_sequence_and_the_position() {
        assertThat(HexFormat.of().formatHex(Head.of("a", 2, 258).leaf()))
                .isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
                        + "0000000000000002" + "0000000000000102");
    }

    @Test
    void the_root_is_that_of_the_sorted_leaves_in_whatever_order_they_came() {
        List<Head> heads = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> Head.of("record-" + i, 0, i))
                .toList());
        Hash root = NaiveTree.root(heads.stream().sorted().map(Head::leaf).toList());
        Collections.shuffle(heads, new Random(5));

        assertThat(RecordHeads.of(heads).root()).isEqualTo(root);
    }

    @Test
    void where_a_record_ended_is_proved() {
        RecordHeads heads = of(500);
        for (int i = 0; i < 500; i += 7) {
            Placed placed = heads.presence("record-" + i).orElseThrow();
            assertThat(placed.head()).isEqualTo(Head.of("record-" + i, i % 7, i + 10L));
            assertThat(RecordHeads.provesPresence("record-" + i, placed, 500, heads.root())).isTrue();
            assertThat(RecordHeads.provesPresence("record-x", placed, 500, heads.root())).isFalse();
            Placed later = new Placed(
                    new Head(placed.head().idHash(), placed.head().sequence() + 1, placed.head().position() + 1),
                    placed.index(),
                    placed.proof());
            assertThat(RecordHeads.provesPresence("record-" + i, later, 500, heads.root())).isFalse();
        }
    }

    @Test
    void that_there_was_no_record_is_proved_by_two_neighbours() {
        for (int size : new int[] {0, 1, 2, 3, 100}) {
            RecordHeads heads = of(size);
            for (int i = 0; i < 50; i++) {
                String id = "absent-" + i;
                Absence absence = heads.absence(id).orElseThrow();
                assertThat(RecordHeads.provesAbsence(id, absence, size, heads.root())).isTrue();
                assertThat(heads.presence(id)).isEmpty();
            }
        }
    }

    @Test
    void no_neighbours_prove_that_a_record_which_is_there_is_not() {
        RecordHeads heads = of(100);
        List<Head> sorted = IntStream.range(0, 100)
                .mapToObj(i -> Head.of("record-" + i, i % 7, i + 10L))
                .sorted()
                .toList();
        for (int i = 0; i < 100; i++) {
            String id = "record-" + i;
            int place = sorted.indexOf(Head.of(id, i % 7, i + 10L));
            Optional<Placed> before = neighbour(heads, sorted, place - 1);
            Optional<Placed> after = neighbour(heads, sorted, place + 1);

            assertThat(heads.absence(id)).isEmpty();
            assertThat(RecordHeads.provesAbsence(id, new Absence(before, after), 100, heads.root())).isFalse();
            assertThat(RecordHeads.provesAbsence(id, new Absence(before, Optional.empty()), 100, heads.root()))
                    .isFalse();
            assertThat(RecordHeads.provesAbsence(id, new Absence(Optional.empty(), after), 100, heads.root()))
                    .isFalse();
        }
        assertThat(RecordHeads.provesAbsence(
                        "record-1", new Absence(Optional.empty(), Optional.empty()), 100, heads.root()))
                .isFalse();
    }

    private static Optional<Placed> neighbour(RecordHeads heads, List<Head> sorted, int place) {
        if (place < 0 || place >= sorted.size()) {
            return Optional.empty();
        }
        return IntStream.range(0, 100)
                .mapToObj(i -> heads.presence("record-" + i).orElseThrow())
                .filter(p -> p.index() == place)
                .findFirst();
    }

    @Test
    void two_heads_of_one_record_are_refused() {
        assertThatThrownBy(() -> RecordHeads.of(List.of(Head.of("a", 0, 1), Head.of("a", 1, 2))))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Head.of("a", 5, 4)).isInstanceOf(RefusedException.class);
    }
}
