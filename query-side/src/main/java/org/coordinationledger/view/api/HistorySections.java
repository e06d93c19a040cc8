package org.coordinationledger.view.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.export.Document;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.export.Table.Note;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.record.Steps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record's history for people: a section for each step, with what it said and what it changed. */
final class HistorySections {

    /** What each step has lines of its own for. */
    private static final Set<String> TOLD = Set.of("effectiveOn", "bases", "reason");

    private final FeatureView<?> view;
    private final StateJson json;
    private final Words words;
    private final OrganisationNames names;

    HistorySections(FeatureView<?> view, StateJson json, Words words, OrganisationNames names) {
        this.view = view;
        this.json = json;
        this.words = words;
        this.names = names;
    }

    /** @param entries all of the record */
    List<Document.Section> of(List<Entry> entries) {
        names.lookUp(entries.stream()
                .map(entry -> Steps.actor(entry.metadata()).organisation().value())
                .toList());
        return Histories.steps(view, entries, 0, json).map(this::section).toList();
    }

    private Document.Section section(Shown.HistoryStep step) {
        List<Note> lines = new ArrayList<>();
        add(lines, "effectiveOn", step.effectiveOn());
        add(lines, "recordedAt", step.recordedAt());
        add(lines, "position", step.position());
        String name = names.of(step.organisation());
        add(lines, "organisation", name.isEmpty() ? step.organisation() : name + " [" + step.organisation() + "]");
        add(lines, "body", step.body() == null ? null : words.word(step.body()));
        add(lines, "actor", step.actor() + " (" + words.word("enum.Role", step.role()) + ")");
        add(lines, "bases", step.bases().isEmpty() ? null : String.join("\n", step.bases()));
        add(lines, "reason", step.reason());
        add(lines, "amends", step.amends());
        add(lines, "correctedBy", step.correctedBy());
        add(lines, "voidedBy", step.voidedBy());
        for (Map.Entry<String, JsonNode> field : step.content().properties()) {
            if (!TOLD.contains(field.getKey())) {
                add(lines, field.getKey(), field.getValue());
            }
        }
        String changes = changes(step.before(), step.after());
        add(lines, "changes", changes.isEmpty() ? null : changes);
        return new Document.Section(
                words.text("history.section", Map.of(
                        "sequence", step.sequence(), "step", words.word("event", step.event()))),
                lines);
    }

    private void add(List<Note> lines, String key, @Nullable Object value) {
        if (value != null) {
            lines.add(new Note(words.text("history." + key), value));
        }
    }

    private void add(List<Note> lines, String field, JsonNode value) {
        String shown = text(value);
        if (!shown.isEmpty()) {
            lines.add(new Note(words.field(view.resource(), field), shown));
        }
    }

    /** What the state has after the step that it had not before. */
    private String changes(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (after == null) {
            return "";
        }
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : after.properties()) {
            JsonNode was = before == null ? null : before.get(property.getKey());
            if (!property.getValue().equals(was)) {
                changes.add(words.field(view.resource(), property.getKey()) + ": "
                        + (was == null || text(was).isEmpty() ? "" : text(was) + " → ")
                        + text(property.getValue()));
            }
        }
        return String.join("\n", changes);
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isContainer() && value.isEmpty()) {
            return "";
        }
        return value.isContainer() ? value.toString() : value.asString();
    }
}
