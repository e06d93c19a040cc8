package org.coordinationledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One commit as the document it is stored as. {@code streams} holds one key for every entry, in the entries' order.
 *
 * @param first      position of its first entry ({@code _id})
 * @param streams    stream keys of its entries
 * @param request    {@code <actor>/<request key>}, if the request had one
 * @param command    digest of the command, if there is one
 * @param recordedAt when it was recorded, in milliseconds
 * @param entries    the exact texts of its entries; empty if they were not asked for
 */
record StoredCommit(
        long first,
        List<String> streams,
        @Nullable String request,
        @Nullable String command,
        Instant recordedAt,
        List<String> entries) {

    static final String ID = "_id";
    static final String STREAMS = "streams";
    static final String REQUEST = "request";
    static final String COMMAND = "command";
    static final String RECORDED_AT = "recordedAt";
    static final String ENTRIES = "entries";

    static StoredCommit of(Document document) {
        return new StoredCommit(
                document.getLong(ID),
                document.getList(STREAMS, String.class),
                document.getString(REQUEST),
                document.getString(COMMAND),
                document.getDate(RECORDED_AT).toInstant(),
                document.getList(ENTRIES, String.class, List.of()));
    }

    Document toDocument() {
        Document document = new Document(ID, first).append(STREAMS, streams);
        if (request != null) {
            document.append(REQUEST, request);
        }
        if (command != null) {
            document.append(COMMAND, command);
        }
        return document.append(RECORDED_AT, Date.from(recordedAt)).append(ENTRIES, entries);
    }

    /** The position after its last entry, which is the next commit's first. */
    long next() {
        return first + streams.size();
    }

    Commit toCommit() {
        List<Entry> parsed = new ArrayList<>(entries.size());
        entries.forEach(text -> parsed.add(EntryFormat.parse(text)));
        return new Commit(first, recordedAt, request, command, parsed);
    }
}
