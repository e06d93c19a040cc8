package org.coordinationledger.console.form;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.RecordField;
import org.coordinationledger.console.page.TimesPage;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.service.form.FieldDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what people typed as the body of a command: days and numbers in the forms of their language, records by what they
 * are called. What cannot be understood is told at its field.
 */
final class FormReader {

    /** Bounds what is read of a field where only a rule bounds it. */
    static final int MOST = 200;

    static final String NEW_TEXT = "new";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/-](\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(?i)(?:q|quý\\s*)(\\d)[/-](\\d{4})");

    private final CommandSide commandSide;
    private final RecordLookup lookup;
    private final Page page;
    private final Typed typed;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<String, List<RecordLookup.Candidate>> candidates = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    FormReader(CommandSide commandSide, RecordLookup lookup, Page page, Typed typed) {
        this.commandSide = commandSide;
        this.lookup = lookup;
        this.page = page;
        this.typed = typed;
    }

    /** Reads the body; what is wrong is in {@link #errors()} then. */
    ObjectNode read(List<FieldDescription> fields) {
        return object(fields, "", "");
    }

    /** What is wrong, by the path of the field. */
    Map<String, String> errors() {
        return errors;
    }

    /** Records that may be meant, by the path of the field. */
    Map<String, List<RecordLookup.Candidate>> candidates() {
        return candidates;
    }

    /** The path of the field that a part of the body came from, as problems name it; empty where it is none. */
    Optional<String> place(String field) {
        return Optional.ofNullable(places.get(field));
    }

    private ObjectNode object(List<FieldDescription> fields, String path, String name) {
        ObjectNode object = JSON.objectNode();
        for (FieldDescription field : fields) {
            String fieldPath = path + field.name();
            String fieldName = name + field.name();
            places.put(fieldName, fieldPath);
            JsonNode value = field.several() == null
                    ? one(field, fieldPath, fieldName)
                    : several(field, fieldPath, fieldName);
            if (value != null) {
                object.set(field.name(), value);
            } else if (field.required() && !errors.containsKey(fieldPath) && wanted(fieldPath)) {
                errors.put(fieldPath, page.text("form.missing"));
            }
        }
        return object;
    }

    /** A field may be left out where nothing is wrong below it already. */
    private boolean wanted(String path) {
        return errors.keySet().stream().noneMatch(wrong -> wrong.startsWith(path + "."));
    }

    private @Nullable JsonNode several(FieldDescription field, String path, String name) {
        ArrayNode all = JSON.arrayNode();
        for (int place : typed.places(path, MOST)) {
            String there = path + "." + place;
            if (typed.any(there)) {
                String asNamed = name + "[" + all.size() + "]";
                places.put(asNamed, there);
                JsonNode value = one(field.one(), there, asNamed);
                if (value != null) {
                    all.add(value);
                }
            }
        }
        return all.isEmpty() ? null : all;
    }

    private @Nullable JsonNode one(FieldDescription field, String path, String name) {
        if (!typed.any(path)) {
            return null;
        }
        return switch (field.kind()) {
            case GROUP, EVENT -> object(field.parts(), path + ".", name + ".");
            case QUANTITY -> quantity(path);
            case ANY_RECORD -> anyRecord(path);
            case DIGEST -> digest(path);
            default -> text(field, path, typed.text(path));
        };
    }

    private @Nullable JsonNode text(FieldDescription field, String path, String text) {
        Integer longest = field.longest();
        if (longest != null && text.codePointCount(0, text.length()) > longest) {
            return wrong(path, page.text("form.long", "most", page.number(longest), "is", page.number(text.length())));
        }
        return switch (field.kind()) {
            case DATE -> TimesPage.day(text)
                    .<JsonNode>map(day -> JSON.stringNode(day.toString()))
                    .orElseGet(() -> wrong(path, page.text("form.date")));
            case FLAG -> JSON.booleanNode(Boolean.parseBoolean(text));
            case NUMBER -> number(path, text);
            case MONTH -> JSON.stringNode(month(text));
            case YEAR_OR_QUARTER -> JSON.stringNode(QUARTER.matcher(text).replaceFirst("$2-Q$1"));
            case YEAR_OR_TWO -> JSON.stringNode(text.replaceAll("\\s*[-–—]\\s*", "–"));
            case RECORD -> record(path, field.resource() == null ? "" : field.resource(), text);
            default -> JSON.stringNode(text);
        };
    }

    private @Nullable JsonNode wrong(String path, String why) {
        errors.put(path, why);
        return null;
    }

    private static String month(String text) {
        Matcher month = MONTH.matcher(text);
        return month.matches()
                ? month.group(2) + "-" + (month.group(1).length() == 1 ? "0" : "") + month.group(1)
                : text;
    }

    private @Nullable JsonNode number(String path, String text) {
        BigDecimal number = decimal(text, page.language());
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return wrong(path, page.text("form.number"));
        }
        return JSON.numberNode(number.toBigInteger());
    }

    /** A number as a language writes it; null if it is none. */
    static @Nullable BigDecimal decimal(String text, Locale language) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(language);
        format.setParseBigDecimal(true);
        ParsePosition end = new ParsePosition(0);
        Number number = format.parse(text.replace(" ", ""), end);
        return number != null && end.getIndex() == text.replace(" ", "").length() ? (BigDecimal) number : null;
    }

    private @Nullable JsonNode quantity(String path) {
        ObjectNode quantity = JSON.objectNode();
        String value = typed.text(path + ".value");
        BigDecimal number = value.isEmpty() ? null : decimal(value, page.language());
        if (number == null) {
            return wrong(path, page.text("form.number"));
        }
        quantity.put("value", number);
        for (String part : List.of("quality", "phrase")) {
            if (!typed.text(path + "." + part).isEmpty()) {
                quantity.put(part, typed.text(path + "." + part));
            }
        }
        return quantity;
    }

    private @Nullable JsonNode anyRecord(String path) {
        String resource = typed.text(path + ".resource");
        String id = typed.text(path + ".id");
        if (resource.isEmpty() || id.isEmpty()) {
            return id.isEmpty() && resource.isEmpty() ? null : wrong(path, page.text("form.any-record"));
        }
        JsonNode found = record(path, resource, id);
        return found == null ? null : JSON.objectNode().put("resource", resource).set("id", found);
    }

    private @Nullable JsonNode record(String path, String resource, String text) {
        String named = RecordField.idIn(text).orElse(null);
        if (named != null) {
            return JSON.stringNode(named);
        }
        RecordLookup.Resolution found = lookup.resolve(resource, text, page);
        if (found.record().isPresent()) {
            return JSON.stringNode(found.record().get());
        }
        candidates.put(path, found.candidates());
        return wrong(path, page.text(found.candidates().isEmpty() ? "form.record.none" : "form.record.several"));
    }

    private @Nullable JsonNode digest(String path) {
        String text = typed.text(path + "." + NEW_TEXT);
        if (text.isEmpty()) {
            return JSON.stringNode(typed.text(path));
        }
        CommandSide.Answer stored = commandSide.text(text, page);
        return stored.successful()
                ? JSON.stringNode(stored.body().path("digest").asString())
                : wrong(path, stored.body().path("detail").asString(""));
    }
}
