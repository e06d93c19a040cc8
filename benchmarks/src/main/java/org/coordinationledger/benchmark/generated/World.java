package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.benchmark.generated.GeneratedCommit.GeneratedEvent;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.command.CommandSideConfiguration;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.command.record.Asked;
import org.coordinationledger.command.record.Decided;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * All records that are made up: lets days pass and records what is due on each. A step is recorded only if a command that
 * asks for it would be taken; otherwise nothing happens.
 */
final class World {

    private final LedgerPlan plan;
    private final Consumer<GeneratedCommit> recorded;
    private final Random random;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::day).thenComparing(Due::order));
    final Known known = new Known(this::today);
    private final Amendments amendments = new Amendments(this);

    final Neighbours neighbours = new Neighbours(known);

    final Organisations organisations = new Organisations(this);
    final Documents documents = new Documents(this);
    final Members members = new Members(this);
    final Assignments assignments = new Assignments(this);
    final Briefings briefings = new Briefings(this);
    final Agreements agreements = new Agreements(this);
    final Programmes programmes = new Programmes(this);

    /** What is begun while a day is short of its share of entries, and how often beside the others. */
    private final List<Kind> kinds = List.of(
            new Kind(250, assignments::select),
            new Kind(70, new Households(this)::agree),
            new Kind(800, new Meetings(this)::hold),
            new Kind(45, briefings::draft),
            new Kind(45, new Appointments(this)::nominate),
            new Kind(14, new WorkingGroups(this)::establish),
            new Kind(25, agreements::draft),
            new Kind(100, new Exchanges(this)::exchange),
            new Kind(60, new Proposals(this)::make),
            new Kind(16, programmes::adopt),
            new Kind(15, new Reviews(this)::convene),
            new Kind(12, new Inspections(this)::decide),
            new Kind(100, new Outreach(this)::hold),
            new Kind(70, new Support(this)::giveOrPromise),
            new Kind(40, new Training(this)::schedule),
            new Kind(20, new Mandates(this)::grant));
    private final int allWeights = kinds.stream().mapToInt(Kind::weight).sum();

    private LocalDate today;
    private long scheduled;
    private long entries;
    private long entriesYesterday;
    private long refused;
    private int numbered;

    /** Something to begin; false if it could not be. */
    private record Kind(int weight, BooleanSupplier begin) {}

    private record Due(LocalDate day, long order, Runnable action) {}

    World(LedgerPlan plan, Consumer<GeneratedCommit> recorded) {
        this.plan = plan;
        this.recorded = recorded;
        this.random = new Random(plan.seed());
        this.today = plan.firstDay();
    }

    /** Records everything, in order. */
    void run() {
        organisations.schedule();
        documents.scheduleFirst();
        new Successions(this).schedule();
        while (!today.isAfter(plan.lastDay()) && !full()) {
            entriesYesterday = entries;
            while (!due.isEmpty() && !due.peek().day().isAfter(today) && !full()) {
                due.remove().action().run();
            }
            while (entries < plan.eventsBy(today) && somethingNew()) {
                // until the day has its share
            }
            today = today.plusDays(1);
        }
    }

    private boolean full() {
        return entries >= plan.events();
    }

    private boolean somethingNew() {
        if (!organisations.complete()) {
            return false;
        }
        if (documents.count() < plan.documents() * plan.passed(today)) {
            return documents.issue();
        }
        if (members.count() < plan.members() * (0.6 + 0.4 * plan.passed(today))) {
            return members.register();
        }
        return anyKind().begin().getAsBoolean() || assignments.select() || members.register();
    }

    private Kind anyKind() {
        int left = between(1, allWeights);
        for (Kind kind : kinds) {
            left -= kind.weight();
            if (left <= 0) {
                return kind;
            }
        }
        throw new AssertionError("the weights do not add up");
    }

    /** How many entries were recorded. */
    long entries() {
        return entries;
    }

    /** How many steps were not recorded because a rule stood against them. */
    long refused() {
        return refused;
    }

    LedgerPlan plan() {
        return plan;
    }

    LocalDate today() {
        return today;
    }

    /** Does something some days from today. */
    void later(int least, int most, Runnable action) {
        at(today.plusDays(between(least, most)), action);
    }

    void at(LocalDate day, Runnable action) {
        due.add(new Due(day.isAfter(today) ? day : today.plusDays(1), scheduled++, action));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** Some that stand beside each other, at most so many; at least one. */
    <T> List<T> some(List<T> all, int most) {
        int count = between(1, Math.min(most, all.size()));
        int first = between(0, all.size() - count);
        return List.copyOf(all.subList(first, first + count));
    }

    /** One of several that is as wanted, if some tries find one. */
    <T> Optional<T> find(List<T> all, Predicate<T> wanted) {
        for (int attempt = 0; attempt < 20 && !all.isEmpty(); attempt++) {
            T one = oneOf(all);
            if (wanted.test(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The digest of a text made up. Only it is kept: decisions and views name texts by their digests. */
    TextDigest text() {
        TextDigest text = TextDigest.of("Văn bản được tạo, số " + ++numbered);
        known.add(text);
        return text;
    }

    /** A number that no other document has, with what follows it. */
    DocumentNumber number(String suffix) {
        return new DocumentNumber(++numbered + suffix);
    }

    /** The position of the last entry recorded before today, in whichever order those of today land. */
    long knownPosition() {
        return Math.max(0, entriesYesterday - 1);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    String newId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The day on which something recorded today took effect: mostly some days ago, at times long ago or yet to come. */
    LocalDate effective(LocalDate notBefore) {
        double kind = random.nextDouble();
        int days = kind < 0.55 ? -between(0, 7)
                : kind < 0.90 ? -between(8, 40)
                : kind < 0.95 ? -between(41, 400)
                : between(1, 20);
        LocalDate day = today.plusDays(days);
        return day.isBefore(notBefore) ? notBefore : day;
    }

    /** As {@link #effective(LocalDate)}, with no day that it must not be before. */
    LocalDate effective() {
        return effective(LocalDate.MIN);
    }

    /** Somebody of an organisation who is competent for a step. */
    Actor actor(OrganisationId organisation, Competence competence) {
        return actor(organisation, competence, null);
    }

    Actor actor(OrganisationId organisation, Competence competence, @Nullable Body body) {
        Role role = switch (competence) {
            case RECORD -> Role.RECORDER;
            case DECIDE -> Role.APPROVER;
            case INSPECT -> Role.INSPECTOR;
            case ADMINISTER, AUTHORISE -> Role.ADMINISTRATOR;
        };
        return new Actor(person(organisation, role), organisation, role, body);
    }

    private String person(OrganisationId organisation, Role role) {
        return oneOf(persons(organisation, role));
    }

    /** All who act for an organisation in a role; in another role act others. */
    List<String> persons(OrganisationId organisation, Role role) {
        String code = "P" + organisation.value().substring(0, 13) + "-" + role.ordinal();
        return List.of(code + 1, code + 2, code + 3);
    }

    /** As {@link #begin}, by somebody of an organisation, with what is needed to go on. */
    <E extends RecordEvent, S> Optional<Way<E, S>> way(
            RecordType<E, S> type, String lane, E event, OrganisationId acting) {
        return begin(type, lane, event, actor(acting, event.competence()))
                .map(life -> new Way<>(this, life, event.effectiveOn()));
    }

    /** A record that begins with this step, or empty if a rule stands against it. */
    <E extends RecordEvent, S> Optional<Life<E, S>> begin(RecordType<E, S> type, String lane, E event, Actor actor) {
        String id = newId();
        Life<E, S> life = new Life<>(type, id, lane.isEmpty() ? id : lane);
        return take(life, event, actor) ? Optional.of(life) : Optional.empty();
    }

    /** Records a step, if every rule allows it. */
    boolean take(Life<?, ?> life, RecordEvent event, Actor actor) {
        if (!record(life, event, actor)) {
            refused++;
            return false;
        }
        amendments.perhapsLater(life);
        return true;
    }

    private <E extends RecordEvent, S> boolean record(Life<E, S> life, RecordEvent event, Actor actor) {
        Decided<E, S> decided;
        try {
            decided = CommandSideConfiguration.FEATURES
                    .of(life.type)
                    .decide(new Asked(life.id, false, event, actor, null), life.timeline, known);
        } catch (RejectedException e) {
            return false;
        }
        List<GeneratedEvent> events = new ArrayList<>();
        events.add(new GeneratedEvent(life.type.name(), life.id, decided.after().version(), newId(), event));
        for (Decided.Along<E, S> along : decided.along()) {
            events.add(new GeneratedEvent(
                    life.type.name(), along.record(), along.after().version(), newId(), along.event()));
            known.life(life.type, along.record()).timeline = along.after();
        }
        decided.keys().forEach(change -> events.add(new GeneratedEvent(
                Catalogue.RESERVATION, change.key(), known.take(change.key(), change.event()), newId(),
                change.event())));
        life.timeline = decided.after();
        known.add(life);
        entries += events.size();
        recorded.accept(new GeneratedCommit(today, life.lane, List.copyOf(events), metadata(actor)));
        return true;
    }

    /** What the command side stores with each event of a command. */
    private Map<String, String> metadata(Actor actor) {
        Map<String, String> metadata = new LinkedHashMap<>();
        ActorMetadata.of(actor).forEach((name, value) -> metadata.put(name, value.toString()));
        metadata.put(ActorMetadata.REQUEST_KEY, newId());
        metadata.put(ActorMetadata.COMMAND_DIGEST, HexFormat.of().formatHex(bytes(32)));
        String command = newId();
        metadata.put("correlationId", command);
        metadata.put("traceId", command);
        return metadata;
    }
}
