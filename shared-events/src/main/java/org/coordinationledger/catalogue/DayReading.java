package org.coordinationledger.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a day from its ISO 8601 text and from nothing else: no arrays of numbers, no times of the day. */
final class DayReading extends StdScalarDeserializer<LocalDate> {

    DayReading() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(getValueType(context), json);
        }
        String text = json.getString();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day");
        }
    }
}
