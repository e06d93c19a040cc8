package org.coordinationledger.service.text;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.Text;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.ValueRejection;

/** Texts in a MongoDB collection: {@code {_id: digest, text, size, storedAt}}. */
final class MongoTextStore implements TextStore {

    private static final String TEXT = "text";
    private static final String SIZE = "size";

    private final MongoCollection<Document> texts;
    private final InstantSource clock;

    MongoTextStore(MongoDatabase database, InstantSource clock) {
        this.texts = database.getCollection("texts").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.clock = clock;
    }

    @Override
    public Stored store(byte[] utf8) {
        String text = checked(utf8);
        TextDigest digest = TextDigest.of(utf8);
        Bson asNew = combine(
                setOnInsert(TEXT, text),
                setOnInsert(SIZE, utf8.length),
                setOnInsert("storedAt", Date.from(clock.instant())));
        return new Stored(digest, utf8.length, !inserted(digest, asNew));
    }

    /** False if the text was there; that too is acknowledged only once a majority has it. */
    private boolean inserted(TextDigest digest, Bson asNew) {
        while (true) {
            try {
                return texts.updateOne(eq("_id", digest.value()), asNew, new UpdateOptions().upsert(true))
                                .getUpsertedId()
                        != null;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                // somebody stored it at the same moment: the next round finds it
            }
        }
    }

    @Override
    public boolean holds(TextDigest digest) {
        return texts.find(eq("_id", digest.value())).projection(include("_id")).first() != null;
    }

    @Override
    public OptionalInt size(TextDigest digest) {
        Document stored = texts.find(eq("_id", digest.value())).projection(include(SIZE)).first();
        return stored == null ? OptionalInt.empty() : OptionalInt.of(stored.getInteger(SIZE));
    }

    @Override
    public Optional<byte[]> find(TextDigest digest) {
        return Optional.ofNullable(texts.find(eq("_id", digest.value())).first()).map(stored -> {
            byte[] utf8 = stored.getString(TEXT).getBytes(StandardCharsets.UTF_8);
            if (!TextDigest.of(utf8).equals(digest)) {
                throw new IllegalStateException("the text stored under " + digest + " was changed");
            }
            return utf8;
        });
    }

    @Override
    public long count() {
        return texts.estimatedDocumentCount();
    }

    @Override
    public Optional<Kept> kept(TextDigest digest) {
        return Optional.ofNullable(texts.find(eq("_id", digest.value())).first()).map(MongoTextStore::kept);
    }

    @Override
    public List<Kept> keptAfter(String id, int limit) {
        return texts.find(gt("_id", id)).sort(ascending("_id")).limit(limit).map(MongoTextStore::kept).into(new ArrayList<>());
    }

    /** What is not there, or of another type, counts as empty: it leads to no digest. */
    private static Kept kept(Document stored) {
        String text = stored.get(TEXT) instanceof String there ? there : "";
        return new Kept(
                stored.getString("_id"), text.getBytes(StandardCharsets.UTF_8), stored.get(SIZE) instanceof Integer size ? size : -1);
    }

    private static String checked(byte[] utf8) {
        if (utf8.length > MOST_BYTES) {
            throw new RejectedException(new ServiceRejection.BodyTooLarge(MOST_BYTES));
        }
        String text = decoded(utf8);
        if (text.isBlank()) {
            throw new RejectedException(new ValueRejection.Blank(""));
        }
        Text.requireClean(text);
        return text;
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new RejectedException(new ServiceRejection.NotUtf8());
        }
    }
}
