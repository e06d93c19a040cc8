package org.coordinationledger.view;

import java.nio.file.Path;
import java.time.Duration;
import org.coordinationledger.view.projection.ViewSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How views are carried on; see {@link ViewSettings}.
 *
 * @param segments of generations to come; the live one keeps those that it was built with
 * @param rebuildAtStart builds all views anew when the process starts
 * @param buildFolder the system's folder for temporary files if null
 */
@ConfigurationProperties("ledger.views")
record ViewProperties(
        @DefaultValue("1") int segments,
        @DefaultValue("200") int batchEvents,
        @DefaultValue("20000") int recordsInMemory,
        @DefaultValue("1000") long readyLag,
        @DefaultValue("60s") Duration keepSuperseded,
        @DefaultValue("false") boolean rebuildAtStart,
        @Nullable Path buildFolder,
        @DefaultValue("4") int buildThreads) {

    ViewSettings settings() {
        return new ViewSettings(
                segments, batchEvents, recordsInMemory, readyLag, keepSuperseded, rebuildAtStart,
                buildFolder == null ? ViewSettings.DEFAULT.buildFolder() : buildFolder, buildThreads);
    }
}
