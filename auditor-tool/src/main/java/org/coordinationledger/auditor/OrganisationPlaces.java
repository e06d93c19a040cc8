package org.coordinationledger.auditor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.evidence.OrganisationNames;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.TilePath;

/** Where the entries of each organisation stand in a log, so that those which a record mentions can be read again. */
final class OrganisationPlaces {

    private final Map<String, List<Long>> positions = new HashMap<>();

    void take(ScannedBundle scanned) {
        for (int i = 0; i < scanned.width(); i++) {
            EntryHead head = scanned.head(i);
            if (head.type().equals(OrganisationNames.TYPE)) {
                List<Long> known = positions.computeIfAbsent(head.record(), id -> new ArrayList<>(2));
                if (known.size() <= OrganisationNames.MOST_ENTRIES) {
                    known.add(scanned.first() + i);
                }
            }
        }
    }

    /**
     * All entries of organisations that these entries mention; one with more than are told is left out. Bundles are read in
     * the order of the log, one at a time.
     */
    Map<String, List<StoredEntry>> mentioned(List<StoredEntry> record, LogSource source, Checkpoint checkpoint) {
        BundleCheck check = new BundleCheck(source, checkpoint);
        SortedMap<Long, String> wanted = new TreeMap<>();
        for (String id : OrganisationNames.mentioned(record, positions::containsKey)) {
            List<Long> places = positions.getOrDefault(id, List.of());
            if (places.size() <= OrganisationNames.MOST_ENTRIES) {
                places.forEach(position -> wanted.put(position, id));
            }
        }
        Map<String, List<StoredEntry>> mentioned = new TreeMap<>();
        ScannedBundle bundle = null;
        for (Map.Entry<Long, String> one : wanted.entrySet()) {
            long position = one.getKey();
            TilePath.Entries holds = TilePath.Entries.of(position / TilePath.FULL, checkpoint.size());
            if (bundle == null || !bundle.bundle().equals(holds)) {
                bundle = check.read(holds);
            }
            mentioned.computeIfAbsent(one.getValue(), id -> new ArrayList<>())
                    .add(StoredEntry.of(bundle.entry((int) (position % TilePath.FULL)), position));
        }
        return mentioned;
    }
}
