package org.coordinationledger.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what events hold by its type, however deep it lies in them. */
public final class HeldValues {

    private HeldValues() {}

    /** Hands over every value of a type that is held. */
    public static <T> void each(@Nullable Object value, Class<T> type, Consumer<T> found) {
        each(value, type, component -> true, found);
    }

    /** The same, but nothing that lies below fields of another kind than these. */
    static <T> void each(@Nullable Object value, Class<T> type, Predicate<RecordComponent> below, Consumer<T> found) {
        if (type.isInstance(value)) {
            found.accept(type.cast(value));
        } else if (value instanceof Collection<?> values) {
            values.forEach(one -> each(one, type, below, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                each(key, type, below, found);
                each(one, type, below, found);
            });
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(one -> each(one, type, below, found));
        } else if (value instanceof Record fields) {
            for (RecordComponent component : fields.getClass().getRecordComponents()) {
                if (below.test(component)) {
                    each(valueOf(component, fields), type, below, found);
                }
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record fields) {
        try {
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
