package org.coordinationledger.tlog;

import java.util.regex.Pattern;
import org.coordinationledger.tlog.RefusedException.Reason;

/** Whole numbers from 0 in ASCII decimal with no leading zeroes. */
final class Decimal {

    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Decimal() {}

    static long parse(String text, Reason otherwise) {
        if (!FORM.matcher(text).matches()) {
            throw new RefusedException(otherwise, "not a whole number from 0");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RefusedException(otherwise, "a number that is too large");
        }
    }
}
