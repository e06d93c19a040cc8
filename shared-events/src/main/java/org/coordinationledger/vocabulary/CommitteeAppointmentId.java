package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a committee appointment. */
public record CommitteeAppointmentId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommitteeAppointmentId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
