package org.coordinationledger.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a record ends by the last tree of record heads, and what a case file proves of it, in words. */
public final class HeadLine {

    private HeadLine() {}

    /**
     * All that a case file says about where its record ends, in its order.
     *
     * @param size of the checkpoint
     * @param heads null where none are in the file
     */
    public static List<String> all(
            EvidenceWords words, long size, List<StoredEntry> entries, CaseManifest.@Nullable Heads heads) {
        List<String> lines = new ArrayList<>();
        if (heads == null) {
            lines.add(words.text("completeness.none", size));
        } else {
            lines.add(of(words, entries, heads));
            String proved = heads.followed()
                    ? "completeness.heads"
                    : heads.head() == null ? "completeness.begun-since" : "completeness.to-tree";
            lines.add(words.text(proved, size, heads.position(), heads.size()));
        }
        lines.add(words.text("completeness.honest"));
        return lines;
    }

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
