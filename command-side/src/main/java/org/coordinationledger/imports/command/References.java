package org.coordinationledger.imports.command;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.directory.NamedOrganisation;
import org.coordinationledger.timeline.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that cells name: an organisation by its name, with what it stands under behind a slash where the name
 * alone is not enough, a member by the code, any record by its id or by a text with the id in square brackets at its end.
 *
 * <p>Of organisations of one name, those stay that are of the kind that belongs there, that stand under what another cell
 * names, that stand on the day, and that are near who asks: what they act for, what is above it, below it, or covered by
 * it. Where several are left, none is taken.
 */
final class References {

    private static final Pattern WITH_ID = Pattern.compile(".*\\[([A-Za-z0-9-]{1,64})]", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String SLASH = " / ";
    private static final int MOST_CANDIDATES = 10;

    private final CommandSeries commands;
    private final CommandSeries.Rehearsal rehearsal;
    private final Supplier<List<NamedOrganisation>> directory;
    private final Actor actor;
    private final Map<String, List<NamedOrganisation>> byName = new HashMap<>();
    private final Map<String, NamedOrganisation> byId = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private @Nullable Set<String> near;
    private boolean read;

    /** @param directory all organisations by their names now */
    References(
            CommandSeries commands,
            CommandSeries.Rehearsal rehearsal,
            Supplier<List<NamedOrganisation>> directory,
            Actor actor) {
        this.commands = commands;
        this.rehearsal = rehearsal;
        this.directory = directory;
        this.actor = actor;
    }

    /**
     * Where a cell stands, as far as it says which record is meant.
     *
     * @param under the id of what the organisation stands under, where another cell names it
     * @param day on which the row takes effect, where it says so
     */
    record Asked(ImportColumn column, @Nullable String under, @Nullable LocalDate day) {}

    /** From now on an organisation of an earlier row is found by its name too. */
    void add(NamedOrganisation organisation, int row) {
        directoryRead();
        put(organisation);
        rows.put(organisation.id(), row);
    }

    /** The row of this file that records what stands under an id; null if it is none. */
    @Nullable Integer rowOf(String id) {
        return rows.get(id);
    }

    /** An organisation of this name and kind under these superiors; null if there is none. */
    @Nullable NamedOrganisation same(String name, String kind, @Nullable String party, @Nullable String command) {
        directoryRead();
        return byName.getOrDefault(CellValues.folded(name), List.of()).stream()
                .filter(one -> one.standing() && one.kind().equals(kind))
                .filter(one -> Objects.equals(one.partySuperior(), party)
                        && Objects.equals(one.commandSuperior(), command))
                .findFirst()
                .orElse(null);
    }

    /**
     * The id of the record that a text names.
     *
     * @throws RejectedException with {@link ImportRejection.NothingFound} or {@link ImportRejection.SeveralFound}
     */
    String id(Asked asked, String text) {
        String resource = String.valueOf(asked.column().field().resource());
        RecordType<?, ?> type = commands.type(resource);
        Matcher withId = WITH_ID.matcher(text);
        if (withId.matches()) {
            return known(type, withId.group(1), asked, text);
        }
        if (resource.equals("members")) {
            return member(asked, text);
        }
        if (ID.matcher(text).matches() && !rehearsal.known(type, text).isEmpty()) {
            return text;
        }
        if (!resource.equals(OrganisationState.TYPE.resource())) {
            throw nothing(asked, text);
        }
        return organisation(asked, text);
    }

    private String known(RecordType<?, ?> type, String id, Asked asked, String text) {
        if (rehearsal.known(type, id).isEmpty()) {
            throw nothing(asked, text);
        }
        return id;
    }

    private String member(Asked asked, String code) {
        return rehearsal.reservation(Claim.key("member-code", code.toUpperCase(Locale.ROOT))).holds().keySet().stream()
                .findFirst()
                .orElseThrow(() -> nothing(asked, code));
    }

    private String organisation(Asked asked, String text) {
        directoryRead();
        List<NamedOrganisation> found = new ArrayList<>(byName.getOrDefault(CellValues.folded(text), List.of()));
        int slash = text.lastIndexOf(SLASH);
        if (found.isEmpty() && slash > 0) {
            String superior = CellValues.folded(text.substring(slash + SLASH.length()));
            found = new ArrayList<>(byName.getOrDefault(CellValues.folded(text.substring(0, slash)), List.of()));
            found.removeIf(one -> !isCalled(one.partySuperior(), superior) && !isCalled(one.commandSuperior(), superior));
        }
        if (found.isEmpty()) {
            throw nothing(asked, text);
        }
        narrow(found, one -> asked.column().kinds().isEmpty()
                || asked.column().kinds().contains(OrganisationKind.valueOf(one.kind())));
        narrow(found, one -> asked.under() == null || asked.under().equals(one.partySuperior()));
        narrow(found, one -> stands(one, asked.day()));
        narrow(found, one -> near().contains(one.id()));
        if (found.size() > 1) {
            throw new RejectedException(new ImportRejection.SeveralFound(
                    asked.column().name(), CellValues.excerpt(text),
                    found.stream().limit(MOST_CANDIDATES).map(this::shown).toList()));
        }
        return found.get(0).id();
    }

    /** Takes the rest away where several are left, unless nothing would stay. */
    private static void narrow(List<NamedOrganisation> found, Predicate<NamedOrganisation> fits) {
        if (found.size() > 1 && found.stream().anyMatch(fits)) {
            found.removeIf(fits.negate());
        }
    }

    private boolean stands(NamedOrganisation one, @Nullable LocalDate day) {
        if (day == null || rows.containsKey(one.id())) {
            return one.standing();
        }
        return rehearsal.known(OrganisationState.TYPE, one.id())
                .on(day)
                .map(state -> ((OrganisationState) state).standing())
                .orElse(false);
    }

    private boolean isCalled(@Nullable String id, String folded) {
        NamedOrganisation one = id == null ? null : byId.get(id);
        return one != null && CellValues.folded(one.name()).equals(folded);
    }

    private String shown(NamedOrganisation one) {
        String id = one.partySuperior() == null ? one.commandSuperior() : one.partySuperior();
        NamedOrganisation above = id == null ? null : byId.get(id);
        return one.name() + (above == null ? "" : SLASH + above.name()) + " [" + one.id() + "]";
    }

    /** What whoever asks acts for, all above it, and all below it and below the communes that it covers. */
    private Set<String> near() {
        Set<String> known = near;
        if (known != null) {
            return known;
        }
        Set<String> found = new HashSet<>();
        String own = actor.organisation().value();
        climb(own, found);
        Map<String, List<String>> below = new HashMap<>();
        byId.values().forEach(one -> {
            for (String above : new String[] {one.partySuperior(), one.commandSuperior()}) {
                if (above != null) {
                    below.computeIfAbsent(above, a -> new ArrayList<>()).add(one.id());
                }
            }
        });
        Deque<String> next = new ArrayDeque<>(List.of(own));
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            String id = next.remove();
            if (seen.add(id)) {
                next.addAll(below.getOrDefault(id, List.of()));
                NamedOrganisation one = byId.get(id);
                if (one != null) {
                    next.addAll(one.covers());
                }
            }
        }
        found.addAll(seen);
        near = found;
        return found;
    }

    private void climb(@Nullable String id, Set<String> found) {
        if (id != null && found.add(id)) {
            NamedOrganisation one = byId.get(id);
            if (one != null) {
                climb(one.partySuperior(), found);
                climb(one.commandSuperior(), found);
            }
        }
    }

    private void directoryRead() {
        if (!read) {
            directory.get().forEach(this::put);
            read = true;
        }
    }

    private void put(NamedOrganisation organisation) {
        near = null;
        byId.put(organisation.id(), organisation);
        byName.computeIfAbsent(CellValues.folded(organisation.name()), name -> new ArrayList<>()).add(organisation);
    }

    private static RejectedException nothing(Asked asked, String text) {
        return new RejectedException(
                new ImportRejection.NothingFound(asked.column().name(), CellValues.excerpt(text)));
    }
}
