package org.coordinationledger.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coordinationledger.demo.Scenario.DocumentEntry;
import org.coordinationledger.demo.Scenario.TerritoryEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of commands, as the HTTP API takes them. */
final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** How a scenario file says how good a figure is, and the API's word for it. */
    private static final Map<String, String> QUALITIES = Map.of("about", "ABOUT", "moreThan", "MORE_THAN");

    private Bodies() {}

    /** A step that takes effect on a day, with nothing else said yet. */
    static ObjectNode step(LocalDate effectiveOn) {
        return JSON.createObjectNode().put("effectiveOn", effectiveOn.toString());
    }

    static void cite(ObjectNode body, List<String> bases) {
        if (!bases.isEmpty()) {
            strings(body, "bases", bases);
        }
    }

    static ObjectNode organisation(Organisation organisation, LocalDate standsSince) {
        ObjectNode body = step(standsSince)
                .put("id", organisation.id())
                .put("kind", organisation.kind())
                .put("name", organisation.name())
                .put("illustrative", organisation.illustrative());
        String under = organisation.under();
        if (under != null) {
            body.put("partySuperior", Ids.of(under));
        }
        String commandedBy = organisation.commandedBy();
        if (commandedBy != null) {
            body.put("commandSuperior", Ids.of(commandedBy));
        }
        if (!organisation.covers().isEmpty()) {
            strings(body, "covers", organisation.covers().stream().map(Ids::of).toList());
        }
        TerritoryEntry territory = organisation.territory();
        if (territory != null) {
            body.set("territory", territory(territory));
        }
        return body;
    }

    private static ObjectNode territory(TerritoryEntry entry) {
        ObjectNode territory = JSON.createObjectNode();
        if (entry.border() != null) {
            territory.put("border", entry.border());
        }
        quantity(territory, "borderKm", entry.borderKm());
        quantity(territory, "coastKm", entry.coastKm());
        quantity(territory, "seaKm2", entry.seaKm2());
        quantity(territory, "populationShare", entry.populationShare());
        if (entry.facing() != null) {
            territory.put("facing", entry.facing());
        }
        return territory;
    }

    private static void quantity(ObjectNode territory, String name, @Nullable JsonNode said) {
        if (said == null) {
            return;
        }
        ObjectNode quantity = territory.putObject(name);
        if (said.isNumber()) {
            quantity.put("value", Scenario.number(said)).put("quality", "EXACT");
            return;
        }
        Map.Entry<String, JsonNode> qualified = said.properties().iterator().next();
        String quality = QUALITIES.get(qualified.getKey());
        if (quality == null) {
            throw new IllegalArgumentException(name + " is neither a number nor one of " + QUALITIES.keySet());
        }
        quantity.put("value", Scenario.number(qualified.getValue())).put("quality", quality);
    }

    static ObjectNode document(
            DocumentEntry entry,
            LocalDate issuedOn,
            LocalDate inForceFrom,
            String issuer,
            List<String> carriesOut,
            String appliesTo) {
        String series = entry.series();
        ObjectNode body = step(inForceFrom)
                .put("number", entry.number())
                .put("kind", entry.kind())
                .put("series", series == null ? "PARTY_TERM" : series)
                .put("issuer", issuer)
                .put("issuedOn", issuedOn.toString())
                .put("subject", entry.subject())
                .put("provisional", entry.provisional())
                .put("illustrative", entry.illustrative());
        strings(body, "carriesOut", carriesOut);
        strings(body, "appliesTo", List.of(appliesTo));
        if (entry.issuerBody() != null) {
            body.put("issuerBody", entry.issuerBody());
        }
        LocalDate lastDay = entry.lastDay();
        if (lastDay != null) {
            body.put("lastDay", lastDay.toString());
        }
        return body;
    }

    static ObjectNode member(String id, LocalDate registeredOn, String code, String home, String name, String rank) {
        ObjectNode body = step(registeredOn)
                .put("id", id)
                .put("code", code)
                .put("home", home)
                .put("membership", "OFFICIAL")
                .put("illustrative", true);
        body.putObject("personalData").put("name", name).put("rank", rank);
        return body;
    }

    private static void strings(ObjectNode body, String name, List<String> values) {
        values.forEach(body.putArray(name)::add);
    }
}
