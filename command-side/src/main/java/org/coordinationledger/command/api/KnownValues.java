package org.coordinationledger.command.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.service.problem.RecordData;
import org.coordinationledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values that a record holds, each with the component that holds it: what a further step is likely to name. */
final class KnownValues {

    private record Held(String name, FieldKind kind, @Nullable String resource, JsonNode value) {

        boolean fits(FieldDescription field) {
            return kind == field.kind() && Objects.equals(resource, field.resource());
        }
    }

    private final Set<Held> values = new LinkedHashSet<>();

    private KnownValues() {}

    /** Those of the record's state, then those of its events, the latest first. */
    static KnownValues of(@Nullable Object state, Timeline<?, ?> known) {
        KnownValues all = new KnownValues();
        if (state instanceof Record record) {
            all.collect(record);
        }
        for (long sequence = known.version(); sequence >= 0; sequence--) {
            all.collect((Record) known.contentAt(sequence));
        }
        return all;
    }

    /** Values that fit a field, those that a component of the same name holds first. */
    List<JsonNode> of(FieldDescription field) {
        return Stream.of(true, false)
                .flatMap(same -> values.stream()
                        .filter(held -> held.fits(field) && held.name().equals(field.name()) == same))
                .map(Held::value)
                .distinct()
                .toList();
    }

    /** Values of a field's kind that components of its name hold, the latest first. */
    List<JsonNode> sameAs(FieldDescription field) {
        return values.stream()
                .filter(held -> held.fits(field) && held.name().equals(field.name()))
                .map(Held::value)
                .distinct()
                .toList();
    }

    private void collect(Record record) {
        RecordData.of(record).forEach(this::collect);
    }

    private void collect(String name, @Nullable Object value) {
        if (value instanceof Collection<?> several) {
            new ArrayList<>(several).forEach(one -> collect(name, one));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> collect(name, one));
        } else if (value != null) {
            FieldDescription shape = FieldShapes.ofValue(name, value.getClass());
            if (shape != null) {
                values.add(new Held(name, shape.kind(), shape.resource(), EventJson.mapper().valueToTree(value)));
            } else if (value instanceof Record record) {
                collect(record);
            }
        }
    }
}
