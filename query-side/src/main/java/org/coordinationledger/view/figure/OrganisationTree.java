package org.coordinationledger.view.figure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which organisation stands under which, at one pair of times, along the party line and the command line together.
 * Organisations that stand under each other in a circle are all under each.
 */
final class OrganisationTree {

    private final Map<String, Set<String>> above = new HashMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();

    /** @param superiors of each organisation known, those it stands under directly */
    OrganisationTree(Map<String, List<String>> superiors) {
        superiors.forEach((organisation, direct) -> {
            above.computeIfAbsent(organisation, o -> new LinkedHashSet<>()).addAll(direct);
            for (String superior : direct) {
                below.computeIfAbsent(superior, o -> new LinkedHashSet<>()).add(organisation);
            }
        });
    }

    /** The organisation and all that stand under it. */
    Set<String> within(String organisation) {
        return reachable(organisation, below);
    }

    /** The organisation and all that it stands under. */
    Set<String> aboveAndItself(String organisation) {
        return reachable(organisation, above);
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> next) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String one = open.pop();
            if (seen.add(one)) {
                Collection<String> further = next.getOrDefault(one, Set.of());
                further.forEach(open::push);
            }
        }
        return seen;
    }
}
