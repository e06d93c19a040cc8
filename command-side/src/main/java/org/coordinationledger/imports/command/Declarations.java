package org.coordinationledger.imports.command;

import static org.coordinationledger.organisation.event.OrganisationKind.BORDER_POST;
import static org.coordinationledger.organisation.event.OrganisationKind.CELL;
import static org.coordinationledger.organisation.event.OrganisationKind.COMMUNE_PARTY_COMMITTEE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * The kinds of records that come from files, and their columns. What a column may hold is what the command's description
 * says of the field.
 */
final class Declarations {

    /** In the order in which they are offered: what others name comes first. */
    static final List<String> RESOURCES = List.of(
            "organisations", "members", "cell-assignments", "household-assignments", "outreach-sessions",
            "support-activities");

    private final Map<String, Supplier<ImportDeclaration>> declared = new LinkedHashMap<>();

    Declarations(CommandSeries commands) {
        declare("organisations", () -> new Steps(commands, "organisations")
                .begin()
                .must("effectiveOn", "effectiveOn")
                .must("organisationKind", "kind")
                .must("organisationName", "name")
                .organisation("partySuperior", "partySuperior", null)
                .organisation("commandSuperior", "commandSuperior", null)
                .organisation("covers", "covers", null, COMMUNE_PARTY_COMMITTEE)
                .may("bases", "bases")
                .declared());
        declare("members", () -> new Steps(commands, "members")
                .begin()
                .must("effectiveOn", "effectiveOn")
                .must("memberCode", "code")
                .organisation("home", "home", null)
                .must("membership", "membership")
                .must("fullName", "personalData.name")
                .may("rank", "personalData.rank")
                .may("contact", "personalData.contact")
                .declared("memberCode"));
        declare("cell-assignments", () -> new Steps(commands, "cell-assignments")
                .begin()
                .must("selectedOn", "effectiveOn")
                .must("member", "member")
                .organisation("post", "post", null, BORDER_POST)
                .organisation("commune", "commune", null, COMMUNE_PARTY_COMMITTEE)
                .step("agree")
                .must("agreedOn", "effectiveOn")
                .may("agreementDocument", "document")
                .step("introduce")
                .must("introducedOn", "effectiveOn")
                .must("letter", "letter")
                .must("letterDate", "letterDate")
                .must("regime", "regime")
                .must("votingRight", "votingRight")
                .step("receive")
                .must("receivedOn", "effectiveOn")
                .step("assign")
                .must("assignedOn", "effectiveOn")
                .organisation("cell", "cell", "commune", CELL)
                .declared());
        declare("household-assignments", () -> new Steps(commands, "household-assignments")
                .begin()
                .must("agreedOn", "effectiveOn")
                .must("member", "member")
                .organisation("post", "post", null, BORDER_POST)
                .organisation("commune", "commune", null, COMMUNE_PARTY_COMMITTEE)
                .organisation("cell", "cell", "commune", CELL)
                .may("bases", "bases")
                .step("assign")
                .must("assignedOn", "effectiveOn")
                .must("households", "households")
                .declared());
        declare("outreach-sessions", () -> new Steps(commands, "outreach-sessions")
                .begin()
                .must("heldOn", "effectiveOn")
                .may("firstDay", "firstDay")
                .must("topic", "topic")
                .may("subject", "subject")
                .organisation("organiser", "organiser", null)
                .organisation("venues", "venues", null)
                .must("sessions", "sessions")
                .must("attendances", "attendances")
                .may("bases", "bases")
                .declared());
        declare("support-activities", () -> new Steps(commands, "support-activities")
                .begin()
                .must("effectiveOn", "effectiveOn")
                .must("supportAs", "as")
                .must("supportKind", "kind")
                .organisation("giver", "giver", null)
                .organisation("recipients", "recipients", null)
                .may("amountVnd", "extent.amountVnd")
                .may("quantity", "extent.quantity")
                .may("unit", "unit")
                .may("perYear", "perYear")
                .may("partner", "partner")
                .may("bases", "bases")
                .declared());
    }

    private void declare(String resource, Supplier<ImportDeclaration> declaration) {
        declared.put(resource, SingletonSupplier.of(declaration));
    }

    /**
     * What a file of records under a resource has.
     *
     * @throws RejectedException with {@link ImportRejection.NotImported} if no file is read for them
     */
    ImportDeclaration of(String resource) {
        Supplier<ImportDeclaration> declaration = declared.get(resource);
        if (declaration == null) {
            throw new RejectedException(new ImportRejection.NotImported(
                    resource.length() <= 40 ? resource : resource.substring(0, 40) + "…", RESOURCES));
        }
        return declaration.get();
    }

    /** Puts a declaration together. */
    private static final class Steps {

        private final CommandDescription.Feature feature;
        private final List<ImportStep> done = new ArrayList<>();
        private List<ImportColumn> columns = new ArrayList<>();
        private @Nullable CommandDescription current;

        Steps(CommandSeries commands, String resource) {
            this.feature = commands.described(resource);
        }

        Steps begin() {
            current = feature.begin();
            return this;
        }

        Steps step(String step) {
            finish();
            current = feature.step(step).orElseThrow();
            return this;
        }

        Steps must(String name, String path) {
            columns.add(new ImportColumn(name, path, field(path), true, List.of(), null));
            return this;
        }

        Steps may(String name, String path) {
            columns.add(new ImportColumn(name, path, field(path), false, List.of(), null));
            return this;
        }

        /** One that names organisations; whether it must be there is as the command has it. */
        Steps organisation(String name, String path, @Nullable String under, OrganisationKind... kinds) {
            FieldDescription field = field(path);
            columns.add(new ImportColumn(name, path, field, field.required(), List.of(kinds), under));
            return this;
        }

        ImportDeclaration declared(String... identity) {
            finish();
            return new ImportDeclaration(feature.resource(), List.copyOf(done), List.copyOf(Set.of(identity)));
        }

        private void finish() {
            CommandDescription command = command();
            done.add(new ImportStep(command.step(), command.words(), List.copyOf(columns)));
            columns = new ArrayList<>();
        }

        private FieldDescription field(String path) {
            List<FieldDescription> fields = command().fields();
            FieldDescription found = null;
            for (String name : path.split("\\.")) {
                found = fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
                fields = found.parts();
            }
            if (found == null) {
                throw new IllegalStateException(path);
            }
            return found;
        }

        private CommandDescription command() {
            if (current == null) {
                throw new IllegalStateException("no command yet");
            }
            return current;
        }
    }
}
