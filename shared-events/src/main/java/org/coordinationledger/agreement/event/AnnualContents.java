package org.coordinationledger.agreement.event;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.TextDigest;

/**
 * What the parties do together in a period.
 *
 * @param digest what a party that agrees names, so that it agrees to exactly these items; see {@link #digestOf}
 * @param agreedBy the parties that agreed so far, in order
 */
public record AnnualContents(
        ContentPeriod period, List<ContentItem> items, TextDigest digest, List<OrganisationId> agreedBy) {

    static AnnualContents proposed(ContentPeriod period, List<ContentItem> items) {
        return new AnnualContents(period, items, digestOf(period, items), List.of());
    }

    AnnualContents inherited(UnaryOperator<OrganisationId> heir) {
        return new AnnualContents(period, items, digest, Heirs.apart(agreedBy, heir));
    }

    /** The SHA-256 of the period and the items in UTF-8, in order, each followed by a line feed. */
    public static TextDigest digestOf(ContentPeriod period, List<ContentItem> items) {
        String lines = items.stream().map(item -> item + "\n").collect(Collectors.joining("", period + "\n", ""));
        return TextDigest.of(lines);
    }
}
