package org.coordinationledger.auditor;

import java.util.Set;
import org.coordinationledger.catalogue.NamedTexts;

/** Which texts entries stand on. */
final class TextDigests {

    private TextDigests() {}

    static boolean canBeIn(String event) {
        return NamedTexts.canBeIn(event);
    }

    /** The digests that an entry's event holds, corrections' replacements included. */
    static Set<String> of(StoredEntry entry) {
        return canBeIn(entry.head().event()) ? NamedTexts.in(entry.step().event()) : Set.of();
    }
}
