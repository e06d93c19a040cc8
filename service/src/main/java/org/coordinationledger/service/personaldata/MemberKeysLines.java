package org.coordinationledger.service.personaldata;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.coordinationledger.catalogue.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The lines of a backup of members' data keys. */
final class MemberKeysLines {

    private static final String FORMAT = "coordination-ledger/member-keys";
    private static final int VERSION = 1;

    private static final AesGcm AES = new AesGcm();

    private MemberKeysLines() {}

    private record Head(String format, String madeAt, int version) {}

    /** Either a wrapped key, or when it was erased. */
    private record Line(
            @Nullable String erasedAt,
            @Nullable String kek,
            String member,
            @Nullable String nonce,
            @Nullable Integer seals,
            @Nullable String wrapped) {}

    /** The SHA-256 of all lines before, sealed by a key-encryption key. */
    private record Seal(String kek, String nonce, String sealed) {}

    static String head(Instant now) {
        return json(new Head(FORMAT, now.toString(), VERSION));
    }

    static String line(Document stored) {
        Date erased = stored.getDate(KeyWrapping.ERASED_AT);
        if (erased != null) {
            return json(new Line(erased.toInstant().toString(), null, stored.getString("_id"), null, null, null));
        }
        return json(new Line(
                null,
                stored.getString(KeyWrapping.KEK),
                stored.getString("_id"),
                base64(stored.get(KeyWrapping.NONCE, Binary.class).getData()),
                stored.getInteger(KeyWrapping.SEALS),
                base64(stored.get(KeyWrapping.WRAPPED, Binary.class).getData())));
    }

    static String seal(byte[] lines, KeyEncryptionKeys keys) {
        AesGcm.Box box = AES.seal(keys.current(), sha256(lines, lines.length), FORMAT);
        return json(new Seal(keys.currentId(), base64(box.nonce()), base64(box.ciphertext())));
    }

    /**
     * The stored form of all keys in a backup.
     *
     * @throws IllegalStateException if it is none, was damaged, or is sealed with a key that is not at hand
     */
    static List<Document> read(byte[] backup, KeyEncryptionKeys keys, Path file) {
        int end = backup.length - 1;
        while (end > 0 && backup[end - 1] != '\n') {
            end--;
        }
        if (end <= 0 || backup[backup.length - 1] != '\n') {
            throw damaged(file);
        }
        try {
            Head head = null;
            Seal seal = EventJson.mapper().readValue(Arrays.copyOfRange(backup, end, backup.length), Seal.class);
            AesGcm.Box box = new AesGcm.Box(bytes(seal.nonce()), bytes(seal.sealed()));
            byte[] digest = AES.open(keys.named(seal.kek()), box, FORMAT).orElseThrow(() -> damaged(file));
            if (!Arrays.equals(digest, sha256(backup, end))) {
                throw damaged(file);
            }
            List<Document> documents = new ArrayList<>();
            for (String line : (Iterable<String>) new String(backup, 0, end, StandardCharsets.UTF_8).lines()::iterator) {
                if (head == null) {
                    head = EventJson.mapper().readValue(line, Head.class);
                    if (!head.format().equals(FORMAT) || head.version() != VERSION) {
                        throw damaged(file);
                    }
                } else {
                    documents.add(document(EventJson.mapper().readValue(line, Line.class)));
                }
            }
            return documents;
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static Document document(Line line) {
        Document document = new Document("_id", line.member());
        if (line.erasedAt() != null) {
            return document.append(KeyWrapping.ERASED_AT, Date.from(Instant.parse(line.erasedAt())));
        }
        return document.append(KeyWrapping.KEK, line.kek())
                .append(KeyWrapping.NONCE, new Binary(bytes(line.nonce())))
                .append(KeyWrapping.WRAPPED, new Binary(bytes(line.wrapped())))
                .append(KeyWrapping.SEALS, line.seals());
    }

    private static IllegalStateException damaged(Path file) {
        return new IllegalStateException(
                file + " is no backup of members' data keys, or was damaged or changed, or another key sealed it");
    }

    private static String json(Object line) {
        return EventJson.mapper().writeValueAsString(line);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(@Nullable String base64) {
        if (base64 == null) {
            throw new IllegalArgumentException("a part is missing");
        }
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes, 0, length);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
