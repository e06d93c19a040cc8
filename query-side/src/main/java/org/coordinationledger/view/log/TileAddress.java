package org.coordinationledger.view.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile lies, as C2SP tlog-tiles writes it.
 *
 * @param level 0 to 63 for hashes; -1 for entries
 * @param width 1 to 256; less for a partial tile
 */
record TileAddress(int level, long index, int width) {

    static final int ENTRIES = -1;

    private static final int FULL = 256;
    private static final Pattern ADDRESS = Pattern.compile(
            "tile/(0|[1-9][0-9]?|entries)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Empty for whatever lies outside of the tile space. */
    static Optional<TileAddress> parse(String path) {
        Matcher parts = ADDRESS.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String groups = parts.group(2);
        if (groups.startsWith("x000")) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        boolean partial = parts.group(3) != null;
        if (level > 63 || partial && width >= FULL) {
            return Optional.empty();
        }
        return Optional.of(new TileAddress(level, Long.parseLong(groups.replace("x", "").replace("/", "")), width));
    }
}
