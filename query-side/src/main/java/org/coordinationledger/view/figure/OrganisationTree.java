package org.coordinationledger.view.figure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Which organisation stands under which, at one pair of times, along the party line and the command line together.
 * Organisations that stand under each other in a circle are all under each. Each organisation is a number here: its
 * place among the ids.
 */
final class OrganisationTree {

    /** Stands for no organisation. */
    static final int NONE = -1;

    private final String[] ids;
    private final Map<String, Integer> numbers;

    /** Of each organisation two places: those it stands under directly. */
    private final int[] above;

    /**
     * @param numbers of all ids; it may hold more than the ids of this tree
     * @param above of organisation {@code n}, at {@code 2n} and {@code 2n + 1}, those it stands under directly, or
     *     {@link #NONE}
     */
    OrganisationTree(String[] ids, Map<String, Integer> numbers, int[] above) {
        this.ids = ids;
        this.numbers = numbers;
        this.above = above;
    }

    /** The organisation and all that stand under it. */
    Set<String> within(String organisation) {
        int[] first = new int[ids.length];
        int[] next = new int[above.length];
        Arrays.fill(first, NONE);
        for (int place = 0; place < above.length; place++) {
            int superior = above[place];
            if (superior != NONE) {
                next[place] = first[superior];
                first[superior] = place;
            }
        }
        return reachable(organisation, (one, reach) -> {
            for (int place = first[one]; place != NONE; place = next[place]) {
                reach.accept(place / 2);
            }
        });
    }

    /** The organisation and all that it stands under. */
    Set<String> aboveAndItself(String organisation) {
        return reachable(organisation, (one, reach) -> {
            for (int place = 2 * one; place <= 2 * one + 1; place++) {
                if (above[place] != NONE) {
                    reach.accept(above[place]);
                }
            }
        });
    }

    /** Hands over what is reached from an organisation directly. */
    private interface Steps {
        void from(int organisation, IntConsumer reach);
    }

    private Set<String> reachable(String from, Steps steps) {
        int start = numbers.getOrDefault(from, ids.length);
        if (start >= ids.length) {
            return Set.of(from);
        }
        Set<String> reached = new HashSet<>();
        BitSet seen = new BitSet(ids.length);
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen.set(start);
        while (!open.isEmpty()) {
            int one = open.pop();
            reached.add(ids[one]);
            steps.from(one, further -> {
                if (!seen.get(further)) {
                    seen.set(further);
                    open.push(further);
                }
            });
        }
        return reached;
    }
}
