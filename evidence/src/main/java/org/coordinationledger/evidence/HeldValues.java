package org.coordinationledger.evidence;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what events hold by its type, however deep it lies in them. */
final class HeldValues {

    private HeldValues() {}

    /** Hands over every value of a type that is held. */
    static <T> void each(@Nullable Object value, Class<T> type, Consumer<T> found) {
        if (type.isInstance(value)) {
            found.accept(type.cast(value));
        } else if (value instanceof Collection<?> values) {
            values.forEach(one -> each(one, type, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                each(key, type, found);
                each(one, type, found);
            });
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(one -> each(one, type, found));
        } else if (value instanceof Record fields) {
            for (RecordComponent component : fields.getClass().getRecordComponents()) {
                try {
                    each(component.getAccessor().invoke(fields), type, found);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
