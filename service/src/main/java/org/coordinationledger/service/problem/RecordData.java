package org.coordinationledger.service.problem;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a record by name, in order. */
public final class RecordData {

    private RecordData() {}

    public static Map<String, @Nullable Object> of(Record data) {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        for (RecordComponent component : data.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                components.put(component.getName(), component.getAccessor().invoke(data));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record's components can be read: " + component, e);
            }
        }
        return components;
    }
}
