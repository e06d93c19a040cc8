package org.coordinationledger.service.request;

import java.util.regex.Pattern;

/** The idempotency keys that clients choose for their requests. */
public final class RequestKeys {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,100}");

    private RequestKeys() {}

    /** Whether a client may use this as a key: 1 to 100 visible ASCII characters. */
    public static boolean isKey(String text) {
        return FORM.matcher(text).matches();
    }
}
