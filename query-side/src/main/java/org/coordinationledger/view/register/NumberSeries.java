package org.coordinationledger.view.register;

import java.util.List;

/**
 * Numbers that run on: of one issuer and kind, in one calendar year or term of office.
 *
 * @param period the year, or the name of the term of office
 * @param entries in the order of their numbers; those without one last
 * @param missing the numbers from 1 to the highest that no document bears
 */
public record NumberSeries(String kind, String period, List<Entry> entries, List<Gap> missing) {

    /** Numbers that follow each other; {@code last} is included. */
    public record Gap(int first, int last) {}
}
