package org.coordinationledger.imports.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.member.event.PersonalData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rows of imports as documents. */
final class RowDocuments {

    private RowDocuments() {}

    static String id(String importId, int place) {
        return "%s-%06d".formatted(importId, place);
    }

    static Document of(String importId, StoredRow row) {
        Document document = new Document("_id", id(importId, row.place()))
                .append("import", importId)
                .append("place", row.place())
                .append("number", row.number())
                .append("fate", row.fate().name())
                .append("cells", row.cells())
                .append("stepNames", row.stepNames())
                .append("steps", row.steps().stream().map(RowDocuments::step).toList())
                .append("problems", new Document(new LinkedHashMap<>(row.problems())))
                .append("position", row.position());
        put(document, "record", row.record());
        put(document, "after", row.after());
        put(document, "sameAs", row.sameAs());
        put(document, "waits", row.waits());
        put(document, "refusedStep", row.refusedStep());
        PersonalData.Sealed sealed = row.personalData();
        put(document, "sealed", sealed == null
                ? null
                : new Document("nonce", sealed.nonce()).append("ciphertext", sealed.ciphertext()));
        return document;
    }

    private static void put(Document document, String name, @Nullable Object value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private static Document step(CommandSeries.Single step) {
        Document document = new Document("resource", step.resource())
                .append("id", step.id())
                .append("body", EventJson.mapper().writeValueAsString(step.body()));
        put(document, "step", step.step());
        return document;
    }

    static StoredRow read(Document stored) {
        Document sealed = stored.get("sealed", Document.class);
        Map<String, String> problems = new LinkedHashMap<>();
        Document told = stored.get("problems", Document.class);
        if (told != null) {
            told.forEach((language, problem) -> problems.put(language, String.valueOf(problem)));
        }
        return new StoredRow(
                stored.getInteger("place"),
                stored.getInteger("number"),
                Fate.valueOf(stored.getString("fate")),
                stored.getList("cells", String.class, List.of()),
                sealed == null
                        ? null
                        : new PersonalData.Sealed(sealed.getString("nonce"), sealed.getString("ciphertext")),
                stored.getString("record"),
                stored.getList("steps", Document.class, List.of()).stream().map(RowDocuments::single).toList(),
                stored.getList("stepNames", String.class, List.of()),
                stored.getInteger("after"),
                stored.getInteger("sameAs"),
                stored.getString("waits"),
                stored.getString("refusedStep"),
                Map.copyOf(problems),
                stored.getLong("position"));
    }

    private static CommandSeries.Single single(Document step) {
        return new CommandSeries.Single(
                step.getString("resource"),
                step.getString("step"),
                step.getString("id"),
                (ObjectNode) EventJson.mapper().readTree(step.getString("body")));
    }
}
