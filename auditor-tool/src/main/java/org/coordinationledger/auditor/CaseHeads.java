package org.coordinationledger.auditor;

import java.util.List;
import org.coordinationledger.evidence.CaseManifest.Heads;
import org.coordinationledger.evidence.CaseManifest.Leaf;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RefusedException;

/** Where a record ended in a tree of record heads, as a case file says it. */
final class CaseHeads {

    private CaseHeads() {}

    /** Whether the tree says that the record ended where the told entries before the tree's size end. */
    static boolean agree(Heads heads, String record, SealedHeads sealed, List<StoredEntry> told) {
        List<StoredEntry> within =
                told.stream().filter(e -> e.position() < sealed.size()).toList();
        Leaf head = heads.head();
        try {
            if (within.isEmpty()) {
                return head == null
                        && RecordHeads.provesAbsence(record, heads.absence(), sealed.records(), sealed.root());
            }
            StoredEntry last = within.get(within.size() - 1);
            return head != null
                    && heads.before() == null
                    && heads.after() == null
                    && head.sequence() == last.head().sequence()
                    && head.position() == last.position()
                    && RecordHeads.provesPresence(record, head.placed(), sealed.records(), sealed.root());
        } catch (RefusedException | IllegalArgumentException e) {
            return false;
        }
    }
}
