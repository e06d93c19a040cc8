package org.coordinationledger.imports.command;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Imports and their rows in two collections beside the ledger: {@code imports} and {@code import_rows}. They are working
 * notes, not records: what is lost with them is sent again, and what was recorded is in the ledger.
 */
final class ImportStore {

    private static final String IMPORT = "import";
    private static final String PLACE = "place";
    private static final String FATE = "fate";
    private static final String STATE = "state";
    private static final String PERSON = "person";
    private static final String CREATED_AT = "createdAt";
    private static final int ROWS_AT_ONCE = 500;

    private final MongoCollection<Document> imports;
    private final MongoCollection<Document> rows;

    ImportStore(MongoDatabase database) {
        WriteConcern durable = WriteConcern.MAJORITY.withJournal(true);
        this.imports = database.getCollection("imports").withWriteConcern(durable);
        this.rows = database.getCollection("import_rows").withWriteConcern(durable);
    }

    void prepare() {
        imports.createIndex(ascending(PERSON));
        imports.createIndex(ascending(STATE));
        rows.createIndex(ascending(IMPORT));
        rows.createIndex(ascending(IMPORT, FATE));
    }

    /** Keeps a new import: the rows first, so that one that can be found is whole. */
    void keep(StoredImport made, List<StoredRow> all) {
        for (int first = 0; first < all.size(); first += ROWS_AT_ONCE) {
            rows.insertMany(all.subList(first, Math.min(all.size(), first + ROWS_AT_ONCE)).stream()
                    .map(row -> RowDocuments.of(made.id(), row))
                    .toList());
        }
        imports.insertOne(ImportDocuments.of(made));
    }

    /** An import of this actor. */
    Optional<StoredImport> find(String id, Actor actor) {
        return Optional.ofNullable(imports.find(eq("_id", id)).first())
                .map(ImportDocuments::read)
                .filter(one -> one.actor().equals(actor));
    }

    /** The imports of an actor, the latest first. */
    List<StoredImport> of(Actor actor, int most) {
        return imports.find(eq(PERSON, actor.person()))
                .sort(descending(CREATED_AT))
                .map(ImportDocuments::read)
                .into(new ArrayList<>())
                .stream()
                .filter(one -> one.actor().equals(actor))
                .limit(most)
                .toList();
    }

    /** The one that has waited longest of those that are to be recorded, without some. */
    Optional<StoredImport> toRecord(Set<String> without) {
        return Optional.ofNullable(
                        imports.find(and(eq(STATE, ImportState.RECORDING.name()), nin("_id", without)))
                                .sort(ascending(CREATED_AT))
                                .first())
                .map(ImportDocuments::read);
    }

    /** Says how far an import is, if it is as far as was thought. */
    boolean advance(String id, ImportState from, ImportState to) {
        return imports.updateOne(and(eq("_id", id), eq(STATE, from.name())), set(STATE, to.name())).getModifiedCount()
                == 1;
    }

    /** How many rows have each fate. */
    Map<Fate, Integer> counts(String id) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) {
            counts.put(fate, Math.toIntExact(rows.countDocuments(and(eq(IMPORT, id), eq(FATE, fate.name())))));
        }
        return counts;
    }

    /** Rows from a place on, in the order of the file. */
    List<StoredRow> rows(String id, @Nullable Fate fate, int fromPlace, int most) {
        Bson asked = and(eq(IMPORT, id), gte(PLACE, fromPlace));
        return rows.find(fate == null ? asked : and(asked, eq(FATE, fate.name())))
                .sort(ascending(PLACE))
                .limit(most)
                .map(RowDocuments::read)
                .into(new ArrayList<>());
    }

    /** A row is recorded: of what it said nothing more is kept. */
    void recorded(String id, StoredRow row, long position) {
        rows.updateOne(
                eq("_id", RowDocuments.id(id, row.place())),
                combine(
                        set(FATE, Fate.RECORDED.name()), set("position", position), unset("cells"), unset("sealed"),
                        unset("steps")));
    }

    /** A row was refused after all. */
    void refused(String id, StoredRow row, String step, Map<String, String> problems, long position) {
        rows.updateOne(
                eq("_id", RowDocuments.id(id, row.place())),
                combine(
                        set(FATE, Fate.REFUSED.name()), set("refusedStep", step),
                        set("problems", new Document(new LinkedHashMap<>(problems))),
                        set("position", position), unset("steps")));
    }

    /** Imports that are older than a moment, and not being recorded. */
    List<StoredImport> forgettable(Instant before) {
        return imports.find(and(ne(STATE, ImportState.RECORDING.name()), lt(CREATED_AT, Date.from(before))))
                .map(ImportDocuments::read)
                .into(new ArrayList<>());
    }

    /** Forgets an import; the import first, so that none is found without its rows. */
    void forget(String id) {
        imports.deleteOne(eq("_id", id));
        rows.deleteMany(eq(IMPORT, id));
    }
}
