package org.coordinationledger.ledger.sealing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.coordinationledger.ledger.sealing.WitnessStatus.Trouble;

/** How witnesses stand, for processes that do not ask them: {@code {_id: name, size, at, trouble}}. */
final class StoredWitnesses {

    static final String COLLECTION = "logwitnesses";

    private static final String ID = "_id";
    private static final String SIZE = "size";
    private static final String AT = "at";
    private static final String TROUBLE = "trouble";

    private final MongoCollection<Document> witnesses;

    StoredWitnesses(MongoCollection<Document> witnesses) {
        this.witnesses = witnesses;
    }

    /** How far a witness is known to have come; -1 if nothing is known. */
    long sizeOf(String name) {
        Document state = witnesses.find(eq(ID, name)).first();
        Long size = state == null ? null : state.getLong(SIZE);
        return size == null ? -1 : size;
    }

    void note(WitnessStatus status) {
        Trouble trouble = status.trouble();
        witnesses.replaceOne(eq(ID, status.name()),
                new Document(ID, status.name()).append(SIZE, status.size()).append(AT, Date.from(status.at()))
                        .append(TROUBLE, trouble == null ? null : trouble.name()),
                new ReplaceOptions().upsert(true));
    }

    /** All that were ever asked, by name; no more than a few. */
    List<WitnessStatus> all() {
        List<WitnessStatus> all = new ArrayList<>();
        for (Document state : witnesses.find().limit(4 * Witnesses.MOST)) {
            String trouble = state.getString(TROUBLE);
            all.add(new WitnessStatus(state.getString(ID), state.getLong(SIZE), state.getDate(AT).toInstant(),
                    trouble == null ? null : Trouble.valueOf(trouble)));
        }
        all.sort(Comparator.comparing(WitnessStatus::name));
        return all;
    }
}
