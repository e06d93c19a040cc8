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
import org.coordinationledger.organisation.event.Line;
import org.jspecify.annotations.Nullable;

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

    /** Made when it is first asked for. */
    private @Nullable Under under;

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
        Under under = under();
        return reachable(organisation, (one, reach) -> under.each(one, place -> reach.accept(place / 2)));
    }

    /** The organisation and all that stand under it along one line alone. */
    Set<String> within(String organisation, Line line) {
        Under under = under();
        return reachable(organisation, (one, reach) -> under.each(one, place -> {
            if (place % 2 == side(line)) {
                reach.accept(place / 2);
            }
        }));
    }

    /** Those that stand directly under an organisation along one line. */
    Set<String> directlyUnder(String organisation, Line line) {
        Set<String> found = new HashSet<>();
        int start = numbers.getOrDefault(organisation, ids.length);
        if (start < ids.length) {
            under().each(start, place -> {
                if (place % 2 == side(line)) {
                    found.add(ids[place / 2]);
                }
            });
        }
        return found;
    }

    /** Where an organisation's superior along a line stands, of its two places. */
    private static int side(Line line) {
        return line == Line.PARTY ? 0 : 1;
    }

    private Under under() {
        Under made = under;
        if (made == null) {
            made = new Under(above, ids.length);
            under = made;
        }
        return made;
    }

    /** The places that name each organisation as superior, chained one to the next. */
    private static final class Under {
        private final int[] first;
        private final int[] next;

        Under(int[] above, int organisations) {
            first = new int[organisations];
            next = new int[above.length];
            Arrays.fill(first, NONE);
            for (int place = 0; place < above.length; place++) {
                int superior = above[place];
                if (superior != NONE) {
                    next[place] = first[superior];
                    first[superior] = place;
                }
            }
        }

        void each(int superior, IntConsumer place) {
            for (int one = first[superior]; one != NONE; one = next[one]) {
                place.accept(one);
            }
        }
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
