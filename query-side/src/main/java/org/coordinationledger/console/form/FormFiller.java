package org.coordinationledger.console.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import tools.jackson.databind.JsonNode;

/** Writes what is known already into a form, as people would type it. */
final class FormFiller {

    private final Typed typed;
    private final Page page;

    FormFiller(Typed typed, Page page) {
        this.typed = typed;
        this.page = page;
    }

    /** Collects the records that values name. */
    static void named(Collection<FieldDescription> fields, JsonNode object, RecordTitles.Asked asked) {
        for (FieldDescription field : fields) {
            JsonNode value = object.path(field.name());
            if (value.isArray()) {
                value.forEach(one -> named(field, one, asked));
            } else {
                named(field, value, asked);
            }
        }
    }

    private static void named(FieldDescription field, JsonNode value, RecordTitles.Asked asked) {
        if (field.kind() == FieldKind.RECORD && value.isString() && field.resource() != null) {
            asked.add(field.resource(), value.asString());
        } else if (field.kind() == FieldKind.ANY_RECORD && value.isObject()) {
            asked.add(value.path("resource").asString(""), value.path("id").asString(""));
        } else if (field.kind() == FieldKind.GROUP && value.isObject()) {
            named(field.parts(), value, asked);
        }
    }

    /** Fills in the fields of an object. */
    void fill(List<FieldDescription> fields, String path, JsonNode object, RecordTitles titles) {
        for (FieldDescription field : fields) {
            JsonNode value = object.path(field.name());
            String there = path + field.name();
            if (value.isArray()) {
                for (int place = 0; place < value.size(); place++) {
                    put(field, there + "." + place, value.get(place), titles);
                }
            } else if (!value.isMissingNode() && !value.isNull()) {
                put(field, there, value, titles);
            }
        }
    }

    private void put(FieldDescription field, String path, JsonNode value, RecordTitles titles) {
        switch (field.kind()) {
            case GROUP -> fill(field.parts(), path + ".", value, titles);
            case QUANTITY -> {
                typed.put(path + ".value", page.number(value.path("value").decimalValue(BigDecimal.ZERO)));
                typed.put(path + ".quality", value.path("quality").asString(""));
                typed.put(path + ".phrase", value.path("phrase").asString(""));
            }
            case ANY_RECORD -> {
                String resource = value.path("resource").asString("");
                typed.put(path + ".resource", resource);
                typed.put(path + ".id", named(resource, value.path("id").asString(""), titles));
            }
            case DATE -> typed.put(path, page.date(LocalDate.parse(value.asString())));
            case MONTH -> typed.put(path, page.month(value.asString()));
            case NUMBER -> typed.put(path, value.asString());
            case RECORD -> typed.put(path, field.resource() == null
                    ? value.asString()
                    : named(field.resource(), value.asString(), titles));
            default -> typed.put(path, value.asString());
        }
    }

    private static String named(String resource, String id, RecordTitles titles) {
        return new RecordLookup.Candidate(id, titles.of(resource, id)).typed();
    }
}
