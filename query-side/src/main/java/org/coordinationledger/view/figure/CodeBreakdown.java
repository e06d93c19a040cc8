package org.coordinationledger.view.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a scope and of each code of a fact.
 *
 * @param total of all codes together
 * @param rows one for each code in the order in which it is declared, those without a record included; then one for the
 *     records that have no code, if there are any
 */
public record CodeBreakdown(FigureValue total, List<Row> rows) {

    /** @param code null for records that have none */
    public record Row(@Nullable String code, FigureValue value) {}
}
