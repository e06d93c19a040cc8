package org.coordinationledger.command.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies by which it is found out whether a command could be taken: the first is made of the command's example and of
 * what the record holds, the others name another of the record's organisations, parts or texts, or what the actor has.
 */
final class Probes {

    /** So many bodies are made of others by changing one field, and no more. */
    private static final int MOST_CHANGED = 48;

    /** So many values are told of one field. */
    private static final int MOST_HELD = 100;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ORGANISATIONS = OrganisationState.TYPE.resource();

    /** The dissolved organisation, in the steps on a dissolution: any that the record names. */
    private static final String FROM = "from";

    private final CommandDescription command;
    private final ObjectNode example;
    private final KnownValues known;
    private final Actor actor;
    private final LocalDate day;

    /** @param day on which the command would take effect */
    Probes(CommandDescription command, ObjectNode example, KnownValues known, Actor actor, LocalDate day) {
        this.command = command;
        this.example = example;
        this.known = known;
        this.actor = actor;
        this.day = day;
    }

    /** The likeliest body, then those with one field changed. */
    Set<ObjectNode> bodies() {
        return bodies(1);
    }

    /** The likeliest body, then those with one field changed, then those with two, and so on. */
    Set<ObjectNode> bodies(int changes) {
        ObjectNode first = first();
        Map<String, List<JsonNode>> others = new LinkedHashMap<>();
        command.fields().forEach(field -> {
            List<JsonNode> values = others(field);
            if (!values.isEmpty()) {
                others.put(field.name(), values);
            }
        });
        Set<ObjectNode> bodies = new LinkedHashSet<>(List.of(first));
        for (int i = 0; i < changes; i++) {
            bodies.addAll(changed(List.copyOf(bodies), others));
        }
        return bodies;
    }

    private static List<ObjectNode> changed(List<ObjectNode> bodies, Map<String, List<JsonNode>> others) {
        List<ObjectNode> changed = new ArrayList<>();
        for (ObjectNode body : bodies) {
            others.forEach((name, values) -> values.forEach(value -> {
                if (changed.size() < MOST_CHANGED) {
                    ObjectNode copy = body.deepCopy();
                    copy.set(name, value);
                    changed.add(copy);
                }
            }));
        }
        return changed;
    }

    /** What may be left out is left out, but for the record's parts, and for codes and numbers that the example has. */
    private ObjectNode first() {
        ObjectNode body = JSON.objectNode();
        for (FieldDescription field : command.fields()) {
            boolean shown = (field.kind() == FieldKind.CODE || field.kind() == FieldKind.DOCUMENT_NUMBER)
                    && example.has(field.name());
            if (field.required() || field.kind() == FieldKind.PART || shown) {
                body.set(field.name(), likely(field));
            }
        }
        return body;
    }

    private JsonNode likely(FieldDescription field) {
        if (field.kind() == FieldKind.DATE) {
            return JSON.stringNode(day.toString());
        }
        List<JsonNode> held = held(field);
        if (field.several() != null && !held.isEmpty()) {
            Integer most = field.several().most();
            return JSON.arrayNode().addAll(most == null || held.size() <= most ? held : held.subList(0, most));
        }
        if (!held.isEmpty()) {
            return held.get(0);
        }
        JsonNode shown = example.get(field.name());
        return shown == null ? FieldSamples.of(field) : shown;
    }

    /** What the record holds for the fields, where it holds anything. */
    Map<String, List<JsonNode>> held() {
        Map<String, List<JsonNode>> held = new LinkedHashMap<>();
        for (FieldDescription field : command.fields()) {
            List<JsonNode> values = held(field);
            if (!values.isEmpty()) {
                held.put(field.name(), values.subList(0, Math.min(MOST_HELD, values.size())));
            }
        }
        return held;
    }

    /** What the record holds for a field: of other kinds than these, only what is called the same. */
    private List<JsonNode> held(FieldDescription field) {
        return switch (field.kind()) {
            case PART, PERSON, HOUSEHOLD, DIGEST, YEAR_OR_QUARTER, YEAR_OR_TWO -> known.of(field);
            case TEXT, LONG_TEXT -> List.of();
            default -> field.name().equals(FROM) ? known.of(field) : known.sameAs(field);
        };
    }

    private List<JsonNode> others(FieldDescription field) {
        Set<JsonNode> values = new LinkedHashSet<>();
        switch (field.kind()) {
            case FLAG -> values.addAll(List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
            case DIGEST, PART, YEAR_OR_QUARTER, YEAR_OR_TWO -> values.addAll(known.of(field));
            case PERSON -> {
                values.add(JSON.stringNode(actor.person()));
                values.addAll(known.of(field));
            }
            case RECORD -> {
                if (!field.required()) {
                    return List.of();
                }
                values.addAll(held(field));
                if (command.step() == null && ORGANISATIONS.equals(field.resource())) {
                    values.add(JSON.stringNode(actor.organisation().value()));
                } else if (!field.name().equals(FROM)) {
                    values.addAll(shown(field));
                }
            }
            default -> {
                return List.of();
            }
        }
        if (field.several() == null) {
            return List.copyOf(values);
        }
        return field.kind() == FieldKind.PART
                ? List.of()
                : values.stream().map(value -> (JsonNode) JSON.arrayNode().add(value)).toList();
    }

    private List<JsonNode> shown(FieldDescription field) {
        JsonNode shown = example.get(field.name());
        return shown == null ? List.of() : shown.isArray() ? shown.valueStream().toList() : List.of(shown);
    }
}
