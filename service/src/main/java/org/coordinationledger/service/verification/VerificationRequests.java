package org.coordinationledger.service.verification;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.coordinationledger.ledger.LedgerStore;

/** Lets one side ask the other to verify what it owns: each looks now and then whether somebody asked. */
public final class VerificationRequests {

    private static final String COLLECTION = "logverifications";
    private static final String ID = "asked";
    private static final String AT = "at";

    private final MongoCollection<Document> asked;
    private final InstantSource clock;

    public VerificationRequests(LedgerStore ledger, InstantSource clock) {
        this.asked = ledger.beside(COLLECTION);
        this.clock = clock;
    }

    /** Asks all sides. */
    public void ask() {
        asked.replaceOne(Filters.eq("_id", ID), new Document("_id", ID).append(AT, Date.from(clock.instant())),
                new ReplaceOptions().upsert(true));
    }

    /** When somebody asked last; empty if nobody ever did. */
    public Optional<Instant> askedAt() {
        return Optional.ofNullable(asked.find(Filters.eq("_id", ID)).first()).map(one -> one.getDate(AT).toInstant());
    }
}
