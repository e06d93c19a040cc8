package org.coordinationledger.console.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.console.page.FactPieces;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * States and events as lines of words, whatever their feature: by the names and types of their components. Ids of records
 * become the titles of these and lead to them.
 */
final class StateRows {

    private static final String ID = "Id";

    private final FeatureViews views;
    private final String resource;
    private final Page page;
    private final BiFunction<String, String, Piece> records;
    private final Function<PersonalData.Sealed, String> personalData;

    /**
     * @param resource the kind of record that states and events are of
     * @param records a piece for a record of a resource with an id
     * @param personalData what stands in the place of sealed personal data
     */
    StateRows(
            FeatureViews views,
            String resource,
            Page page,
            BiFunction<String, String, Piece> records,
            Function<PersonalData.Sealed, String> personalData) {
        this.views = views;
        this.resource = resource;
        this.page = page;
        this.records = records;
        this.personalData = personalData;
    }

    /** The lines of a state or an event, without the components of these names. */
    List<StateRow> of(@Nullable Object state, Set<String> without) {
        return state instanceof Record whole ? rows("", whole, without) : List.of();
    }

    private List<StateRow> rows(String path, Record whole, Set<String> without) {
        List<StateRow> rows = new ArrayList<>();
        for (RecordComponent component : whole.getClass().getRecordComponents()) {
            if (whole instanceof FrozenFigure frozen && component.getName().equals("scope")) {
                add(rows, path + component.getName(), label(component.getName()), scope(frozen));
            } else if (!without.contains(component.getName())) {
                add(rows, path + component.getName(), label(component.getName()), value(whole, component));
            }
        }
        return rows;
    }

    /** What a figure is of: a record of the kind that figures like it are of. */
    private @Nullable RecordReference scope(FrozenFigure frozen) {
        return frozen.scope() == null
                ? null
                : new RecordReference(views.scopeResource(frozen.figure().value()), frozen.scope());
    }

    private void add(List<StateRow> rows, String path, String label, @Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value) || value instanceof Collection<?> none && none.isEmpty()
                || value instanceof Map<?, ?> nothing && nothing.isEmpty()) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            List<StateRow> below = new ArrayList<>();
            map.forEach((key, one) -> add(below, path + "." + key, worded(key), one instanceof Boolean ? worded(one) : one));
            rows.add(new StateRow(path, label, List.of(), below));
        } else if (value instanceof Collection<?> several) {
            rows.add(severalOf(path, label, several));
        } else if (nested(value)) {
            rows.add(new StateRow(path, label, List.of(), rows(path + ".", (Record) value, Set.of())));
        } else {
            rows.add(new StateRow(path, label, List.of(piece(value)), List.of()));
        }
    }

    private StateRow severalOf(String path, String label, Collection<?> several) {
        if (several.stream().noneMatch(StateRows::nested)) {
            return new StateRow(path, label, several.stream().map(this::piece).toList(), List.of());
        }
        List<StateRow> below = new ArrayList<>();
        int place = 1;
        for (Object one : several) {
            add(below, path + "." + place, Integer.toString(place), one);
            place++;
        }
        return new StateRow(path, label, List.of(), below);
    }

    /** Whether a value has lines of its own rather than one word for all of it. */
    private static boolean nested(Object value) {
        return value instanceof Record && simple(value) == null && !(value instanceof RecordId)
                && !(value instanceof RecordReference) && !(value instanceof Quantity)
                && !(value instanceof PersonalData.Sealed);
    }

    private Piece piece(Object value) {
        if (value instanceof RecordId id) {
            String kind = id.getClass().getSimpleName();
            return views.ofType(kind.substring(0, kind.length() - ID.length()))
                    .map(view -> records.apply(view.resource(), id.value()))
                    .orElseGet(() -> Piece.of(id.value()));
        }
        if (value instanceof FigureName figure) {
            return new Piece(
                    page.capital(page.word("figure", figure.value())), page.link("/console/figures/" + figure.value()));
        }
        if (value instanceof RecordReference other) {
            return records.apply(other.resource(), other.id());
        }
        if (value instanceof TextDigest digest) {
            return new Piece(digest.toString(), page.link("/console/texts/" + digest));
        }
        if (value instanceof Quantity quantity) {
            String phrase = quantity.phrase();
            String number = FactPieces.quantity(page, quantity);
            return Piece.of(phrase == null ? number : page.text("quantity.phrase", "number", number, "phrase", phrase));
        }
        if (value instanceof PersonalData.Sealed sealed) {
            return Piece.of(personalData.apply(sealed));
        }
        return Piece.of(worded(value));
    }

    private String worded(Object value) {
        if (value instanceof Enum<?> constant) {
            return page.word(constant);
        }
        if (value instanceof LocalDate day) {
            return page.date(day);
        }
        if (value instanceof MeetingMonth month) {
            return page.month(month.value());
        }
        if (value instanceof Boolean flag) {
            return page.text(flag ? "yes" : "no");
        }
        if (value instanceof Number number && !(value instanceof Integer)) {
            return page.number(number);
        }
        if (value instanceof Temporal || value instanceof String || value instanceof Integer) {
            return value.toString();
        }
        return Objects.requireNonNullElseGet(simple(value), value::toString);
    }

    /** The one word of a value object that has just one component, a text or a number; else null. */
    private static @Nullable String simple(Object value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components == null || components.length != 1) {
            return null;
        }
        Object only = value(value, components[0]);
        return only instanceof String || only instanceof Number ? only.toString() : null;
    }

    private static @Nullable Object value(Object whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a component of " + whole.getClass() + " cannot be read", e);
        }
    }

    private String label(String component) {
        return page.field(resource, component);
    }
}
