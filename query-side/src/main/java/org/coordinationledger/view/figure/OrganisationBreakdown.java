package org.coordinationledger.view.figure;

import java.util.List;

/**
 * A figure of a scope and of each organisation below it. A record may count for several of them, so that their sum may be
 * more than the whole.
 *
 * @param total of the scope itself
 * @param rest of the records of the scope that count for none of the rows
 * @param rows in Vietnamese order of names; at most {@link FigureBreakdowns#MOST_ROWS}
 * @param count how many rows there are altogether
 */
public record OrganisationBreakdown(FigureValue total, FigureValue rest, List<Row> rows, int count) {

    /**
     * One organisation.
     *
     * @param name as on the day
     * @param kind a constant of {@link org.coordinationledger.organisation.event.OrganisationKind}
     * @param standing whether it stood on the day; one that did not has a row only while records count for it, then
     *     or on the day that is compared with
     */
    public record Row(String organisation, String name, String kind, boolean standing, FigureValue value) {}

    /** Whether all rows are there. */
    public boolean whole() {
        return rows.size() == count;
    }
}
