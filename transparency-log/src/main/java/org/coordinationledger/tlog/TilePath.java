package org.coordinationledger.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * The address of a tile in the tile space of C2SP tlog-tiles, below the log's prefix: {@code tile/0/x001/x234/067},
 * {@code tile/1/001.p/17}, {@code tile/entries/273.p/112}.
 */
public sealed interface TilePath {

    /** Hashes, or entries, in a full tile. */
    int FULL = 256;

    /** Index of the tile within its level. */
    long index();

    /** Hashes or entries that it holds: 1–255 in a partial tile, 256 in a full one. */
    int width();

    /** Level of the tile; 0 for entries. */
    int level();

    /** The canonical path, without a leading slash. */
    String path();

    default boolean full() {
        return width() == FULL;
    }

    /** The number of entries below which this tile ends. */
    default long end() {
        int shift = 8 * level();
        return (index() * FULL + width()) << shift;
    }

    /** A tile of hashes. Level 0 holds leaf hashes, each level above the roots of full tiles below. */
    record Hashes(int level, long index, int width) implements TilePath {
        public Hashes {
            TilePaths.check(level, index, width);
        }

        /** The full tile. */
        public Hashes(int level, long index) {
            this(level, index, FULL);
        }

        @Override
        public String path() {
            return "tile/" + level + "/" + TilePaths.place(index, width);
        }

        /** Bytes that the tile has. */
        public int bytes() {
            return width * Hash.BYTES;
        }

        /**
         * The tile of a tree of a given size, as wide as the tree makes it.
         *
         * @throws RefusedException if a tree of that size has no such tile
         */
        public static Hashes of(int level, long index, long size) {
            TilePaths.check(level, index, 1);
            return new Hashes(level, index, (int) Math.min(FULL, (size >> (8 * level)) - index * FULL));
        }
    }

    /** A bundle of entries. */
    record Entries(long index, int width) implements TilePath {
        public Entries {
            TilePaths.check(0, index, width);
        }

        /** The full bundle. */
        public Entries(long index) {
            this(index, FULL);
        }

        @Override
        public int level() {
            return 0;
        }

        @Override
        public String path() {
            return "tile/entries/" + TilePaths.place(index, width);
        }

        /**
         * The bundle of a tree of a given size, as wide as the tree makes it.
         *
         * @throws RefusedException if a tree of that size has no such bundle
         */
        public static Entries of(long index, long size) {
            TilePaths.check(0, index, 1);
            return new Entries(index, (int) Math.min(FULL, size - index * FULL));
        }
    }

    /**
     * Reads a path such as {@code tile/0/x001/234.p/12}, without a leading slash.
     *
     * @throws RefusedException with {@link Reason#TILE_PATH} for everything that is not the one canonical path of a tile
     *     that a log of at most 2<sup>63</sup> − 1 entries can have
     */
    static TilePath parse(String path) {
        return TilePaths.parse(path);
    }
}

/** How tile paths are written and read. */
final class TilePaths {

    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile(
            "tile/(?<level>0|[1-9][0-9]?|entries)/(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    private TilePaths() {}

    static void check(int level, long index, int width) {
        if (width < 1 || width > TilePath.FULL) {
            throw new RefusedException(Reason.TILE_PATH, "no tile is %d wide".formatted(width));
        }
        // the tile's last hash spans entries below 2^63
        boolean inside = level >= 0
                && level <= 7
                && index >= 0
                && index <= (Long.MAX_VALUE >> (8 * level)) / TilePath.FULL
                && index * TilePath.FULL + width <= Long.MAX_VALUE >> (8 * level);
        if (!inside) {
            throw new RefusedException(Reason.TILE_PATH, "no log has a tile %d at level %d".formatted(index, level));
        }
    }

    static String place(long index, int width) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == TilePath.FULL ? path.toString() : path + ".p/" + width;
    }

    static TilePath parse(String path) {
        Matcher form = FORM.matcher(path);
        if (path.length() > LONGEST || !form.matches()) {
            throw new RefusedException(Reason.TILE_PATH, "no path of the tile space");
        }
        long index = Long.parseLong(form.group("index").replaceAll("[x/]", ""));
        String partial = form.group("width");
        int width = partial == null ? TilePath.FULL : Integer.parseInt(partial);
        String level = form.group("level");
        TilePath tile = level.equals("entries")
                ? new TilePath.Entries(index, width)
                : new TilePath.Hashes(Integer.parseInt(level), index, width);
        if (!tile.path().equals(path)) {
            throw new RefusedException(Reason.TILE_PATH, "not the canonical path of this tile");
        }
        return tile;
    }
}
