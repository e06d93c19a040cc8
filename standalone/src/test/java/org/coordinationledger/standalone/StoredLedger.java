package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerMetadata;
import org.coordinationledger.ledger.LedgerReader;

/** The whole ledger as it is stored, read past the service: dense, and in order. */
final class StoredLedger {

    private static final int PAGE = 1_000;

    private final List<Entry> entries = new ArrayList<>();

    private StoredLedger() {}

    static StoredLedger read(LedgerReader ledger) {
        StoredLedger read = new StoredLedger();
        List<Entry> page;
        do {
            page = ledger.entriesFrom(read.entries.size(), PAGE);
            for (Entry entry : page) {
                assertThat(entry.position()).isEqualTo(read.entries.size());
                read.entries.add(entry);
            }
        } while (!page.isEmpty());
        return read;
    }

    /** How many commits were recorded under each request key. */
    Map<String, Integer> commitsByRequest() {
        Map<String, Integer> commits = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.position() == entry.commitFirst()) {
                commits.merge(entry.metadata().get(LedgerMetadata.REQUEST_KEY), 1, Integer::sum);
            }
        }
        return commits;
    }

    /** Assignments that were selected for a commune when it was already known to be dissolved by that day. */
    List<String> orphans() {
        Map<String, LocalDate> dissolved = new HashMap<>();
        List<String> orphans = new ArrayList<>();
        for (Entry entry : entries) {
            LocalDate day = LocalDate.parse(entry.payloadTree().path("effectiveOn").asString("9999-12-31"));
            if (entry.eventName().equals("organisation.dissolved")) {
                dissolved.put(entry.streamId(), day);
            } else if (entry.eventName().equals("cell-assignment.selected")) {
                LocalDate end = dissolved.get(entry.payloadTree().path("commune").asString());
                if (end != null && !end.isAfter(day)) {
                    orphans.add(entry.streamId() + " at " + entry.position());
                }
            }
        }
        return orphans;
    }

    /** Which record the entry at a position belongs to. */
    String recordAt(long position) {
        return entries.get(Math.toIntExact(position)).streamId();
    }
}
