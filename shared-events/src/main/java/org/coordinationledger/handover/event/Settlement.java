package org.coordinationledger.handover.event;

import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a handover.
 *
 * @param item which one, counted from 0 in the order of the decision
 * @param position where the ledger holds the step that passed it on; null if the step was refused
 * @param refusedAs the code of the refusal; null if the step was recorded
 */
public record Settlement(int item, @Nullable Long position, @Nullable String refusedAs) {

    /** The longest code of a refusal. */
    private static final int LONGEST_CODE = 100;

    public Settlement {
        if (position == null && refusedAs == null) {
            throw ValueRejection.thrown(new ValueRejection.Missing("position"));
        }
        if (refusedAs != null && refusedAs.length() > LONGEST_CODE) {
            throw ValueRejection.thrown(new ValueRejection.TooLong(refusedAs.length(), LONGEST_CODE));
        }
    }

    public static Settlement passedOn(int item, long position) {
        return new Settlement(item, position, null);
    }

    public static Settlement refused(int item, String code) {
        return new Settlement(item, null, code);
    }
}
