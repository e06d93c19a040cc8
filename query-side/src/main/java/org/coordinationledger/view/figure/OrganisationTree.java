package org.coordinationledger.view.figure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which organisation stands under which, at one pair of times, along the party line and the command line together.
 * Organisations that stand under each other in a circle are all under each.
 *
 * <p>It is kept for many pairs, so each organisation is a number here: its place among the ids.
 */
final class OrganisationTree {

    private static final int[] NONE = {};

    /** In their natural order. */
    private final String[] ids;

    private final int[][] above;
    private final int[][] below;

    /** @param superiors of each organisation known, those it stands under directly */
    OrganisationTree(Map<String, List<String>> superiors) {
        ids = Stream.concat(
                        superiors.keySet().stream(), superiors.values().stream().flatMap(Collection::stream))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        above = new int[ids.length][];
        below = new int[ids.length][];
        Arrays.fill(above, NONE);
        Arrays.fill(below, NONE);
        superiors.forEach((organisation, direct) -> {
            int number = number(organisation);
            above[number] = direct.stream().mapToInt(this::number).toArray();
            for (int superior : above[number]) {
                int[] under = below[superior];
                below[superior] = Arrays.copyOf(under, under.length + 1);
                below[superior][under.length] = number;
            }
        });
    }

    /** How many organisations there are. */
    int size() {
        return ids.length;
    }

    /** The organisation and all that stand under it. */
    Set<String> within(String organisation) {
        return reachable(organisation, below);
    }

    /** The organisation and all that it stands under. */
    Set<String> aboveAndItself(String organisation) {
        return reachable(organisation, above);
    }

    private int number(String organisation) {
        return Arrays.binarySearch(ids, organisation);
    }

    private Set<String> reachable(String from, int[][] next) {
        int first = number(from);
        if (first < 0) {
            return Set.of(from);
        }
        Set<String> reached = new LinkedHashSet<>();
        BitSet seen = new BitSet(ids.length);
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        seen.set(first);
        while (!open.isEmpty()) {
            int one = open.pop();
            reached.add(ids[one]);
            for (int further : next[one]) {
                if (!seen.get(further)) {
                    seen.set(further);
                    open.push(further);
                }
            }
        }
        return reached;
    }
}
