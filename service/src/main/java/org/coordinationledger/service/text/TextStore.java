package org.coordinationledger.service.text;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coordinationledger.vocabulary.TextDigest;

/**
 * Texts that are too long for an event, each under the SHA-256 of its UTF-8 bytes. An event names a text by its digest,
 * so a text MUST be stored before the event that names it; it is never changed and never taken away.
 */
public interface TextStore {

    /** Most bytes that a text takes in UTF-8. */
    int MOST_BYTES = 1 << 20;

    /**
     * What became of a text that was to be stored.
     *
     * @param bytes how many bytes it has in UTF-8
     * @param repeated whether it had been stored before
     */
    record Stored(TextDigest digest, int bytes, boolean repeated) {}

    /**
     * Stores a text, durably on a majority when this returns. Storing it again changes nothing.
     *
     * @param utf8 the bytes exactly as they were sent; nothing is trimmed or converted
     * @throws org.coordinationledger.rejection.RejectedException if it is blank or too large, not UTF-8, not in
     *     normalization form C, or has characters that {@link org.coordinationledger.vocabulary.Text} forbids
     */
    Stored store(byte[] utf8);

    /** Texts in a database, outside of a running service. */
    static TextStore in(MongoDatabase database) {
        return new MongoTextStore(database, InstantSource.system());
    }

    /** Whether a text is stored under this digest. */
    boolean holds(TextDigest digest);

    /** How many bytes the text with this digest has in UTF-8. */
    OptionalInt size(TextDigest digest);

    /** The bytes of the text with this digest, which are checked against it. */
    Optional<byte[]> find(TextDigest digest);

    /**
     * A text as it lies in the store, which nobody compared with its digest.
     *
     * @param id under which it lies, the digest that it was stored by
     * @param size how many bytes it is said to have
     */
    record Kept(String id, byte[] utf8, int size) {}

    /** How many texts there are, about. */
    long count();

    /** The text that lies under this digest. */
    Optional<Kept> kept(TextDigest digest);

    /** Texts behind an id in the order of their ids. Each takes up to {@link #MOST_BYTES}, so a few at a time. */
    List<Kept> keptAfter(String id, int limit);
}
