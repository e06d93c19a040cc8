package org.coordinationledger.evidence;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What an entry of format 1 says about its place: everything before its payload, which the format puts in a fixed
 * order.
 *
 * @param prev position of the record's previous entry, -1 for none
 */
public record EntryHead(
        String log,
        long position,
        String recordedAt,
        long first,
        int count,
        long prev,
        String type,
        String record,
        long sequence,
        String event) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads it, or returns null if this is no entry of format 1. */
    public static @Nullable EntryHead read(byte[] bytes, int from, int length) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            return new Reading(json).head();
        } catch (JacksonException | OutOfPlaceException e) {
            return null;
        }
    }

    private static final class OutOfPlaceException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutOfPlaceException() {
            super(null, null, false, false);
        }
    }

    private record Reading(JsonParser json) {

        EntryHead head() {
            take(JsonToken.START_OBJECT);
            if (number("format") != 1) {
                throw new OutOfPlaceException();
            }
            String log = text("log");
            long position = number("position");
            String recordedAt = text("recordedAt");
            object("commit");
            long first = number("first");
            int count = (int) number("count");
            take(JsonToken.END_OBJECT);
            name("prev");
            long prev = json.nextToken() == JsonToken.VALUE_NULL ? -1 : number();
            object("stream");
            String type = text("type");
            String record = text("id");
            long sequence = number("sequence");
            take(JsonToken.END_OBJECT);
            object("event");
            text("id");
            String event = text("name");
            return new EntryHead(log, position, recordedAt, first, count, prev, type, record, sequence, event);
        }

        private void take(JsonToken token) {
            if (json.nextToken() != token) {
                throw new OutOfPlaceException();
            }
        }

        private void name(String name) {
            take(JsonToken.PROPERTY_NAME);
            if (!json.currentName().equals(name)) {
                throw new OutOfPlaceException();
            }
        }

        private void object(String name) {
            name(name);
            take(JsonToken.START_OBJECT);
        }

        private String text(String name) {
            name(name);
            take(JsonToken.VALUE_STRING);
            return json.getString();
        }

        private long number(String name) {
            name(name);
            json.nextToken();
            return number();
        }

        private long number() {
            if (!json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                throw new OutOfPlaceException();
            }
            long number = json.getLongValue();
            if (number < 0) {
                throw new OutOfPlaceException();
            }
            return number;
        }
    }
}
