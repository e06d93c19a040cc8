package org.coordinationledger.view.trail;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that a complete trail would not show.
 *
 * @param step the sequence of the step that it is about
 * @param data what its words have placeholders for
 */
public record Finding(Code code, long step, Map<String, Object> data) {

    /** What is found. Its words stand under {@code trail.<code>}; constants are never renamed. */
    public enum Code {
        /** The step stands, but no longer fits what comes before it. */
        OUT_OF_ORDER,
        /** A step that it needs before it is missing, or does not count. */
        STEP_MISSING,
        /** Some of those whose step of one kind it needs have none, or not on the same text. */
        SIGNATURE_MISSING,
        /** What it needs before it was recorded only after it. */
        RECORDED_AFTERWARDS,
        /** One person took both steps, or corrected the other. */
        SAME_PERSON,
        /** An approval was given and later voided. */
        APPROVAL_VOIDED,
        WITHOUT_BASIS,
        /** Another document applies with those cited. */
        SECOND_BASIS_MISSING,
        BASIS_UNKNOWN,
        /** Not in force on the step's day, as known when the step was recorded. */
        BASIS_NOT_IN_FORCE,
        /** In force as known when the step was recorded, but not as known since. */
        BASIS_FELL_AWAY,
        /** What it relies on of another record was not so, as known when the step was recorded. */
        RELIANCE_NOT_MET,
        /** What it relies on of another record was so as known when it was recorded, but not as known since. */
        RELIANCE_FELL_AWAY,
        /** The same, and it was not so on any day before either. */
        RELIANCE_UNFOUNDED,
        RECORDED_LATE,
        /** The role does not go with what the step asks for. */
        ROLE_NOT_COMPETENT,
        NOT_ENTITLED,
        /** The text that it names is not stored. */
        TEXT_NOT_STORED
    }

    public Finding {
        data = new TreeMap<>(data);
    }

    /** A step by which something became known, of this record or another. */
    public record TellingStep(String resource, String record, long step, long position) {}

    /** The step by which it became known, of this record or another; empty where no single step told it. */
    public Optional<TellingStep> toldBy() {
        return data.get("byRecord") instanceof String record
                ? Optional.of(new TellingStep(
                        (String) data.get("byResource"), record, (long) data.get("byStep"), (long) data.get("byPosition")))
                : Optional.empty();
    }

    static Finding of(Code code, Act act, Map<String, ?> further) {
        Map<String, Object> data = new TreeMap<>(further);
        data.put("event", act.name());
        data.put("effectiveOn", act.day());
        return new Finding(code, act.sequence(), data);
    }

    static Finding of(Code code, Act act) {
        return of(code, act, Map.of());
    }
}
