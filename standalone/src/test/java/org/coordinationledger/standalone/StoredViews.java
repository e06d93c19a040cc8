package org.coordinationledger.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** What the query side keeps in its database, read past the service. */
final class StoredViews {

    private final MongoDatabase database;

    StoredViews(MongoDatabase database) {
        this.database = database;
    }

    /** The number of the generation that is read. */
    int generation() {
        return Objects.requireNonNull(database.getCollection("views").find(eq("_id", "live")).first(), "no live views")
                .getInteger("generation");
    }

    /** Every span of the generation that is read, by id. */
    Map<String, Document> spans() {
        return database.getCollection("spans_" + generation()).find().into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(span -> span.getString("_id"), Function.identity()));
    }

    /** The names of the indexes of the generation that is read. */
    List<String> indexes() {
        return database.getCollection("spans_" + generation())
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }

    /** Which process carries the views on now: who owns the token of each segment, as Axon names processes. */
    List<String> owners() {
        String tokens = database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith("tokens-"))
                .findFirst()
                .orElseThrow();
        return database.getCollection(tokens)
                .find(regex("processorName", "^views-" + generation() + "$"))
                .map(token -> Objects.requireNonNullElse(token.getString("owner"), ""))
                .into(new ArrayList<>());
    }
}
