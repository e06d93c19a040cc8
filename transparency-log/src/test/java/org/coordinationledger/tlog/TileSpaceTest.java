package org.coordinationledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.coordinationledger.tlog.RefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileSpaceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/7/000.p/127",
                "tile/0/x001/x234/067",
                "tile/entries/999.p/255",
                "tile/0/x035/x791/x394/x000/x000/000",
                "tile/3/x001/000.p/1"
            })
    void a_path_is_printed_as_it_was_read(String path) {
        assertThat(TilePath.parse(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "tile", "tile/", "/tile/0/000", "tile/0/000/", "tile/0/00", "tile/0/0000", "tile/0/1", "tile/00/000",
                "tile/01/000", "tile/-1/000", "tile/+1/000", "tile/8/000", "tile/63/000", "tile/64/000", "tile/x/000",
                "tile/0/x000/001", "tile/0/001/x000", "tile/0/x001", "tile/0/x001/x002", "tile/0/001/002",
                "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/", "tile/0/000.p", "tile/0/000.p/1/",
                "tile/0/000.p/-1", "tile/0/000.P/1", "tile/7/000", "tile/7/000.p/128", "tile/entries/00", "tile/entries/",
                "tile/Entries/000", "tile/0/../000", "tile/0/%30%30%30", "tile/0/000\n", " tile/0/000", "tile/0/٠٠٠",
                "checkpoint", "tile/entries/x999/x999/x999/x999/x999/x999/999", "tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void everything_else_is_refused(String path) {
        assertThatThrownBy(() -> TilePath.parse(path))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.TILE_PATH));
    }

    @Test
    void a_tile_is_as_wide_as_the_tree_makes_it() {
        assertThat(TilePath.Hashes.of(0, 273, 70_000)).isEqualTo(new TilePath.Hashes(0, 273, 112));
        assertThat(TilePath.Hashes.of(1, 1, 70_000)).isEqualTo(new TilePath.Hashes(1, 1, 17));
        assertThat(TilePath.Hashes.of(2, 0, 70_000)).isEqualTo(new TilePath.Hashes(2, 0, 1));
        assertThat(TilePath.Entries.of(273, 70_000)).isEqualTo(new TilePath.Entries(273, 112));
        assertThat(TilePath.Entries.of(272, 70_000).full()).isTrue();
        assertThatThrownBy(() -> TilePath.Hashes.of(0, 274, 70_000)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> TilePath.Hashes.of(3, 0, 70_000)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> TilePath.Entries.of(274, 70_000)).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_tile_ends_below_the_entries_that_it_spans() {
        assertThat(new TilePath.Hashes(0, 273, 112).end()).isEqualTo(70_000);
        assertThat(new TilePath.Hashes(1, 0).end()).isEqualTo(65_536);
        assertThat(new TilePath.Entries(0, 5).end()).isEqualTo(5);
    }

    @Test
    void an_entry_of_65535_bytes_fits_a_bundle_and_one_more_byte_does_not() {
        byte[] largest = new byte[EntryBundle.MAX_ENTRY_BYTES];

        assertThat(EntryBundle.read(EntryBundle.write(List.of(largest, new byte[0])), 2))
                .containsExactly(largest, new byte[0]);
        assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[EntryBundle.MAX_ENTRY_BYTES + 1])))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.ENTRY_TOO_LARGE));
        assertThatThrownBy(() -> EntryBundle.write(List.of())).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_bundle_of_another_number_of_entries_is_refused() {
        byte[] bundle = Vectors.bytes("tile-entries-000.p-5");

        assertThatThrownBy(() -> EntryBundle.read(bundle, 4)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> EntryBundle.read(bundle, 6)).isInstanceOf(RefusedException.class);
    }
}
