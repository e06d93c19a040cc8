package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a figure as in addresses, such as openCellAssignments. At most 60 letters and digits. */
public record FigureName(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FigureName {
        if (!value.matches("[a-z][A-Za-z0-9]{0,59}")) {
            throw ValueRejection.thrown(new ValueRejection.MalformedFigureName(ValueRejection.excerpt(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
