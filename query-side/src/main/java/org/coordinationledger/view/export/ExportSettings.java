package org.coordinationledger.view.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of exports.
 *
 * @param mostRows of one file; more are refused before anything is sent
 * @param mostSections of a file for printing, which is kept in memory while it is made
 * @param batchRows how many are read at once
 * @param atOnce how many files are written at a time
 * @param longest how long a file may take; one that takes longer is cut off
 */
@ConfigurationProperties("ledger.exports")
public record ExportSettings(
        @DefaultValue("50000") int mostRows,
        @DefaultValue("500") int mostSections,
        @DefaultValue("500") int batchRows,
        @DefaultValue("4") int atOnce,
        @DefaultValue("5m") Duration longest) {}
