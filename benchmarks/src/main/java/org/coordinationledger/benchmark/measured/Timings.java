package org.coordinationledger.benchmark.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the requests of one kind took. */
public final class Timings {

    private final List<Long> nanos = new ArrayList<>();

    public void add(long one) {
        nanos.add(one);
    }

    public void addAll(Timings others) {
        nanos.addAll(others.nanos);
    }

    public int count() {
        return nanos.size();
    }

    /** In milliseconds, such that this share of all is not longer. */
    public double share(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }

    /** As cells of a table: how many, median, 95 of 100, the longest. */
    String cells() {
        return nanos.isEmpty()
                ? "0 | | |"
                : String.format(Locale.ROOT, "%d | %.0f | %.0f | %.0f", count(), share(0.5), share(0.95), share(1));
    }
}
