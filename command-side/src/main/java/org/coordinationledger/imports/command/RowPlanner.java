package org.coordinationledger.imports.command;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;
import org.coordinationledger.service.directory.NamedOrganisation;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tries the rows of a file one upon the other. A record's id follows from what its row says, so that the same row, in
 * whichever file and whoever sends it, is about the same record.
 */
final class RowPlanner {

    private static final String PERSONAL_DATA = "personalData";

    private final CommandSeries commands;
    private final CellValues values;

    RowPlanner(CommandSeries commands, CellValues values) {
        this.commands = commands;
        this.values = values;
    }

    /**
     * What would become of each row.
     *
     * @param directory all organisations by their names now
     */
    List<PlannedRow> plan(
            ImportDeclaration declaration, Columns columns, List<Sheet.Row> rows, Actor actor,
            Supplier<List<NamedOrganisation>> directory) {
        return commands.rehearse(rehearsal -> {
            Plan plan = new Plan(
                    declaration, columns, rehearsal, new References(commands, rehearsal, directory, actor), actor);
            return rows.stream().map(plan::row).toList();
        });
    }

    /** The rows of one file. */
    private final class Plan {

        private final ImportDeclaration declaration;
        private final Columns columns;
        private final CommandSeries.Rehearsal rehearsal;
        private final References references;
        private final Actor actor;
        private final Map<String, Integer> rowsOfRecords = new HashMap<>();

        Plan(
                ImportDeclaration declaration, Columns columns, CommandSeries.Rehearsal rehearsal,
                References references, Actor actor) {
            this.declaration = declaration;
            this.columns = columns;
            this.rehearsal = rehearsal;
            this.references = references;
            this.actor = actor;
        }

        PlannedRow row(Sheet.Row row) {
            RowPlan plan = new RowPlan(row);
            try {
                return plan.tried();
            } catch (RejectedException e) {
                if (e.rejection() instanceof ServiceRejection.Later) {
                    // says nothing of the row: the whole file is to be sent again
                    throw e;
                }
                rehearsal.drop();
                return plan.refused(e);
            }
        }

        /** One row. */
        private final class RowPlan {

            private final Sheet.Row row;
            private final Map<String, JsonNode> read = new HashMap<>();
            private PersonalData.@Nullable Clear personalData;
            private @Nullable String record;
            private @Nullable Integer after;
            private @Nullable String trying;

            RowPlan(Sheet.Row row) {
                this.row = row;
            }

            PlannedRow tried() {
                ImportStep begin = declaration.begin();
                ObjectNode first = body(begin);
                keepPersonalData(first);
                String id = id(first);
                record = id;
                PlannedRow standing = standing(id, first);
                if (standing != null) {
                    return standing;
                }
                List<CommandSeries.Single> steps = new ArrayList<>();
                String waits = null;
                for (ImportStep step : declaration.steps()) {
                    if (step != begin && !asked(step)) {
                        continue;
                    }
                    ObjectNode body = step == begin ? first : body(step);
                    CommandSeries.Single single =
                            new CommandSeries.Single(declaration.resource(), step.step(), id, body);
                    trying = step.name();
                    if (recorded(single, step == begin)) {
                        continue;
                    }
                    try {
                        rehearsal.take(single, actor);
                        steps.add(single);
                    } catch (RejectedException e) {
                        if (step == begin || !others(e.rejection())) {
                            throw e;
                        }
                        waits = step.name();
                        break;
                    }
                }
                rehearsal.keep();
                Integer same = rowsOfRecords.putIfAbsent(id, row.number());
                nameInLaterRows(id, first, steps);
                return planned(steps.isEmpty() ? Fate.ALREADY_THERE : Fate.TO_RECORD, steps, same, waits);
            }

            /** Says of an organisation that goes by the same name in the same place that it is there. */
            private @Nullable PlannedRow standing(String id, ObjectNode first) {
                if (!declaration.resource().equals(OrganisationState.TYPE.resource())
                        || !rehearsal.known(OrganisationState.TYPE, id).isEmpty()) {
                    return null;
                }
                NamedOrganisation same = references.same(
                        first.path("name").asString(""), first.path("kind").asString(""),
                        first.path("partySuperior").asString(null), first.path("commandSuperior").asString(null));
                if (same == null) {
                    return null;
                }
                record = same.id();
                return planned(Fate.ALREADY_THERE, List.of(), references.rowOf(same.id()), null);
            }

            private void nameInLaterRows(String id, ObjectNode first, List<CommandSeries.Single> steps) {
                if (!steps.isEmpty() && declaration.resource().equals(OrganisationState.TYPE.resource())) {
                    references.add(
                            new NamedOrganisation(
                                    id, first.path("name").asString(), first.path("kind").asString(),
                                    first.path("partySuperior").asString(null),
                                    first.path("commandSuperior").asString(null), List.of(), true),
                            row.number());
                }
            }

            /** Whether a step was recorded before, with what the row says. */
            private boolean recorded(CommandSeries.Single single, boolean begin) {
                Timeline<?, ?> known = rehearsal.known(commands.type(single.resource()), single.id());
                if (known.isEmpty()) {
                    return false;
                }
                JsonNode asked = plain(rehearsal.event(single));
                Class<?> kind = rehearsal.event(single).getClass();
                return known.steps().stream()
                        .filter(step -> !begin || step.sequence() == 0)
                        .map(step -> known.contentAt(step.sequence()))
                        .anyMatch(event -> event.getClass() == kind && plain(event).equals(asked));
            }

            /** Takes what is personal out of the body, into clear text that is never kept. */
            private void keepPersonalData(ObjectNode body) {
                JsonNode personal = body.get(PERSONAL_DATA);
                if (personal != null) {
                    personalData = EventJson.mapper().treeToValue(personal, PersonalData.Clear.class);
                }
            }

            private String id(ObjectNode first) {
                ObjectNode said = JsonNodeFactory.instance.objectNode();
                declaration.identifying().filter(column -> !column.personal()).forEach(column -> {
                    JsonNode value = read.get(column.name());
                    if (value != null) {
                        said.set(column.name(), value);
                    }
                });
                String name = "import\n" + declaration.resource() + "\n" + said;
                return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
            }

            private boolean asked(ImportStep step) {
                return step.columns().stream().anyMatch(column -> !columns.cell(row, column).empty());
            }

            private ObjectNode body(ImportStep step) {
                trying = step.name();
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                for (ImportColumn column : step.columns()) {
                    Cell cell = columns.cell(row, column);
                    if (cell.empty()) {
                        if (column.required()) {
                            throw new RejectedException(new ImportRejection.MissingCell(column.name()));
                        }
                        continue;
                    }
                    JsonNode value = values.read(column, cell, text -> named(column, text));
                    read.put(column.name(), value);
                    put(body, column.path(), value);
                }
                return body;
            }

            private String named(ImportColumn column, String text) {
                JsonNode under = column.under() == null ? null : read.get(column.under());
                String id = references.id(
                        new References.Asked(column, under == null ? null : under.asString(), day()), text);
                Integer earlier = references.rowOf(id);
                if (earlier != null && (after == null || earlier > after)) {
                    after = earlier;
                }
                return id;
            }

            /** The day of the first step, which is the first column. */
            private @Nullable LocalDate day() {
                JsonNode day = read.get(declaration.begin().columns().get(0).name());
                try {
                    return day == null ? null : LocalDate.parse(day.asString());
                } catch (DateTimeParseException e) {
                    return null;
                }
            }

            PlannedRow refused(RejectedException e) {
                return new PlannedRow(
                        row.number(), Fate.REFUSED, columns.cells(row), personalOfCells(), record, List.of(), after,
                        null, null, e.rejection(), e.field(), trying);
            }

            private PlannedRow planned(
                    Fate fate, List<CommandSeries.Single> steps, @Nullable Integer same, @Nullable String waits) {
                return new PlannedRow(
                        row.number(), fate, columns.cells(row),
                        fate == Fate.TO_RECORD ? personalData : null, record,
                        steps.stream().map(RowPlan::withoutPersonalData).toList(),
                        after, same, waits, null, null, null);
            }

            /** What of a refused row is personal, so that it can be mended; null where it is no such data. */
            private PersonalData.@Nullable Clear personalOfCells() {
                PersonalData.Clear known = personalData;
                if (known != null || !declaration.personal()) {
                    return known;
                }
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                declaration.columns().stream().filter(ImportColumn::personal).forEach(column -> {
                    Cell cell = columns.cell(row, column);
                    if (cell.kind() != Cell.Kind.FORMULA && !cell.empty()) {
                        put(body, column.path(), JsonNodeFactory.instance.stringNode(cell.text()));
                    }
                });
                try {
                    return body.isEmpty()
                            ? null
                            : EventJson.mapper().treeToValue(body.get(PERSONAL_DATA), PersonalData.Clear.class);
                } catch (RuntimeException e) {
                    return null;
                }
            }

            private static CommandSeries.Single withoutPersonalData(CommandSeries.Single step) {
                ObjectNode body = step.body().deepCopy();
                body.remove(PERSONAL_DATA);
                return new CommandSeries.Single(step.resource(), step.step(), step.id(), body);
            }
        }
    }

    /** Whether a step is refused because somebody else takes it, or the one before it. */
    private static boolean others(Rejection refusal) {
        return refusal instanceof WhateverIsSaid && refusal.kind() == Rejection.Kind.FORBIDDEN;
    }

    private static JsonNode plain(RecordEvent event) {
        ObjectNode content = EventJson.mapper().valueToTree(event);
        content.remove(PERSONAL_DATA);
        return content;
    }

    private static void put(ObjectNode body, String path, JsonNode value) {
        String[] names = path.split("\\.");
        ObjectNode holder = body;
        for (int i = 0; i < names.length - 1; i++) {
            holder = holder.get(names[i]) instanceof ObjectNode there ? there : holder.putObject(names[i]);
        }
        holder.set(names[names.length - 1], value);
    }
}
