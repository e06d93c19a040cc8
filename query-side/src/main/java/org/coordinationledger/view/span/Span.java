package org.coordinationledger.view.span;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.view.declaration.Facts;

/**
 * A rectangle of the two times in which a record's facts are the same.
 *
 * @param kind the record's type, as its streams are called
 * @param recFrom the first position at which this was known
 * @param recTo the first position at which something else was known; {@link #CURRENT} while it is
 * @param effFrom the first day on which it holds
 * @param effTo the first day on which it does not; {@link org.coordinationledger.timeline.Phase#OPEN_END} if none is
 *     known
 * @param searched the texts by which people look for the record in these days
 * @param papers the numbered documents that the record's steps by then are told by, in their order
 * @param named whom the record has ever named, as known in these positions; the last span of a record has the texts too
 */
public record Span(
        String kind,
        String record,
        long recFrom,
        long recTo,
        LocalDate effFrom,
        LocalDate effTo,
        Facts facts,
        List<String> searched,
        List<Paper> papers,
        Named named) {

    /** Stands for "not superseded". */
    public static final long CURRENT = Long.MAX_VALUE;

    /** Unique, and the same whenever the span is derived again. */
    public String id() {
        return record + "@" + recFrom + "@" + effFrom;
    }

    public boolean includes(long position, LocalDate day) {
        return recFrom <= position && position < recTo && !day.isBefore(effFrom) && day.isBefore(effTo);
    }

    Span supersededAt(long position) {
        return new Span(kind, record, recFrom, position, effFrom, effTo, facts, searched, papers, named);
    }

    Span naming(Named other) {
        return new Span(kind, record, recFrom, recTo, effFrom, effTo, facts, searched, papers, other);
    }

    boolean says(Span other) {
        return effFrom.equals(other.effFrom)
                && effTo.equals(other.effTo)
                && facts.equals(other.facts)
                && searched.equals(other.searched)
                && papers.equals(other.papers)
                && named.equals(other.named);
    }
}
