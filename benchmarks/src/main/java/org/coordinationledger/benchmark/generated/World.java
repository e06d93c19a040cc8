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
import java.util.function.Consumer;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.benchmark.generated.GeneratedCommit.GeneratedEvent;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * All records that are made up: lets days pass and records what is due on each. A step is recorded only if the record's own fold accepts it in its
 * place, the rules across records hold and its keys are free, as a command would be decided; otherwise nothing happens.
 */
final class World {

    private final LedgerPlan plan;
    private final Consumer<GeneratedCommit> recorded;
    private final Random random;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::day).thenComparing(Due::order));
    private final Keys keys = new Keys();
    private final Amendments amendments = new Amendments(this);

    final Organisations organisations = new Organisations(this);
    final Documents documents = new Documents(this);
    final Members members = new Members(this);
    final Assignments assignments = new Assignments(this);

    private LocalDate today;
    private long scheduled;
    private long entries;
    private long refused;

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
        while (!today.isAfter(plan.lastDay()) && !full()) {
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
        return assignments.select() || members.register();
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
        return "P" + organisation.value().substring(0, 13) + "-" + role.ordinal() + between(1, 3);
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
        Timeline<E, S> after;
        try {
            after = life.timeline.require(event, actor);
        } catch (RejectedException e) {
            return false;
        }
        if (!Across.allows(this, life, event, actor)) {
            return false;
        }
        Optional<Map<String, ReservationEvent>> changes = keys.changes(life, after, documents::termOf);
        if (changes.isEmpty()) {
            return false;
        }
        List<GeneratedEvent> events = new ArrayList<>();
        events.add(new GeneratedEvent(life.type.name(), life.id, after.version(), newId(), event));
        for (Keys.KeyEvent key : keys.take(changes.get())) {
            events.add(new GeneratedEvent(
                    Catalogue.RESERVATION, key.key(), key.sequence(), newId(), key.event()));
        }
        life.timeline = after;
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
