package org.coordinationledger.evidence;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what events hold by its type, however deep it lies in them. */
final class HeldValues {

    private HeldValues() {}

    /**
     * Hands over every value of a type that is held.
     *
     * @param followed which components of records are looked into
     */
    static <T> void each(
            @Nullable Object value, Class<T> type, Predicate<RecordComponent> followed, Consumer<T> found) {
        if (type.isInstance(value)) {
            found.accept(type.cast(value));
        } else if (value instanceof Collection<?> values) {
            values.forEach(one -> each(one, type, followed, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                each(key, type, followed, found);
                each(one, type, followed, found);
            });
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(one -> each(one, type, followed, found));
        } else if (value instanceof Record fields) {
            for (RecordComponent component : fields.getClass().getRecordComponents()) {
                try {
                    if (followed.test(component)) {
                        each(component.getAccessor().invoke(fields), type, followed, found);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
