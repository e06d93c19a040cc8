package org.coordinationledger.standalone;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.coordinationledger.vocabulary.TextDigest;
import tools.jackson.databind.JsonNode;

/** What somebody types into the fields of a form, so that a command with this content is recorded. */
final class TypedForm {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String TEXT = "text: ";

    private final UnaryOperator<String> ids;
    private final Set<String> bringText;
    private final Map<String, String> typed = new LinkedHashMap<>();

    private TypedForm(UnaryOperator<String> ids, Set<String> bringText) {
        this.ids = ids;
        this.bringText = bringText;
    }

    /**
     * @param fields as {@code /api/v1/commands} describes them
     * @param content of the command, as the API takes it; a value {@code text: …} stands for a text
     * @param ids the id that a record really has
     * @param newTexts the paths of the fields into which a text is typed, instead of being chosen
     */
    static Map<String, String> of(
            JsonNode fields, JsonNode content, UnaryOperator<String> ids, Set<String> newTexts) {
        TypedForm form = new TypedForm(ids, newTexts);
        form.object(fields, content, "");
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
            case "GROUP", "EVENT" -> object(field.path("fields"), value, path + ".");
            case "QUANTITY" -> {
                NumberFormat number = NumberFormat.getInstance(Locale.forLanguageTag("vi"));
                put(path + ".value", number.format(new BigDecimal(value.path("value").asString())));
                put(path + ".quality", value.path("quality").asString(""));
                put(path + ".phrase", value.path("phrase").asString(""));
            }
            case "ANY_RECORD" -> {
                put(path + ".resource", value.path("resource").asString());
                put(path + ".id", "x [" + ids.apply(value.path("id").asString()) + "]");
            }
            case "RECORD" -> put(path, "x [" + ids.apply(value.asString()) + "]");
            case "DATE" -> put(path, LocalDate.parse(value.asString()).format(DAY));
            case "DIGEST" -> digest(value.asString(), path);
            default -> put(path, value.asString());
        }
    }

    private void digest(String text, String path) {
        if (bringText.contains(path) && text.startsWith(TEXT)) {
            put(path + ".new", text);
        } else {
            put(path, text.startsWith(TEXT) ? TextDigest.of(text).value() : text);
        }
    }

    private void put(String path, String value) {
        typed.put("f." + path, value);
    }
}
