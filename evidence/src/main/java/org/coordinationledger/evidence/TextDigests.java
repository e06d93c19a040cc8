package org.coordinationledger.evidence;

import java.util.Set;
import org.coordinationledger.catalogue.NamedTexts;

/** Which texts entries stand on. */
public final class TextDigests {

    private TextDigests() {}

    /** Whether events of this name can hold the digest of a text. */
    public static boolean canBeIn(String event) {
        return NamedTexts.canBeIn(event);
    }

    /** The digests that an entry's event holds, corrections' replacements included. */
    public static Set<String> of(StoredEntry entry) {
        return canBeIn(entry.head().event()) ? NamedTexts.in(entry.step().event()) : Set.of();
    }
}
