package org.coordinationledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTableTest {

    /** An entry as far as heads go. */
    private record Step(String record, long sequence, long prev) {}

    /** Times of which all heads are kept. */
    private static final int MOST_TIMES = 700;

    private final HeadTable table = new HeadTable();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Head> naive = new HashMap<>();
    private final List<Map<String, Head>> was = new ArrayList<>(List.of(Map.of()));

    private void step(String record) {
        byte[] hash = RecordHeads.idHash(record).bytes();
        int number = table.find(hash, 0);
        steps.add(new Step(record, table.sequence(number) + 1, table.position(number)));
        table.step(number, hash, 0, steps.size() - 1);
        naive.merge(record, Head.of(record, 0, steps.size() - 1),
                (before, first) -> Head.of(record, before.sequence() + 1, first.position()));
        if (steps.size() <= MOST_TIMES) {
            was.add(Map.copyOf(naive));
        }
    }

    private RecordHeads asOf(int size) {
        HeadTable.Earlier earlier = new HeadTable.Earlier();
        for (Step step : steps.subList(size, steps.size())) {
            table.undo(earlier, table.find(RecordHeads.idHash(step.record()).bytes(), 0), step.sequence(), step.prev());
        }
        return table.heads(earlier);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void at_any_time_the_tree_of_any_earlier_size_is_that_of_the_heads_of_then(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 700; i++) {
            step("record-" + random.nextInt(1 + i / 2));
            if (random.nextInt(20) == 0) {
                int size = random.nextInt(steps.size() + 1);
                assertThat(asOf(size).root()).isEqualTo(RecordHeads.of(was.get(size).values()).root());
            }
        }
        assertThat(table.records()).isEqualTo(naive.size());
        assertThat(table.heads().root()).isEqualTo(RecordHeads.of(naive.values()).root());
        assertThat(table.heads().root()).isEqualTo(
                NaiveTree.root(naive.values().stream().sorted().map(Head::leaf).toList()));
    }

    @Test
    void many_records_are_found_again_and_proved() {
        for (int i = 0; i < 20_000; i++) {
            step("record-" + i % 12_000);
        }
        RecordHeads heads = table.heads();

        assertThat(heads.size()).isEqualTo(12_000);
        for (int i = 0; i < 12_000; i += 997) {
            String id = "record-" + i;
            RecordHeads.Placed placed = heads.presence(id).orElseThrow();
            assertThat(placed.head()).isEqualTo(naive.get(id));
            assertThat(RecordHeads.provesPresence(id, placed, 12_000, heads.root())).isTrue();
            assertThat(RecordHeads.provesAbsence(
                            "no-" + id, heads.absence("no-" + id).orElseThrow(), 12_000, heads.root()))
                    .isTrue();
        }
    }

    @Test
    void a_tree_of_which_only_the_roots_of_its_tiles_were_kept_proves_the_same() {
        for (int i = 0; i < 70_000; i++) {
            step("record-" + i);
        }
        RecordHeads made = table.heads();
        List<Head> sorted = naive.values().stream().sorted().toList();
        RecordHeads.Leaves leaves = new RecordHeads.Leaves() {
            @Override
            public long size() {
                return made.size();
            }

            @Override
            public byte[] leaves(long first, int count) {
                byte[] found = new byte[count * RecordHeads.LEAF_BYTES];
                for (int i = 0; i < count; i++) {
                    System.arraycopy(sorted.get((int) first + i).leaf(), 0, found,
                            i * RecordHeads.LEAF_BYTES, RecordHeads.LEAF_BYTES);
                }
                return found;
            }
        };
        RecordHeads kept = RecordHeads.kept(leaves, made.tileRoots());

        assertThat(made.tileRoots()).hasSize(70_000 / 256 * 32);
        assertThat(kept.root()).isEqualTo(made.root());
        assertThat(kept.presence("record-69999")).isEqualTo(made.presence("record-69999"));
    }
}
