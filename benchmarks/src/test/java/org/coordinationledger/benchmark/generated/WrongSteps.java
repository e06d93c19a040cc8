package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Steps that are wrong on purpose: what some record of the feature says, said of another one, on another day, about
 * other records, by somebody else. Most of them break a rule; which do, the decision says. Whatever it says, no step
 * that was taken is out of place afterwards.
 */
final class WrongSteps {

    private static final Reason REASON = new Reason("Thử một bước sai");

    private final World world;
    private final Random random;
    private final Map<String, List<String>> idsByType = new HashMap<>();
    private final Map<String, String> typeOf = new HashMap<>();
    private final Map<String, List<Life<?, ?>>> livesByType = new HashMap<>();
    private final List<String> digests = new ArrayList<>();
    private List<Life<?, ?>> lives = List.of();
    private int tried;
    private int taken;

    WrongSteps(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    int tried() {
        return tried;
    }

    int taken() {
        return taken;
    }

    /** Tries one step. */
    void tryOne() {
        learn();
        Life<?, ?> life = any(chance(0.5) ? lives.subList(Math.max(0, lives.size() - 40), lives.size()) : lives);
        Life<?, ?> other = chance(0.4) ? life : any(livesByType.get(life.type.name()));
        Step<?> model = any(other.timeline.steps());
        RecordEvent event = made(life, model);
        if (event == null || life.type.equals(OrganisationState.TYPE)) {
            // The generator takes the organisations that it registered for given, and when which of them ends.
            return;
        }
        tried++;
        Timeline<?, ?> before = life.timeline;
        boolean begins = model.sequence() == 0 && !(event instanceof Amendment) && chance(0.7);
        boolean done = begins
                ? begin(life, event, actor(life, model, event))
                : world.take(life, event, actor(life, model, event));
        taken += done ? 1 : 0;
        if (!done && life.timeline != before) {
            throw new AssertionError("a step that was refused left something: " + event);
        }
        if (!life.timeline.misfits().isEmpty()) {
            throw new AssertionError("out of place after " + event + ": " + life.timeline.misfits());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private boolean begin(Life<?, ?> life, RecordEvent event, Actor actor) {
        Optional<?> begun = world.begin((RecordType) life.type, "", event, actor);
        return begun.isPresent();
    }

    /** What is known by now, looked at again once in a while. */
    private void learn() {
        if (world.known.lives().size() < lives.size() + 20 && !lives.isEmpty()) {
            return;
        }
        List<Life<?, ?>> all = List.copyOf(world.known.lives());
        for (Life<?, ?> life : all.subList(lives.size(), all.size())) {
            idsByType.computeIfAbsent(life.type.name(), t -> new ArrayList<>()).add(life.id);
            livesByType.computeIfAbsent(life.type.name(), t -> new ArrayList<>()).add(life);
            typeOf.put(life.id, life.type.name());
        }
        lives = all;
    }

    private @Nullable RecordEvent made(Life<?, ?> life, Step<?> model) {
        double kind = random.nextDouble();
        Step<?> own = any(life.timeline.steps());
        if (kind < 0.08) {
            return new Amendment.Voided(someDay(life), own.sequence(), REASON, List.of());
        }
        if (kind < 0.14) {
            return succession(life);
        }
        RecordEvent content = model.event() instanceof Amendment.Corrected corrected
                ? corrected.replacement()
                : model.event();
        if (content instanceof Amendment) {
            return null;
        }
        RecordEvent event = mutated(life, content);
        if (event == null || kind >= 0.24) {
            return event;
        }
        String revision = Integer.toString(Catalogue.of(event.getClass()).orElseThrow().revision());
        long head = own.sequence();
        return new Amendment.Corrected(someDay(life), head, event, revision, REASON, List.of());
    }

    private RecordEvent succession(Life<?, ?> life) {
        OrganisationId from = anyOrganisation(life);
        LocalDate day = someDay(life);
        return chance(0.8)
                ? new Succession.Inherited(day, from, anyOrganisation(life), REASON, List.of())
                : new Succession.Lapsed(day, from, REASON, List.of());
    }

    /** The same with other days and other references; null where no such event can be. */
    private @Nullable RecordEvent mutated(Life<?, ?> life, RecordEvent content) {
        EventType type = Catalogue.of(content.getClass()).orElseThrow();
        ObjectNode json = EventJson.mapper().valueToTree(content);
        if (chance(0.7)) {
            json.put("effectiveOn", someDay(life).toString());
        }
        for (String name : List.copyOf(json.propertyNames())) {
            JsonNode value = json.get(name);
            if (value.isString()) {
                json.put(name, other(value.asString()));
            } else if (value.isInt() && chance(0.2)) {
                json.put(name, value.asInt() + random.nextInt(3) - 1);
            } else if (value instanceof ArrayNode several && several.valueStream().allMatch(JsonNode::isString)) {
                ArrayNode others = json.putArray(name);
                several.forEach(one -> others.add(other(one.asString())));
            }
        }
        try {
            return (RecordEvent) EventJson.mapper().treeToValue(json, type.type());
        } catch (JacksonException impossible) {
            return null;
        }
    }

    private String other(String text) {
        if (text.matches("[0-9a-f]{64}")) {
            digests.add(text);
            return chance(0.2) ? any(digests) : text;
        }
        String type = typeOf.get(text);
        return type == null || chance(0.7) ? text : any(idsByType.get(type));
    }

    /** A day on which something of the record happened, or one near it. */
    private LocalDate someDay(Life<?, ?> life) {
        LocalDate day = any(life.timeline.steps()).event().effectiveOn();
        return day.plusDays(chance(0.5) ? random.nextInt(60) : random.nextInt(2_000) - 1_000);
    }

    private Actor actor(Life<?, ?> life, Step<?> model, RecordEvent event) {
        double kind = random.nextDouble();
        if (kind < 0.4) {
            return any(life.timeline.steps()).actor();
        }
        Body body = chance(0.5) ? null : any(List.of(Body.values()));
        Actor actor = world.actor(anyOrganisation(life), event.competence(), body);
        Actor other = model.actor();
        return kind < 0.8 ? new Actor(actor.person(), other.organisation(), actor.role(), other.body()) : actor;
    }

    /** One that the record's steps were taken for, or any. */
    private OrganisationId anyOrganisation(Life<?, ?> life) {
        return chance(0.6)
                ? any(life.timeline.steps()).actor().organisation()
                : new OrganisationId(any(idsByType.get("Organisation")));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
