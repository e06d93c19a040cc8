package org.coordinationledger.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.evidence.StepLines.Line;
import org.coordinationledger.evidence.StepLines.Section;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One step of a record in words.
 *
 * @param resource the record's kind, whose own words for fields go before those that all kinds share
 * @param day the step's day, on which organisations are named
 */
record StepTelling(EvidenceWords words, OrganisationNames names, String resource, LocalDate day) {

    private static final List<String> TOLD = List.of("effectiveOn", "bases", "reason");

    static String title(EvidenceWords words, EntryHead head) {
        return words.text("step.title", head.sequence(), words.ledgerWord("event", head.event()));
    }

    Section section(RecordHistory.Told told) {
        List<Line> lines = new ArrayList<>();
        EntryHead head = told.entry().head();
        Actor actor = told.step().actor();
        add(lines, "effective-on", told.step().event().effectiveOn());
        add(lines, "recorded-at", head.recordedAt());
        add(lines, "position", head.position());
        add(lines, "organisation", names.beside(actor.organisation().value(), day));
        add(lines, "actor", actor.person() + " (" + constant(actor.role()) + ")");
        if (actor.body() != null) {
            add(lines, "body", constant(actor.body()));
        }
        List<BasisDocumentId> bases = told.step().event().bases();
        if (!bases.isEmpty()) {
            add(lines, "bases", String.join(", ", bases.stream().map(BasisDocumentId::value).toList()));
        }
        if (told.step().event().reason() != null) {
            add(lines, "reason", told.step().event().reason());
        }
        told.amendedBy().ifPresent(by -> add(lines, "amended-by", by));
        for (Map.Entry<String, JsonNode> field : told.event().properties()) {
            if (!TOLD.contains(field.getKey())) {
                value(lines, field.getKey(), field.getValue());
            }
        }
        String changes = changes(told.before(), told.after());
        if (!changes.isEmpty()) {
            add(lines, "changes", changes);
        }
        return new Section(title(words, head), lines);
    }

    private String constant(Enum<?> constant) {
        return words.ledgerWord("enum." + constant.getDeclaringClass().getSimpleName(), constant.name());
    }

    private void add(List<Line> lines, String key, Object value) {
        lines.add(new Line(words.text("step." + key), value.toString()));
    }

    private void value(List<Line> lines, String field, JsonNode value) {
        String shown = shown(value);
        if (!shown.isEmpty()) {
            lines.add(new Line(words.field(resource, field), shown));
        }
    }

    private String changes(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (after == null) {
            return "";
        }
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : after.properties()) {
            JsonNode was = before == null ? null : before.get(property.getKey());
            if (!property.getValue().equals(was)) {
                String old = was == null ? "" : shown(was);
                String now = shown(property.getValue());
                if (old.equals(now)) {
                    continue;
                }
                changes.add(words.field(resource, property.getKey()).toLowerCase(Locale.ROOT) + ": "
                        + (old.isEmpty() ? "" : old + " → ") + (now.isEmpty() ? "–" : now));
            }
        }
        return String.join("; ", changes);
    }

    /** A value for people: words for constants and fields, lists with commas, what belongs together in brackets. */
    private String shown(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(shown(part)));
            return String.join(", ", parts);
        }
        if (value.has("ciphertext") && value.has("nonce")) {
            return words.text("step.sealed");
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(field -> {
                String part = shown(field.getValue());
                if (!part.isEmpty()) {
                    parts.add(words.field(resource, field.getKey()) + ": " + part);
                }
            });
            return parts.isEmpty() ? "" : "(" + String.join("; ", parts) + ")";
        }
        if (value.isNull()) {
            return "";
        }
        String text = value.asString();
        return names.name(text, day).map(name -> name + " (" + text + ")").orElseGet(() -> words.ledgerConstant(text));
    }
}
