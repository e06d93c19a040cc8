package org.coordinationledger.service.personaldata;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.coordinationledger.service.PrivateFile;
import org.jspecify.annotations.Nullable;

/**
 * Members' data keys as a file of their own, apart from the ledger and its mirrors. The keys in it stay wrapped as they are
 * in the store: without the key-encryption key the file opens nothing, and only who has that key can make one that is
 * taken back. Members whose key was erased stand in it as erased.
 *
 * <p>Lines of JSON: a head, a line for each member, and a seal over all lines before it.
 */
public final class MemberKeysBackup {

    /** Most bytes of a backup: more than a million members. */
    public static final int MOST_BYTES = 256 << 20;

    private static final int ERROR_DUPLICATE_KEY = 11_000;
    private static final int AT_ONCE = 1_000;

    private final MongoCollection<Document> stored;
    private final KeyEncryptionKeys wrappingKeys;
    private final KeyWrapping wrapping;

    /**
     * @param database of the members' data keys
     * @param kekFile with the keys that wrap them
     * @throws IllegalStateException if the file holds anything else
     */
    public MemberKeysBackup(MongoDatabase database, Path kekFile) {
        stored = KeyWrapping.collection(database);
        wrappingKeys = KeyEncryptionKeys.read(kekFile);
        wrapping = new KeyWrapping(wrappingKeys);
    }

    /**
     * What a backup holds.
     *
     * @param keys   members with a key
     * @param erased members whose key was erased
     */
    public record Held(long keys, long erased) {}

    /**
     * Writes all keys into a new file that only its owner reads. Each is unwrapped once, so that no backup is made of
     * keys which cannot be used.
     *
     * @throws IllegalStateException if the file is there already, a stored key was changed, or the file with the
     *     key-encryption keys lacks one that is needed
     */
    public Held write(Path file, Instant now) throws IOException {
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " is there already; a backup never replaces another");
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        put(lines, MemberKeysLines.head(now));
        long keys = 0;
        long erased = 0;
        for (Document document : stored.find().sort(Sorts.ascending("_id")).batchSize(AT_ONCE)) {
            if (document.containsKey(KeyWrapping.ERASED_AT)) {
                erased++;
            } else {
                wrapping.unwrapped(document);
                keys++;
            }
            put(lines, MemberKeysLines.line(document));
        }
        byte[] before = lines.toByteArray();
        put(lines, MemberKeysLines.seal(before, wrappingKeys));
        Path fresh = PrivateFile.createBeside(file, lines.toByteArray());
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
            throw new IllegalStateException(file + " is there already; a backup never replaces another", e);
        }
        return new Held(keys, erased);
    }

    private static void put(ByteArrayOutputStream lines, String line) {
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        if (lines.size() + utf8.length + 1 > MOST_BYTES) {
            throw new IllegalStateException("there are more keys than one file may hold");
        }
        lines.writeBytes(utf8);
        lines.write('\n');
    }

    /**
     * Puts the keys of a backup into a store that has none. The whole file is verified first, and each key unwrapped.
     * Members who are known there as erased stay erased.
     *
     * @return what was put back
     * @throws IllegalStateException if the store has keys already, or the file is damaged, is no backup, or was made
     *     under another key-encryption key; nothing is written then
     */
    public Held restore(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IllegalStateException(file + " is no backup of members' data keys");
        }
        List<Document> documents = MemberKeysLines.read(Files.readAllBytes(file), wrappingKeys, file);
        for (Document document : documents) {
            if (!document.containsKey(KeyWrapping.ERASED_AT)) {
                wrapping.unwrapped(document);
            }
        }
        Document first = stored.find(exists(KeyWrapping.ERASED_AT, false)).first();
        if (first != null) {
            throw new IllegalStateException("there are members' data keys in " + stored.getNamespace().getDatabaseName()
                    + " already; they are not replaced");
        }
        long keys = 0;
        long erased = 0;
        for (int from = 0; from < documents.size(); from += AT_ONCE) {
            List<Document> some = documents.subList(from, Math.min(documents.size(), from + AT_ONCE));
            List<Document> put = inserted(some);
            long tombs = put.stream().filter(d -> d.containsKey(KeyWrapping.ERASED_AT)).count();
            erased += tombs;
            keys += put.size() - tombs;
        }
        return new Held(keys, erased);
    }

    /** Inserts what is not there yet; what is there says that the member was erased. */
    private List<Document> inserted(List<Document> documents) {
        List<Document> put = new ArrayList<>(documents);
        try {
            stored.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            List<@Nullable Document> left = new ArrayList<>(documents);
            e.getWriteErrors().forEach(error -> {
                if (error.getCode() != ERROR_DUPLICATE_KEY) {
                    throw e;
                }
                left.set(error.getIndex(), null);
            });
            put.clear();
            left.forEach(d -> {
                if (d != null) {
                    put.add(d);
                }
            });
        }
        return put;
    }
}
