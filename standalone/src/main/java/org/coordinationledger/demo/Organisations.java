package org.coordinationledger.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coordinationledger.demo.Scenario.HeirEntry;
import org.coordinationledger.demo.Scenario.OrganisationEntry;
import org.jspecify.annotations.Nullable;

/** The organisations of one file, worked out from its entries; a group's members are called key/1, key/2, … */
final class Organisations {

    private static final Set<String> ACTING =
            Set.of("PROVINCIAL_PARTY_COMMITTEE", "COMMUNE_PARTY_COMMITTEE", "BORDER_POST", "CELL");

    private final String file;
    private final String illustrativeMark;
    private final Map<String, Organisation> known = new LinkedHashMap<>();
    private final Map<String, List<Organisation>> entries = new LinkedHashMap<>();
    private final Map<String, Organisation> heirs = new HashMap<>();

    /** @param central organisations of the file that all scenarios share */
    Organisations(String file, String illustrativeMark, Collection<Organisation> central) {
        this.file = file;
        this.illustrativeMark = illustrativeMark;
        central.forEach(o -> {
            known.put(o.key(), o);
            entries.put(o.key(), List.of(o));
        });
    }

    /** Adds what an entry stands for, which may refer to earlier entries only. */
    List<Organisation> add(OrganisationEntry entry) {
        int count = entry.count() == null ? 1 : entry.count();
        List<Organisation> superiors = entry.under() == null ? List.of() : entry(entry.under());
        List<Integer> shares = superiors.isEmpty() ? List.of(count) : Spread.shares(count, superiors.size());
        List<List<Organisation>> covered = entry.covers() == null ? List.of() : Spread.over(entry(entry.covers()), count);
        String commandedBy = entry.commandedBy() == null ? null : one(entry.commandedBy()).key();
        List<Organisation> added = new ArrayList<>();
        for (int holder = 0; holder < shares.size(); holder++) {
            Organisation superior = superiors.isEmpty() ? null : superiors.get(holder);
            for (int there = 1; there <= shares.get(holder); there++) {
                int number = added.size() + 1;
                List<String> covers = covered.isEmpty()
                        ? List.of()
                        : covered.get(number - 1).stream().map(Organisation::key).toList();
                added.add(organisation(entry, number, there, superior, commandedBy, covers));
            }
        }
        added.forEach(o -> known.put(o.key(), o));
        entries.put(file + "/" + entry.key(), added);
        return added;
    }

    private Organisation organisation(
            OrganisationEntry entry,
            int number,
            int numberThere,
            @Nullable Organisation superior,
            @Nullable String commandedBy,
            List<String> covers) {
        boolean illustrative = entry.count() != null && number > entry.places().size();
        String place = place(entry, number);
        String name = entry.name()
                .replace("{placeAbove}", superior == null ? "" : superior.place())
                .replace("{place}", place)
                .replace("{numberThere}", Integer.toString(numberThere))
                .replace("{number}", Integer.toString(number));
        return new Organisation(
                file + "/" + entry.key() + (entry.count() == null ? "" : "/" + number),
                entry.kind(),
                illustrative ? name + " " + illustrativeMark : name,
                place,
                superior == null ? null : superior.key(),
                commandedBy,
                covers,
                entry.since(),
                entry.territory(),
                illustrative);
    }

    private static String place(OrganisationEntry entry, int number) {
        if (number <= entry.places().size()) {
            return entry.places().get(number - 1);
        }
        String pattern = entry.otherPlaces();
        return pattern == null ? "" : pattern.replace("{number}", Integer.toString(number));
    }

    /** Makes the organisations of scenarios before known, which are called {@code file/key}. */
    void follow(List<Organisations> before) {
        before.forEach(o -> {
            o.known.forEach(known::putIfAbsent);
            o.entries.forEach(entries::putIfAbsent);
        });
    }

    /** Says who takes whose place. */
    void inherit(HeirEntry entry) {
        List<Organisation> taking = entry(entry.are());
        List<List<Organisation>> left = Spread.over(entry(entry.of()), taking.size());
        for (int i = 0; i < taking.size(); i++) {
            Organisation heir = taking.get(i);
            left.get(i).forEach(o -> heirs.put(o.key(), heir));
        }
    }

    /** Who takes an organisation's place. */
    Organisation heirOf(Organisation organisation) {
        Organisation heir = heirs.get(organisation.key());
        if (heir == null) {
            throw new IllegalArgumentException("nobody takes the place of " + organisation.key());
        }
        return heir;
    }

    /** The organisations of an entry: one, or a group. */
    List<Organisation> entry(String key) {
        List<Organisation> organisations = entries.get(full(key));
        if (organisations == null) {
            throw new IllegalArgumentException("no organisations are called " + key + " further up");
        }
        return organisations;
    }

    /** The organisations of a group; empty if nothing is called so. */
    List<Organisation> group(String key) {
        return entries.getOrDefault(full(key), List.of());
    }

    /** The organisations of an entry, or the one with this key. */
    List<Organisation> entryOrOne(String key) {
        return entries.containsKey(full(key)) ? entry(key) : List.of(one(key));
    }

    /** The one organisation with this key. */
    Organisation one(String key) {
        Organisation organisation = known.get(full(key));
        if (organisation == null) {
            throw new IllegalArgumentException("no organisation is called " + key + " further up");
        }
        return organisation;
    }

    /** The first organisation of each kind that acts, provinces first. */
    List<Organisation> oneOfEachKind() {
        Map<String, Organisation> first = new LinkedHashMap<>();
        known.values().stream()
                .filter(o -> o.key().startsWith(file + "/"))
                .filter(o -> ACTING.contains(o.kind()))
                .forEach(o -> first.putIfAbsent(o.kind(), o));
        return List.copyOf(first.values());
    }

    /** The post that covers a commune, or the commune above a cell. */
    Organisation postFor(Organisation cellOrCommune) {
        return known.values().stream()
                .filter(o -> o.kind().equals("BORDER_POST"))
                .filter(o -> o.covers().contains(cellOrCommune.under()) || o.covers().contains(cellOrCommune.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no post covers " + cellOrCommune.key()));
    }

    private String full(String key) {
        return known.containsKey(key) || entries.containsKey(key) ? key : file + "/" + key;
    }
}
