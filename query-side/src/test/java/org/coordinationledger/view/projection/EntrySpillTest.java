package org.coordinationledger.view.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.ledger.LedgerBounds;
import org.coordinationledger.ledger.StoredEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntrySpillTest {

    @TempDir
    Path folder;

    @Test
    void entries_added_by_several_threads_come_back_whole_by_stream_in_order() throws IOException {
        List<StoredEntry> entries = entries(new Random(1), 20_000);
        try (EntrySpill spill = new EntrySpill(folder, 5L * EntrySpill.PART_ENTRIES)) {
            entries.parallelStream().forEach(spill::add);

            assertThat(spill.parts()).isEqualTo(5);
            assertThat(names()).as("the file has no name").isEmpty();
            Set<String> seen = new HashSet<>();
            List<StoredEntry> all = new ArrayList<>();
            for (int part = 0; part < spill.parts(); part++) {
                Map<String, List<StoredEntry>> streams = spill.part(part);
                assertThat(streams).isNotEmpty();
                streams.forEach((stream, own) -> {
                    assertThat(seen.add(stream)).as("a stream is in one part").isTrue();
                    assertThat(own).isSortedAccordingTo(Comparator.comparingLong(StoredEntry::position));
                    assertThat(own).allMatch(entry -> entry.streamId().equals(stream));
                    all.addAll(own);
                });
            }
            assertThat(all).containsExactlyInAnyOrderElementsOf(entries);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void a_small_ledger_needs_no_file() {
        Path nowhere = folder.resolve("nowhere");
        try (EntrySpill spill = new EntrySpill(nowhere, 3)) {
            StoredEntry entry = new StoredEntry(0, "a", "{}");
            spill.add(entry);
            assertThat(spill.part(0)).isEqualTo(Map.of("a", List.of(entry)));
        }
    }

    @Test
    void a_folder_that_takes_no_file_is_named() {
        Path nowhere = folder.resolve("nowhere");
        try (EntrySpill spill = new EntrySpill(nowhere, 3)) {
            StoredEntry large = new StoredEntry(0, "a", "x".repeat(LedgerBounds.MAX_ENTRY_BYTES));
            assertThatThrownBy(() -> spill.add(large))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(nowhere.toString());
        }
    }

    @Test
    void parts_are_so_many_that_one_is_small_up_to_a_limit() {
        assertThat(parts(0)).isEqualTo(1);
        assertThat(parts(EntrySpill.PART_ENTRIES + 1)).isEqualTo(2);
        assertThat(parts(1_000_000)).isEqualTo(63);
        assertThat(parts(Long.MAX_VALUE / 2)).isEqualTo(EntrySpill.MOST_PARTS);
    }

    private int parts(long entries) {
        try (EntrySpill spill = new EntrySpill(folder, entries)) {
            return spill.parts();
        }
    }

    private List<Path> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    /** Short and long texts, some of the greatest length, in the letters of the domain. */
    private static List<StoredEntry> entries(Random random, int count) {
        List<StoredEntry> entries = new ArrayList<>();
        for (int position = 0; position < count; position++) {
            int length = random.nextInt(2_000) == 0 ? LedgerBounds.MAX_ENTRY_BYTES / 3 : random.nextInt(300);
            entries.add(new StoredEntry(position, "stream-" + random.nextInt(500), "ữ".repeat(length)));
        }
        return entries;
    }
}
