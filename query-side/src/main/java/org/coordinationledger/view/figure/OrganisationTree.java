package org.coordinationledger.view.figure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
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

    private final Besides besides;

    /** Those that stand under each, made when it is first asked for. */
    private @Nullable Chains under;

    /**
     * What the lines do not tell of a tree; pairs of organisations stand one after the other.
     *
     * @param covering who covers a commune, and which
     * @param succeeding who takes a dissolved organisation's place, and whose
     * @param central the bodies of the centre
     */
    record Besides(int[] covering, int[] succeeding, int[] central) {
        static final Besides NOTHING = new Besides(new int[0], new int[0], new int[0]);
    }

    /**
     * @param numbers of all ids; it may hold more than the ids of this tree
     * @param above of organisation {@code n}, at {@code 2n} and {@code 2n + 1}, those it stands under directly, or
     *     {@link #NONE}
     */
    OrganisationTree(String[] ids, Map<String, Integer> numbers, int[] above) {
        this(ids, numbers, above, Besides.NOTHING);
    }

    OrganisationTree(String[] ids, Map<String, Integer> numbers, int[] above, Besides besides) {
        this.ids = ids;
        this.numbers = numbers;
        this.above = above;
        this.besides = besides;
    }

    /** The organisation and all that stand under it. */
    Set<String> within(String organisation) {
        return reachable(List.of(organisation), below());
    }

    /** The organisation and all that stand under it along one line alone. */
    Set<String> within(String organisation, Line line) {
        Chains under = under();
        return reachable(List.of(organisation), (one, reach) -> under.each(one, place -> {
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

    /** Those of some organisations that stand under none of them directly. */
    Set<String> highest(Set<String> organisations) {
        Set<String> found = new HashSet<>(organisations);
        for (String organisation : organisations) {
            int one = numbers.getOrDefault(organisation, ids.length);
            if (one < ids.length) {
                above(one, superior -> {
                    if (superior != one && organisations.contains(ids[superior])) {
                        found.remove(organisation);
                    }
                });
            }
        }
        return found;
    }

    /** Where an organisation's superior along a line stands, of its two places. */
    private static int side(Line line) {
        return line == Line.PARTY ? 0 : 1;
    }

    /** The organisation and all that it stands under. */
    Set<String> aboveAndItself(String organisation) {
        return reachable(List.of(organisation), this::above);
    }

    /**
     * What those who act for organisations may read about: each and all that stand under it, the communes that one of them
     * covers, and those in whose place one of them stands; and so on from each of these.
     */
    Set<String> circle(Collection<String> organisations) {
        Steps below = below();
        Steps covered = along(besides.covering());
        Steps succeeded = along(besides.succeeding());
        return reachable(organisations, (one, reach) -> {
            below.from(one, reach);
            covered.from(one, reach);
            succeeded.from(one, reach);
        });
    }

    /** Whose documents apply to organisations: those in whose place they stand, all above these, and bodies of the centre. */
    Set<String> speakingTo(Collection<String> organisations) {
        Set<String> speaking = reachable(reachable(organisations, along(besides.succeeding())), this::above);
        for (int central : besides.central()) {
            speaking.add(ids[central]);
        }
        return speaking;
    }

    /** Whether a set of organisations has all of this tree. */
    boolean isWhole(Set<String> organisations) {
        return organisations.size() >= ids.length && organisations.containsAll(Arrays.asList(ids));
    }

    private Chains under() {
        Chains made = under;
        if (made == null) {
            made = new Chains(ids.length, above.length);
            for (int place = 0; place < above.length; place++) {
                made.add(above[place], place);
            }
            under = made;
        }
        return made;
    }

    private Steps below() {
        Chains under = under();
        return (one, reach) -> under.each(one, place -> reach.accept(place / 2));
    }

    private void above(int one, IntConsumer reach) {
        for (int place = 2 * one; place <= 2 * one + 1; place++) {
            if (above[place] != NONE) {
                reach.accept(above[place]);
            }
        }
    }

    private Steps along(int[] pairs) {
        Chains chains = new Chains(ids.length, pairs.length);
        for (int place = 0; place < pairs.length; place += 2) {
            chains.add(pairs[place], place);
        }
        return (one, reach) -> chains.each(one, place -> reach.accept(pairs[place + 1]));
    }

    /** The places that belong to each organisation, chained one to the next. */
    private static final class Chains {
        private final int[] first;
        private final int[] next;

        Chains(int organisations, int places) {
            first = new int[organisations];
            next = new int[places];
            Arrays.fill(first, NONE);
        }

        void add(int organisation, int place) {
            if (organisation != NONE) {
                next[place] = first[organisation];
                first[organisation] = place;
            }
        }

        void each(int organisation, IntConsumer place) {
            for (int one = first[organisation]; one != NONE; one = next[one]) {
                place.accept(one);
            }
        }
    }

    /** Hands over what is reached from an organisation directly. */
    private interface Steps {
        void from(int organisation, IntConsumer reach);
    }

    private Set<String> reachable(Collection<String> from, Steps steps) {
        Set<String> reached = new HashSet<>(from);
        BitSet seen = new BitSet(ids.length);
        Deque<Integer> open = new ArrayDeque<>();
        for (String organisation : from) {
            int start = numbers.getOrDefault(organisation, ids.length);
            if (start < ids.length && !seen.get(start)) {
                seen.set(start);
                open.push(start);
            }
        }
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
