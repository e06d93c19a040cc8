package org.coordinationledger.service.personaldata;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.coordinationledger.vocabulary.MemberId;

/**
 * Members' data keys as they are stored, each wrapped by a key-encryption key whose id stands with it:
 * {@code {_id: member, kek, nonce, wrapped, seals}}, or {@code {_id: member, erasedAt}} for ever after erasing.
 */
final class KeyWrapping {

    static final String ERASED_AT = "erasedAt";
    static final String SEALS = "seals";
    static final String KEK = "kek";
    static final String NONCE = "nonce";
    static final String WRAPPED = "wrapped";

    private final KeyEncryptionKeys wrappingKeys;
    private final AesGcm aes = new AesGcm();

    KeyWrapping(KeyEncryptionKeys wrappingKeys) {
        this.wrappingKeys = wrappingKeys;
    }

    static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection("memberkeys").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** A member's key in the form in which it is stored, as having sealed once. */
    Document wrapped(MemberId member, byte[] key) {
        AesGcm.Box wrapped = aes.seal(wrappingKeys.current(), key, context(member));
        return new Document("_id", member.value())
                .append(KEK, wrappingKeys.currentId())
                .append(NONCE, new Binary(wrapped.nonce()))
                .append(WRAPPED, new Binary(wrapped.ciphertext()))
                .append(SEALS, 1);
    }

    /**
     * The key that is stored so.
     *
     * @throws IllegalStateException if it was changed, or what wraps it is missing
     */
    SecretKey unwrapped(Document stored) {
        MemberId member = new MemberId(stored.getString("_id"));
        AesGcm.Box box = new AesGcm.Box(
                stored.get(NONCE, Binary.class).getData(),
                stored.get(WRAPPED, Binary.class).getData());
        byte[] key = aes.open(wrappingKeys.named(stored.getString(KEK)), box, context(member))
                .orElseThrow(() -> new IllegalStateException("the wrapped key of member " + member + " was changed"));
        return new SecretKeySpec(key, "AES");
    }

    /** Whether both are the same wrapped key, however often it sealed. */
    static boolean same(Document one, Document other) {
        return Stream.of(KEK, NONCE, WRAPPED).allMatch(part -> one.get(part) != null && one.get(part).equals(other.get(part)));
    }

    private static String context(MemberId member) {
        return "data-key/" + member.value();
    }
}
