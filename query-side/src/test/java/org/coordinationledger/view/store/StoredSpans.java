package org.coordinationledger.view.store;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.DecoderContext;
import org.coordinationledger.view.span.Span;

/** Lets tests of other packages read stored spans. */
public final class StoredSpans {

    private StoredSpans() {}

    /** The names of a generation's collections that are there. */
    public static List<String> collections(MongoDatabase database, Generation generation) {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith(generation.collections()))
                .toList();
    }

    /** All spans of a generation in the order of their ids. */
    public static List<Span> of(MongoDatabase database, Generation generation) {
        List<Span> all = new ArrayList<>();
        for (String name : collections(database, generation)) {
            SpanCodec codec = new SpanCodec(name.substring(generation.collections().length()));
            for (BsonDocument stored : database.getCollection(name, BsonDocument.class).find()) {
                all.add(codec.decode(new BsonDocumentReader(stored), DecoderContext.builder().build()));
            }
        }
        all.sort(Comparator.comparing(Span::id));
        return all;
    }
}
