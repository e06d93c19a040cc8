package org.coordinationledger.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Every span of the generation that is read, by its kind and id. */
    Map<String, Document> spans() {
        Map<String, Document> spans = new HashMap<>();
        for (String name : collections()) {
            for (Document span : database.getCollection(name).find()) {
                spans.put(kind(name) + "/" + span.getString("_id"), span);
            }
        }
        return spans;
    }

    /** The names of the indexes of the generation that is read, each with its kind. */
    List<String> indexes() {
        List<String> indexes = new ArrayList<>();
        for (String name : collections()) {
            for (Document index : database.getCollection(name).listIndexes()) {
                indexes.add(kind(name) + "/" + index.getString("name"));
            }
        }
        return indexes;
    }

    private static String kind(String collection) {
        return collection.substring(collection.lastIndexOf('_') + 1);
    }

    private List<String> collections() {
        String prefix = "spans_" + generation() + "_";
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
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
