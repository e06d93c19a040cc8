package org.coordinationledger.programme.event;

import java.time.LocalDate;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Unit;

/**
 * What a programme sets out to reach.
 *
 * @param key its name within the programme
 * @param unit the unit of {@code planned} and of what is reported
 * @param planned reached when the quantity reported is no less
 * @param dueOn the last day on which it is in time
 */
public record Target(PartKey key, Indicator indicator, Unit unit, Quantity planned, LocalDate dueOn) {

    public Target {
        Bounded.required("key", key);
        Bounded.required("indicator", indicator);
        Bounded.required("unit", unit);
        Bounded.required("planned", planned);
        Dates.plausible("dueOn", dueOn);
    }
}
