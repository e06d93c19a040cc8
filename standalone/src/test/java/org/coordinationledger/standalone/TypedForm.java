package org.coordinationledger.standalone;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** What somebody types into the fields of a form, so that a command with this content is recorded. */
final class TypedForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final UnaryOperator<String> ids;
    private final Map<String, String> typed = new LinkedHashMap<>();

    private TypedForm(UnaryOperator<String> ids) {
        this.ids = ids;
    }

    /**
     * What is typed, by the names of the fields; where a text is asked for, as it stands in the content.
     *
     * @param fields as {@code /api/v1/commands} describes them
     * @param content of the command, as the API takes it
     * @param before the beginning of the fields' names
     * @param ids the id that a record really has
     */
    static Map<String, String> of(JsonNode fields, JsonNode content, String before, UnaryOperator<String> ids) {
        TypedForm form = new TypedForm(ids);
        form.object(fields, content, before);
        return form.typed;
    }

    private void object(JsonNode fields, JsonNode content, String path) {
        for (JsonNode field : fields) {
            String name = field.path("name").asString();
            JsonNode value = content.path(name);
            if (value.isArray()) {
                for (int place = 0; place < value.size(); place++) {
                    one(field, value.get(place), path + name + "." + place);
                }
            } else if (!value.isMissingNode()) {
                one(field, value, path + name);
            }
        }
    }

    private void one(JsonNode field, JsonNode value, String path) {
        switch (field.path("kind").asString()) {
            case "GROUP" -> object(field.path("fields"), value, path + ".");
            case "QUANTITY" -> quantity(value, path);
            case "ANY_RECORD" -> {
                typed.put(path + ".resource", value.path("resource").asString());
                typed.put(path + ".id", named(value.path("id")));
            }
            case "RECORD" -> typed.put(path, named(value));
            case "DATE" -> typed.put(path, LocalDate.parse(value.asString()).format(DAY));
            case "MONTH" -> typed.put(path, YearMonth.parse(value.asString()).format(MONTH));
            case "EVENT" -> {
                // what an event holds is typed by the fields of that event
            }
            default -> typed.put(path, value.asString());
        }
    }

    private void quantity(JsonNode value, String path) {
        NumberFormat number = NumberFormat.getInstance(VIETNAMESE);
        typed.put(path + ".value", number.format(new BigDecimal(value.path("value").asString())));
        for (String part : new String[] {"quality", "phrase"}) {
            if (value.has(part)) {
                typed.put(path + "." + part, value.path(part).asString());
            }
        }
    }

    /** A record as the field that names it has it once it is chosen. */
    private String named(JsonNode id) {
        return "x [" + ids.apply(id.asString()) + "]";
    }
}
