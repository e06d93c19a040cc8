package org.coordinationledger.evidence;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.TextDigest;

/** Which texts events stand on, found by the types of what they hold. */
public final class TextDigests {

    /** Names of events that can hold the digest of a text. */
    private static final Set<String> EVENTS = new HashSet<>();

    static {
        for (EventType type : Catalogue.eventTypes()) {
            if (canHold(type.type(), new HashSet<>())) {
                EVENTS.add(type.name());
            }
        }
    }

    private TextDigests() {}

    /** Whether events of this name can hold the digest of a text. */
    public static boolean canBeIn(String event) {
        return EVENTS.contains(event);
    }

    /** The digests that an entry's event holds, corrections' replacements included. */
    public static Set<String> of(StoredEntry entry) {
        Set<String> digests = new TreeSet<>();
        if (canBeIn(entry.head().event())) {
            HeldValues.each(entry.step().event(), TextDigest.class, TextDigests::ofAText, d -> digests.add(d.value()));
        }
        return digests;
    }

    private static boolean canHold(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type == TextDigest.class || type == RecordEvent.class) {
            return true;
        }
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                if (canHold(argument, seen)) {
                    return true;
                }
            }
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents()) {
                if (ofAText(component) && canHold(component.getGenericType(), seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The digest of an agreement's annual contents is made from what the events list, not from a stored text. */
    private static boolean ofAText(RecordComponent component) {
        return component.getType() != TextDigest.class || !component.getName().equals("contents");
    }
}
