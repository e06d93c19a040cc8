package org.coordinationledger.view.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/** The facts of one feature as cells: an organisation and a quantity take two, everything else one. */
final class FactCells {

    /** Between the several values of a cell. */
    static final String SEPARATOR = "; ";

    private static final String TITLE = "title";

    private final FeatureView<?> view;
    private final Words words;

    FactCells(FeatureView<?> view, Words words) {
        this.view = view;
        this.words = words;
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Fact<?> fact : view.facts()) {
            String title = words.title(view, fact);
            columns.add(Column.of(title, width(fact.kind())));
            if (fact.kind().namesOrganisations()) {
                columns.add(Column.of(words.text("name-of", Map.of(TITLE, title)), Column.TEXT));
            }
            if (fact.kind() == FactKind.QUANTITY) {
                columns.add(Column.of(words.text("quality-of", Map.of(TITLE, title)), Column.SHORT));
            }
        }
        return columns;
    }

    private static int width(FactKind kind) {
        return switch (kind) {
            case FLAG, DATE -> Column.DATE;
            case QUANTITY -> Column.NUMBER;
            case RECORD, RECORDS, ORGANISATION, ORGANISATIONS -> Column.ID;
            case TEXT, MONTH, CODE, WAITING -> Column.TEXT;
        };
    }

    /** The organisations that a record names, those whose turn it is included. */
    TreeSet<String> organisations(Facts facts) {
        TreeSet<String> ids = new TreeSet<>();
        view.organisationFacts().forEach(fact -> ids.addAll(facts.ids(fact)));
        facts.waiting().forEach(waiting -> ids.add(waiting.by()));
        return ids;
    }

    /** One cell for each column. */
    List<@Nullable Object> cells(Facts facts, OrganisationNames names) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Fact<?> fact : view.facts()) {
            Object value = facts.get(fact.name()).orElse(null);
            if (fact.kind() == FactKind.QUANTITY) {
                Quantity quantity = (Quantity) value;
                cells.add(quantity == null ? null : quantity.value());
                cells.add(quantity == null ? null : words.word(quantity.quality()));
                continue;
            }
            cells.add(value == null ? null : cell(fact, value, names));
            if (fact.kind().namesOrganisations()) {
                cells.add(value == null ? null : names.of(facts.ids(fact.name())));
            }
        }
        return cells;
    }

    /** All facts that there are, in one text. */
    String text(Facts facts, OrganisationNames names) {
        List<String> parts = new ArrayList<>();
        for (Fact<?> fact : view.facts()) {
            Object value = facts.get(fact.name()).orElse(null);
            if (value != null) {
                parts.add(words.text("fact", Map.of(
                        TITLE, words.title(view, fact), "value", shown(fact, value, facts, names))));
            }
        }
        return String.join(SEPARATOR, parts);
    }

    private String shown(Fact<?> fact, Object value, Facts facts, OrganisationNames names) {
        if (value instanceof Quantity quantity) {
            return quantity.value().toPlainString() + " (" + words.word(quantity.quality()) + ")";
        }
        return fact.kind().namesOrganisations()
                ? facts.ids(fact.name()).stream().map(id -> named(id, names)).collect(Collectors.joining(", "))
                : cell(fact, value, names).toString();
    }

    private Object cell(Fact<?> fact, Object value, OrganisationNames names) {
        String key = fact.words();
        return switch (fact.kind()) {
            case FLAG -> words.flag((Boolean) value);
            case DATE -> LocalDate.parse((String) value);
            case CODE -> key == null ? value : words.word(key, (String) value);
            case WAITING -> ((List<?>) value).stream()
                    .map(one -> waiting((Waiting) one, key, names))
                    .collect(Collectors.joining(SEPARATOR));
            default -> value instanceof List<?> several
                    ? several.stream().map(Object::toString).collect(Collectors.joining(SEPARATOR))
                    : value;
        };
    }

    private String waiting(Waiting waiting, @Nullable String key, OrganisationNames names) {
        LocalDate due = waiting.due();
        String what = key == null ? waiting.what() : words.word(key, waiting.what());
        String by = named(waiting.by(), names);
        return due == null
                ? words.text("waiting", Map.of("what", what, "by", by))
                : words.text("waiting-due", Map.of("what", what, "by", by, "due", due));
    }

    private static String named(String id, OrganisationNames names) {
        String name = names.of(id);
        return name.isEmpty() ? id : name + " [" + id + "]";
    }
}
