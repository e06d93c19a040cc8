package org.coordinationledger.service.personaldata;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.coordinationledger.service.PrivateFile;

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

    private static final String ID = "_id";
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
        for (Document document : stored.find().sort(Sorts.ascending(ID)).batchSize(AT_ONCE)) {
            if (erased(document)) {
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
     * Puts the keys of a backup into a store that has none of its own. The whole file is verified first, and each key
     * unwrapped. Members who are known there as erased stay erased. One that was cut off can be repeated: keys that are
     * there as they are in the backup count as put back.
     *
     * @return what was put back
     * @throws IllegalStateException if the store has another key than the backup, or all of its keys already, or the file
     *     is damaged, is no backup, or was made under another key-encryption key; nothing is written then. Also if a
     *     member's key is made while this runs; what was put back by then stays
     */
    public Held restore(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IllegalStateException(file + " is no backup of members' data keys");
        }
        List<Document> documents = MemberKeysLines.read(Files.readAllBytes(file), wrappingKeys, file);
        for (Document document : documents) {
            if (!erased(document)) {
                wrapping.unwrapped(document);
            }
        }
        refuseOthersThan(documents);
        long keys = 0;
        long erased = 0;
        for (int from = 0; from < documents.size(); from += AT_ONCE) {
            List<Document> put = putBack(documents.subList(from, Math.min(documents.size(), from + AT_ONCE)));
            long tombs = put.stream().filter(MemberKeysBackup::erased).count();
            erased += tombs;
            keys += put.size() - tombs;
        }
        return new Held(keys, erased);
    }

    private static boolean erased(Document document) {
        return document.containsKey(KeyWrapping.ERASED_AT);
    }

    private void refuseOthersThan(List<Document> documents) {
        Map<String, Document> missing = new HashMap<>();
        documents.forEach(document -> missing.put(document.getString(ID), document));
        boolean some = false;
        for (Document there : stored.find()) {
            Document document = missing.remove(there.getString(ID));
            if (!erased(there)) {
                some = true;
                if (document == null || !KeyWrapping.same(document, there)) {
                    throw new IllegalStateException("there are members' data keys in "
                            + stored.getNamespace().getDatabaseName()
                            + " already that are not those of the backup; they are not replaced");
                }
            }
        }
        if (some && missing.isEmpty()) {
            throw new IllegalStateException("all members' data keys of the backup are in "
                    + stored.getNamespace().getDatabaseName() + " already; they are not replaced");
        }
    }

    /**
     * Inserts what is not there yet.
     *
     * @return those that stand there now as they do in the backup; the members of the others were erased
     * @throws IllegalStateException if there is another key of one of them
     */
    List<Document> putBack(List<Document> documents) {
        Set<String> before = insert(documents);
        if (before.isEmpty()) {
            return documents;
        }
        Map<String, Document> there = new HashMap<>();
        stored.find(in(ID, before)).forEach(document -> there.put(document.getString(ID), document));
        List<Document> put = new ArrayList<>();
        for (Document document : documents) {
            String id = document.getString(ID);
            Document found = before.contains(id) ? there.get(id) : document;
            if (found != null && (erased(found) ? erased(document) : KeyWrapping.same(document, found))) {
                put.add(document);
            } else if (found == null || !erased(found)) {
                throw new IllegalStateException("another data key of member " + id + " was made meanwhile in "
                        + stored.getNamespace().getDatabaseName() + "; it is not replaced: stop the service first");
            }
        }
        return put;
    }

    /** The ids of those of which something is there already. */
    private Set<String> insert(List<Document> documents) {
        Set<String> before = new HashSet<>();
        try {
            stored.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                before.add(documents.get(error.getIndex()).getString(ID));
            }
        }
        return before;
    }
}
