package org.coordinationledger.console.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure at the end of each of some periods, or what happened within each; the last point is the day of the page.
 *
 * @param caption what the points are
 * @param bars whether it is drawn as bars, as what happened is
 */
record TrendTable(String caption, boolean bars, List<Point> points) {

    /**
     * @param label the period, or the day of the page where its period is not over
     * @param number for the chart; null where there is none
     * @param href the records behind it, or null
     */
    record Point(String label, String text, @Nullable String number, @Nullable String href) {}
}
