package org.coordinationledger.demo;

import java.util.ArrayList;
import java.util.List;

/** Spreads a number of things over others as evenly as the numbers allow, in order, the larger shares first. */
final class Spread {

    private Spread() {}

    /** How many things each of the holders gets. */
    static List<Integer> shares(int things, int holders) {
        List<Integer> shares = new ArrayList<>();
        for (int i = 0; i < holders; i++) {
            shares.add(things / holders + (i < things % holders ? 1 : 0));
        }
        return shares;
    }

    /** The things of each holder, in order. */
    static <T> List<List<T>> over(List<T> things, int holders) {
        List<List<T>> spread = new ArrayList<>();
        int from = 0;
        for (int share : shares(things.size(), holders)) {
            spread.add(List.copyOf(things.subList(from, from + share)));
            from += share;
        }
        return spread;
    }
}
