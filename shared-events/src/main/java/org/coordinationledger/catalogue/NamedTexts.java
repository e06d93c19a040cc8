package org.coordinationledger.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.agreement.event.AgreementEvent.AnnualContentsAgreed;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.TextDigest;

/** Which texts events name by their digests, found by the types of what they hold. */
public final class NamedTexts {

    /** Names of events that can hold the digest of a text. */
    private static final Set<String> EVENTS = new HashSet<>();

    static {
        for (EventType type : Catalogue.eventTypes()) {
            if (canHold(type.type(), new HashSet<>())) {
                EVENTS.add(type.name());
            }
        }
    }

    private NamedTexts() {}

    /** Whether events of this name can name a text, by themselves or by the event that they put in another's place. */
    public static boolean canBeIn(String event) {
        return EVENTS.contains(event);
    }

    /** The digests that an event holds, corrections' replacements included. */
    public static Set<String> in(Object event) {
        Set<String> digests = new TreeSet<>();
        HeldValues.each(event, TextDigest.class, NamedTexts::ofAText, digest -> digests.add(digest.value()));
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
        return component.getDeclaringRecord() != AnnualContentsAgreed.class || !component.getName().equals("contents");
    }
}
