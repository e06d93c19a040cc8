package org.coordinationledger.imports.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.vocabulary.Quality;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what stands in cells as what commands take: days, numbers and words as officials write them in either language. */
final class CellValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern VIETNAMESE_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([., ])\\d{3}(?:\\1\\d{3})*)");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}[.,]\\d{1,6}");
    private static final Pattern BOTH =
            Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d{1,6}|\\d{1,3}(?:,\\d{3})+\\.\\d{1,6}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,30}");
    private static final String SEVERAL = "[;\n]";
    private static final int LONGEST_EXCERPT = 60;

    private final Messages messages;
    private final ImportLimits limits;

    CellValues(Messages messages, ImportLimits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /** Finds the record that a text names. */
    interface Names {
        String id(String text);
    }

    /**
     * The value of a cell that is not empty.
     *
     * @param names finds records by what they are called
     * @throws RejectedException with an {@link ImportRejection} if it cannot be read so
     */
    JsonNode read(ImportColumn column, Cell cell, Names names) {
        if (cell.kind() == Cell.Kind.FORMULA) {
            throw new RejectedException(new ImportRejection.FormulaInCell(column.name()));
        }
        if (cell.kind() == Cell.Kind.ERROR) {
            throw unreadable(column, cell.text(), "value");
        }
        if (cell.text().length() > limits.longestCell()) {
            throw new RejectedException(new ImportRejection.CellTooLong(column.name(), limits.longestCell()));
        }
        if (column.field().several() == null) {
            return one(column, cell, cell.text(), names);
        }
        ArrayNode all = JSON.arrayNode();
        for (String text : cell.text().split(SEVERAL)) {
            if (!text.isBlank()) {
                all.add(one(column, cell, text.strip(), names));
            }
        }
        return all;
    }

    private JsonNode one(ImportColumn column, Cell cell, String text, Names names) {
        FieldDescription field = column.field();
        return switch (field.kind()) {
            case DATE -> JSON.stringNode(day(column, text).toString());
            case FLAG -> JSON.booleanNode(flag(column, text));
            case NUMBER -> JSON.numberNode(number(column, cell, text));
            case QUANTITY -> quantity(column, cell, text);
            case CODE -> JSON.stringNode(code(column, field, text));
            case RECORD -> JSON.stringNode(names.id(text));
            default -> JSON.stringNode(text(column, field, text));
        };
    }

    private static String text(ImportColumn column, FieldDescription field, String text) {
        Integer longest = field.longest();
        if (longest != null && text.length() > longest) {
            throw new RejectedException(new ImportRejection.CellTooLong(column.name(), longest));
        }
        return text;
    }

    private static LocalDate day(ImportColumn column, String text) {
        try {
            Matcher vietnamese = VIETNAMESE_DAY.matcher(text);
            if (vietnamese.matches()) {
                return LocalDate.of(number(vietnamese, 3), number(vietnamese, 2), number(vietnamese, 1));
            }
            Matcher iso = ISO_DAY.matcher(text);
            if (iso.matches()) {
                return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            }
        } catch (DateTimeException e) {
            throw unreadable(column, text, "day");
        }
        throw unreadable(column, text, "day");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private boolean flag(ImportColumn column, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("x") || isWord(word, "import.yes")) {
            return true;
        }
        if (word.equals("false") || isWord(word, "import.no")) {
            return false;
        }
        throw unreadable(column, text, "flag");
    }

    private boolean isWord(String word, String key) {
        return Messages.LANGUAGES.stream().anyMatch(language -> folded(messages.text(key, language)).equals(word));
    }

    private static BigDecimal number(ImportColumn column, Cell cell, String text) {
        return decimal(cell, text).orElseThrow(() -> unreadable(column, text, "number"));
    }

    /** A quantity may begin with how good it is: khoảng 1.500. */
    private JsonNode quantity(ImportColumn column, Cell cell, String text) {
        ObjectNode quantity = JSON.objectNode();
        String number = text;
        if (cell.kind() == Cell.Kind.TEXT) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (Map.Entry<String, String> word : words(Quality.class.getSimpleName(), names(Quality.values())).entrySet()) {
                if (lower.startsWith(word.getKey() + " ")) {
                    quantity.put("quality", word.getValue());
                    number = text.substring(word.getKey().length()).strip();
                    break;
                }
            }
        }
        quantity.put("value", number(column, cell, number));
        return quantity;
    }

    private static List<String> names(Enum<?>[] constants) {
        List<String> names = new ArrayList<>();
        for (Enum<?> constant : constants) {
            names.add(constant.name());
        }
        return names;
    }

    /**
     * A number with points or commas between thousands, or before a fraction: three digits behind a single point or comma are
     * thousands. A cell that is a number has its own point.
     */
    static Optional<BigDecimal> decimal(Cell cell, String text) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            return Optional.of(new BigDecimal(text));
        }
        if (WHOLE.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replaceAll("[., ]", "")));
        }
        if (BOTH.matcher(text).matches()) {
            char point = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
            String thousands = point == ',' ? "." : ",";
            return Optional.of(new BigDecimal(text.replace(thousands, "").replace(point, '.')));
        }
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    private String code(ImportColumn column, FieldDescription field, String text) {
        List<String> codes = field.codes() == null ? List.of() : field.codes();
        String prefix = field.words() == null ? "" : field.words().replaceFirst("^enum\\.", "");
        String code = words(prefix, codes).get(folded(text));
        if (code == null) {
            throw new RejectedException(new ImportRejection.UnknownWord(column.name(), excerpt(text), codes));
        }
        return code;
    }

    /** Codes by what they are called in either language, and by themselves. */
    private Map<String, String> words(String prefix, List<String> codes) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String code : codes) {
            words.put(folded(code), code);
            for (Locale language : Messages.LANGUAGES) {
                messages.find("enum." + prefix + "." + code, language).ifPresent(word -> words.put(folded(word), code));
            }
        }
        return words;
    }

    /** Text as it is compared: in lower case, with single spaces. */
    static String folded(String text) {
        return SpreadsheetReader.clean(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** What is said of a cell: nothing of personal data. */
    private static RejectedException unreadable(ImportColumn column, String given, String expected) {
        String shown = column.personal() ? "…" : excerpt(given);
        return new RejectedException(new ImportRejection.UnreadableCell(column.name(), shown, expected));
    }

    static String excerpt(String given) {
        return given.length() <= LONGEST_EXCERPT ? given : given.substring(0, LONGEST_EXCERPT) + "…";
    }

    /** Whether a refusal is about a cell of a file. */
    static @Nullable String columnOf(Rejection rejection) {
        return rejection instanceof ImportRejection.FormulaInCell r ? r.column()
                : rejection instanceof ImportRejection.MissingCell r ? r.column()
                : rejection instanceof ImportRejection.CellTooLong r ? r.column()
                : rejection instanceof ImportRejection.UnreadableCell r ? r.column()
                : rejection instanceof ImportRejection.UnknownWord r ? r.column()
                : rejection instanceof ImportRejection.NothingFound r ? r.column()
                : rejection instanceof ImportRejection.SeveralFound r ? r.column()
                : null;
    }
}
