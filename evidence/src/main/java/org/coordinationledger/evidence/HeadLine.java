package org.coordinationledger.evidence;

import java.util.List;

/** Where a record ends by the last tree of record heads, in words. */
public final class HeadLine {

    private HeadLine() {}

    /** @param entries of the record; those before the tree's size MUST have been compared with it */
    public static String of(EvidenceWords words, List<StoredEntry> entries, CaseManifest.Heads heads) {
        CaseManifest.Leaf head = heads.head();
        if (head == null) {
            return words.text("head.absent", heads.size(), heads.position());
        }
        long after = entries.stream().filter(e -> e.position() >= heads.size()).count();
        return words.text(
                "head.told", heads.size(), heads.position(), head.sequence(), head.position(), after);
    }
}
