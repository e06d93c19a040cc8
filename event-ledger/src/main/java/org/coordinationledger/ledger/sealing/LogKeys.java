package org.coordinationledger.ledger.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The keys under which a log signs its checkpoints, Ed25519; each signs every checkpoint. */
public final class LogKeys {

    private static final byte ED25519 = 1;
    private static final int RAW_KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    private record Key(PrivateKey secret, PublicKey open, byte[] id, String verifier) {
    }

    /** What is signed in a checkpoint. */
    record Signed(long size, byte[] root) {
    }

    private final String origin;
    private final List<Key> keys;

    private LogKeys(String origin, List<Key> keys) {
        this.origin = origin;
        this.keys = keys;
    }

    /**
     * The keys made from these seeds.
     *
     * @param origin the name of the log, without spaces and plus signs
     * @param seeds  32 random bytes each, the current key's first
     */
    public static LogKeys of(String origin, List<byte[]> seeds) {
        List<Key> keys = new ArrayList<>();
        for (byte[] seed : seeds) {
            keys.add(key(origin, seed));
        }
        return new LogKeys(origin, keys);
    }

    private static Key key(String origin, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                private static final long serialVersionUID = 1L;

                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            PublicKey open = generator.generateKeyPair().getPublic();
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            byte[] encoded = open.getEncoded();
            byte[] raw = new byte[RAW_KEY_BYTES + 1];
            raw[0] = ED25519;
            System.arraycopy(encoded, encoded.length - RAW_KEY_BYTES, raw, 1, RAW_KEY_BYTES);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] id = Arrays.copyOf(sha256.digest(raw), ID_BYTES);
            String verifier = origin + "+" + HexFormat.of().formatHex(id) + "+"
                    + Base64.getEncoder().encodeToString(raw);
            return new Key(secret, open, id, verifier);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no Ed25519", e);
        }
    }

    /** The name of the log. */
    public String origin() {
        return origin;
    }

    /** The verifier keys in the text form of signed notes, the current one first. */
    public List<String> verifierKeys() {
        return keys.stream().map(Key::verifier).toList();
    }

    /** A checkpoint signed by all keys. */
    String sign(long size, byte[] root) {
        String body = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        StringBuilder note = new StringBuilder(body).append('\n');
        for (Key key : keys) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(key.secret());
                signature.update(body.getBytes(StandardCharsets.UTF_8));
                byte[] signed = signature.sign();
                byte[] line = ByteBuffer.allocate(ID_BYTES + signed.length).put(key.id()).put(signed).array();
                note.append("— ").append(origin).append(' ').append(Base64.getEncoder().encodeToString(line)).append('\n');
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a checkpoint cannot be signed", e);
            }
        }
        return note.toString();
    }

    /**
     * What a checkpoint says that one of the keys signed.
     *
     * @param where where it was found, for the message
     * @throws HistoryBrokenException if it is damaged, of another log, or signed by none of the keys
     */
    Signed open(String note, String where) {
        int end = note.indexOf("\n\n");
        String body = end < 0 ? "" : note.substring(0, end + 1);
        String[] lines = body.split("\n");
        if (lines.length != 3 || !lines[0].equals(origin)) {
            throw HistoryBrokenException.contradiction("the checkpoint in the " + where + " is none of the log " + origin);
        }
        for (String line : note.substring(end + 2).split("\n")) {
            for (Key key : keys) {
                if (signedBy(key, body, line)) {
                    return new Signed(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
                }
            }
        }
        throw HistoryBrokenException.contradiction("the checkpoint in the " + where
                + " is signed by none of the keys of this log");
    }

    private boolean signedBy(Key key, String body, String line) {
        String start = "— " + origin + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        try {
            byte[] signature = Base64.getDecoder().decode(line.substring(start.length()));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key.open());
            verifier.update(body.getBytes(StandardCharsets.UTF_8));
            return signature.length > ID_BYTES && Arrays.equals(Arrays.copyOf(signature, ID_BYTES), key.id())
                    && verifier.verify(signature, ID_BYTES, signature.length - ID_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
