package org.coordinationledger.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.demo.Plan.Command;
import org.coordinationledger.demo.Plan.Stage;
import org.coordinationledger.demo.Scenario.RecordEntry;
import org.coordinationledger.demo.Scenario.StepEntry;
import org.coordinationledger.demo.Scenario.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns an entry for records of any kind into commands: one chain of steps for each record, as the entry tells them.
 * What the steps say is sent as it stands in the file, but for references to other records, texts and codes, which
 * {@link References} resolves.
 */
final class RecordPlanner {

    private final String file;
    private final Organisations organisations;
    private final Map<String, List<Seat>> seats;
    private final References references;
    private final Records records;

    RecordPlanner(
            String file,
            Organisations organisations,
            Map<String, List<Seat>> seats,
            References references,
            Records records) {
        this.file = file;
        this.organisations = organisations;
        this.seats = seats;
        this.references = references;
        this.records = records;
    }

    /** @throws IllegalArgumentException if the entry refers to what the file does not have further up */
    Stage plan(RecordEntry entry, String place) {
        List<Item> items = items(entry);
        List<List<Command>> chains = new ArrayList<>();
        for (Item item : items) {
            String key = file + "/" + entry.key() + (entry.alone() ? "" : "/" + item.number());
            chains.add(chain(entry, key, item, place));
            if (item.target() == null) {
                records.learn(key, entry.of(), item.organisation());
            }
        }
        return new Stage(entry.of() + ": " + entry.key(), List.copyOf(chains));
    }

    private List<Item> items(RecordEntry entry) {
        if (!entry.to().isEmpty()) {
            return targets(entry);
        }
        if (entry.alone()) {
            return List.of(Item.ALONE);
        }
        List<Item> items = new ArrayList<>();
        if (entry.forEach().isEmpty()) {
            int count = entry.count() == null ? 1 : entry.count();
            for (int number = 1; number <= count; number++) {
                items.add(new Item(number, count, null, null, null));
            }
            return items;
        }
        List<Seat> members = entry.forEach().stream()
                .flatMap(group -> seats.getOrDefault(group, List.of()).stream())
                .toList();
        List<Organisation> each = members.isEmpty()
                ? entry.forEach().stream().flatMap(group -> organisations.entryOrOne(group).stream()).toList()
                : members.stream().map(Seat::cell).toList();
        int count = entry.count() == null ? each.size() : Math.min(entry.count(), each.size());
        for (int i = 0; i < count; i++) {
            items.add(new Item(i + 1, count, each.get(i), members.isEmpty() ? null : members.get(i), null));
        }
        return items;
    }

    /** What exists already and takes the steps. */
    private List<Item> targets(RecordEntry entry) {
        List<Item> targets = new ArrayList<>();
        for (String name : entry.to()) {
            if (entry.of().equals("organisations")) {
                organisations.entryOrOne(name).forEach(
                        o -> targets.add(new Item(targets.size() + 1, 0, o, null, o.id())));
            } else {
                references.recordsOf(name).forEach(
                        r -> targets.add(new Item(targets.size() + 1, 0, r.madeFor(), null, r.id())));
            }
        }
        return targets;
    }

    private List<Command> chain(RecordEntry entry, String key, Item item, String place) {
        List<Command> chain = new ArrayList<>();
        LocalDate day = entry.effectiveOn() == null ? null : day(entry.effectiveOn(), item.number());
        for (StepEntry step : entry.steps()) {
            List<Item> repeated = step.forEach() == null
                    ? List.of(item)
                    : organisations.entry(step.forEach()).stream().map(item::with).toList();
            for (Item one : repeated) {
                chain.addAll(commands(entry, step, key, one, day, place,
                        chain.isEmpty() && item.target() == null, repeated.size() > 1));
            }
        }
        return List.copyOf(chain);
    }

    private List<Command> commands(
            RecordEntry entry,
            StepEntry step,
            String key,
            Item item,
            @Nullable LocalDate day,
            String place,
            boolean begins,
            boolean repeated) {
        ObjectNode body = Bodies.step(on(step, day));
        if (begins) {
            body.put("id", Ids.of(key));
        }
        if (step.body() != null) {
            body.put("actingBody", step.body());
        }
        References.Found found = references.resolve(step.with(), item);
        found.value().properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        Bodies.cite(body, step.bases().stream().map(basis -> references.id(basis, item)).toList());
        Login by = references.login(step.by(), item);
        String which = step.step() + (repeated || step.again() != null
                ? "-" + (step.again() == null ? item.organisationKey() : step.again())
                : "");
        Command command = new Command(
                place,
                step.step() + " " + key,
                requestKey(key, which),
                by,
                "/" + entry.of() + (begins ? "" : "/" + idOf(key, item) + "/" + step.step()),
                body,
                step.refusedAs());
        return Stream.concat(
                        found.texts().stream()
                                .map(text -> new Command(
                                        place, "store a text of " + key, requestKey(key, which + ".text"), by, "/texts", text)),
                        Stream.of(command))
                .toList();
    }

    private static String idOf(String key, Item item) {
        return item.target() == null ? Ids.of(key) : item.target();
    }

    private static LocalDate on(StepEntry step, @Nullable LocalDate day) {
        if (step.on() != null) {
            return step.on();
        }
        if (day == null) {
            throw new IllegalArgumentException("the step " + step.step() + " has no day");
        }
        return day.minusDays(step.before());
    }

    private static LocalDate day(Times times, int number) {
        if (times.date() != null) {
            return times.date();
        }
        YearMonth first = times.firstWorkingDays();
        if (first == null) {
            throw new IllegalArgumentException("effectiveOn is neither a date nor months");
        }
        LocalDate day = first.plusMonths((number - 1) % times.months()).atDay(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static String requestKey(String key, String step) {
        return "demo." + key.replace('/', '.') + "." + step.replace('/', '.');
    }

    /** A member and the cell that the member was registered for. */
    record Seat(String memberKey, Organisation cell, Organisation post) {}

    /**
     * What a record is made for.
     *
     * @param number from 1
     * @param of how many there are
     * @param target the id of the record that takes the steps, where there is one already
     */
    record Item(
            int number, int of, @Nullable Organisation organisation, @Nullable Seat seat, @Nullable String target) {

        static final Item ALONE = new Item(1, 1, null, null, null);

        Item with(Organisation other) {
            return new Item(number, of, other, null, target);
        }

        String organisationKey() {
            return organisation == null ? Integer.toString(number) : organisation.key();
        }
    }
}
