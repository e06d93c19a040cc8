package org.coordinationledger.console.page;

import org.jspecify.annotations.Nullable;

/** Where to go on, as a request asks for it: anybody may have made up the address that it came with. */
public final class OwnAddress {

    /** The first page. */
    public static final String START = "/console";

    private OwnAddress() {}

    /** The address if it is that of a page of the console, with its query; else the first page. */
    public static String of(@Nullable String asked) {
        if (asked == null || !asked.chars().allMatch(c -> c > ' ' && c < 127) || asked.contains("\\")) {
            return START;
        }
        String path = asked.split("[?#]", 2)[0];
        boolean ours = (path.equals(START) || path.startsWith(START + "/"))
                && !path.contains("/..") && !path.contains("//") && !path.contains("%2e") && !path.contains("%2E");
        return ours ? asked : START;
    }
}
