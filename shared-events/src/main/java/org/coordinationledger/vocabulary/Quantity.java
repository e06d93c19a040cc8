package org.coordinationledger.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure as good as its source.
 *
 * @param value not negative; its unit is in the name of the component that holds it
 * @param quality exact if not given
 * @param phrase the words of the source, where they say more
 */
public record Quantity(BigDecimal value, Quality quality, @Nullable String phrase) {

    public Quantity {
        value = Bounded.required("value", value);
        if (value.signum() < 0) {
            throw ValueRejection.thrown(new ValueRejection.NegativeQuantity(value.toPlainString()));
        }
        if (value.precision() > 30 || value.scale() > 6 || value.scale() < -30) {
            throw ValueRejection.thrown(new ValueRejection.TooLong(value.precision(), 30));
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        quality = quality == null ? Quality.EXACT : quality;
        phrase = phrase == null ? null : Text.checked(phrase, 200);
    }

    /** The sum, with the weaker quality of both; the phrases belong to the parts. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value), quality.orWeaker(other.quality), null);
    }
}
