package org.coordinationledger.service.personaldata;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;

/** The way to show personal data to somebody: only to roles that may read them, and never without keeping who did. */
public final class PersonalDataReads {

    /** Most reads that one question returns. */
    public static final int MOST_RETURNED = 1_000;

    private static final int LONGEST_PURPOSE = 100;

    private final MongoCollection<Document> reads;
    private final PersonalDataVault vault;
    private final Clock clock;

    PersonalDataReads(MongoDatabase database, PersonalDataVault vault, Clock clock) {
        this.reads = database.getCollection("personaldatareads")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.vault = vault;
        this.clock = clock;
        reads.createIndex(Indexes.ascending("member", "at"), new IndexOptions().name("member_at"));
    }

    /** One member's data shown to one actor. */
    public record Read(MemberId member, Instant at, Actor actor, String purpose) {}

    /**
     * Opens what this actor may read, and keeps that they did, before anything is shown.
     *
     * @param data sealed data by member, at most {@value PersonalDataVault#MOST_AT_ONCE}
     * @param purpose what it is opened for, such as the page; no free text of a user
     * @return nothing for roles that may not read; members whose key is erased are left out
     */
    public Map<MemberId, PersonalData.Clear> open(
            Actor actor, Map<MemberId, PersonalData.Sealed> data, String purpose) {
        if (!actor.role().mayReadPersonalData() || data.isEmpty()) {
            return Map.of();
        }
        Map<MemberId, PersonalData.Clear> opened = vault.openAll(data);
        record(actor, opened.keySet(), purpose);
        return opened;
    }

    /** Keeps that an actor read these members' data. */
    public void record(Actor actor, Collection<MemberId> members, String purpose) {
        if (members.isEmpty()) {
            return;
        }
        Date at = Date.from(clock.instant());
        String kept = purpose.length() <= LONGEST_PURPOSE ? purpose : purpose.substring(0, LONGEST_PURPOSE);
        List<Document> documents = new ArrayList<>();
        members.forEach(member -> documents.add(new Document("member", member.value())
                .append("at", at)
                .append("actor", actor.person())
                .append("organisation", actor.organisation().value())
                .append("role", actor.role().name())
                .append("purpose", kept)));
        reads.insertMany(documents);
    }

    /**
     * Who read a member's data, latest first.
     *
     * @param limit 1 to {@value #MOST_RETURNED}
     */
    public List<Read> of(MemberId member, int limit) {
        if (limit < 1 || limit > MOST_RETURNED) {
            throw new IllegalArgumentException("1 to " + MOST_RETURNED + " reads, not " + limit);
        }
        List<Read> found = new ArrayList<>();
        reads.find(eq("member", member.value()))
                .sort(Sorts.descending("at"))
                .limit(limit)
                .forEach(read -> found.add(new Read(
                        member,
                        read.getDate("at").toInstant(),
                        new Actor(
                                read.getString("actor"),
                                new OrganisationId(read.getString("organisation")),
                                Role.valueOf(read.getString("role"))),
                        read.getString("purpose"))));
        return List.copyOf(found);
    }
}
