package org.coordinationledger.command.api;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.RecordData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the field of a request that a rule's refusal is about: the one that the refusal names by {@link OfField}, or the
 * one that brought the value which it calls {@link Given}, since rules know values and not where they were written.
 */
final class FieldOfRefusal {

    private record Found(String path, String name) {}

    private FieldOfRefusal() {}

    /** Does something that a body asks for; a refusal names the field that it is about, where there is one. */
    static <T> T named(byte[] body, Supplier<T> deciding) {
        try {
            return deciding.get();
        } catch (RejectedException e) {
            if (e.field() != null) {
                throw e;
            }
            throw new RejectedException(e.rejection(), of(e.rejection(), EventJson.mapper().readTree(body)));
        }
    }

    /** The path of the field, one of the same name first; null if none brought the value. */
    static @Nullable String of(Rejection rejection, JsonNode body) {
        OfField always = rejection.getClass().getAnnotation(OfField.class);
        if (always != null) {
            boolean replaced = body.path(CommandBinding.REPLACEMENT).isObject()
                    && !always.value().equals(CommandBinding.ACTING_BODY);
            return replaced ? CommandBinding.REPLACEMENT + "." + always.value() : always.value();
        }
        if (!(rejection instanceof Record data)) {
            return null;
        }
        for (RecordComponent component : data.getClass().getRecordComponents()) {
            if (component.isAnnotationPresent(Given.class)) {
                List<Found> found = new ArrayList<>();
                find(String.valueOf(RecordData.of(data).get(component.getName())), body, new Found("", ""), found);
                return found.stream()
                        .filter(field -> field.name().equals(component.getName()))
                        .findFirst()
                        .or(() -> found.stream().findFirst())
                        .map(Found::path)
                        .orElse(null);
            }
        }
        return null;
    }

    private static void find(String value, JsonNode node, Found here, List<Found> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> find(
                    value,
                    field.getValue(),
                    new Found((here.path().isEmpty() ? "" : here.path() + ".") + field.getKey(), field.getKey()),
                    found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                find(value, node.get(i), new Found(here.path() + "[" + i + "]", here.name()), found);
            }
        } else if (!node.isNull() && node.asString().equals(value)) {
            found.add(here);
        }
    }
}
