package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a training course. */
public record TrainingCourseId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TrainingCourseId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
