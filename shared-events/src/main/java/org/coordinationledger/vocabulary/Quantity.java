package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.coordinationledger.rejection.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * A figure as good as its source.
 *
 * @param value not negative; its unit is in the name of the component that holds it
 * @param quality exact if not given
 * @param phrase the words of the source, where they say more
 */
public record Quantity(BigDecimal value, Quality quality, @Nullable String phrase) {

    /** Nothing, exactly. */
    public static final Quantity NONE = new Quantity(BigDecimal.ZERO, Quality.EXACT, null);

    /** Digits of a figure that somebody states. */
    private static final int LONGEST = 30;

    /** Digits of what figures come to together, however many there are. */
    private static final int LONGEST_SUM = 60;

    public Quantity {
        value = Bounded.required("value", value);
        requireNoLonger(value, LONGEST_SUM);
        if (value.signum() < 0) {
            throw ValueRejection.thrown(new ValueRejection.NegativeQuantity(value.toPlainString()));
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        quality = quality == null ? Quality.EXACT : quality;
        phrase = phrase == null ? null : Text.checkedLine(phrase, 200);
    }

    /**
     * A figure that somebody states, which is not as long as a sum may be.
     *
     * @throws RejectedException with {@link ValueRejection.TooLong} if it has more than 30 digits
     */
    @JsonCreator
    public static Quantity stated(
            @JsonProperty("value") BigDecimal value,
            @JsonProperty("quality") @Nullable Quality quality,
            @JsonProperty("phrase") @Nullable String phrase) {
        requireNoLonger(Bounded.required("value", value), LONGEST);
        return new Quantity(value, quality == null ? Quality.EXACT : quality, phrase);
    }

    private static void requireNoLonger(BigDecimal value, int digits) {
        if (value.precision() > digits || value.scale() > 6 || value.scale() < -digits) {
            throw ValueRejection.thrown(new ValueRejection.TooLong(length(value), digits));
        }
    }

    /** This quantity, of what cannot be divided, or refuses with {@link ValueRejection.NotWhole}. */
    public Quantity whole() {
        if (value.scale() > 0) {
            throw ValueRejection.thrown(new ValueRejection.NotWhole(value.toPlainString()));
        }
        return this;
    }

    /** The sum, with the weaker quality of both; the phrases belong to the parts. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value), quality.orWeaker(other.quality), null);
    }

    /** So many times this quantity, as good as it is. */
    public Quantity times(long count) {
        return new Quantity(value.multiply(BigDecimal.valueOf(count)), quality, null);
    }

    /** How many digits the number has when it is written out. */
    private static int length(BigDecimal value) {
        long before = Math.max(1L, (long) value.precision() - value.scale());
        return (int) Math.min(Integer.MAX_VALUE, before + Math.max(0, value.scale()));
    }
}
