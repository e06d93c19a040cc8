package org.coordinationledger.view.projection;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How views are carried on.
 *
 * @param segments into how many parts the work of a new generation is split, among all processes
 * @param batchEvents at most this many events are projected at once
 * @param recordsInMemory at most this many records' timelines are kept, for the next event of each
 * @param readyLag the views count as caught up when at most this many events are missing
 * @param keepSuperseded for how long a generation is kept after another took its place, for those still reading it
 * @param rebuildAtStart whether all views are built anew when the process starts
 * @param buildFolder where a build makes its temporary file, which is as large as the texts of the ledger
 * @param buildThreads how many threads of a build read, fold and write at the same time
 */
public record ViewSettings(
        int segments,
        int batchEvents,
        int recordsInMemory,
        long readyLag,
        Duration keepSuperseded,
        boolean rebuildAtStart,
        Path buildFolder,
        int buildThreads) {

    public static final ViewSettings DEFAULT =
            new ViewSettings(
                    1, 200, 20_000, 1_000, Duration.ofSeconds(60), false, Path.of(System.getProperty("java.io.tmpdir")), 2);

    public ViewSettings {
        if (segments < 1 || segments > 64 || batchEvents < 1 || batchEvents > 10_000 || recordsInMemory < 1) {
            throw new IllegalArgumentException(
                    "segments are 1 to 64, events of a batch 1 to 10000, records in memory at least 1");
        }
        if (buildThreads < 1 || buildThreads > 16) {
            throw new IllegalArgumentException("threads of a build are 1 to 16");
        }
    }
}
