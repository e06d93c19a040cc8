package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verifier key of a witness that cosigns checkpoints of the ledger, as C2SP writes it: name, key id and key with {@code +}
 * between them, such as {@code witness.example/w1+20324abe+BCms…}. The key is an Ed25519 key for cosignatures, version 1.
 */
public record WitnessKey(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("([^+\\p{IsWhite_Space}\\p{Cntrl}]{1,100})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
    private static final byte COSIGNATURE = 4;
    private static final int ID_BYTES = 4;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WitnessKey {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches() || !fits(parts.group(1), parts.group(2), Base64.getDecoder().decode(parts.group(3)))) {
            throw ValueRejection.thrown(new ValueRejection.NotAWitnessKey(ValueRejection.excerpt(value)));
        }
    }

    /** Under which name the witness cosigns. */
    public String name() {
        return value.substring(0, value.indexOf('+'));
    }

    private static boolean fits(String name, String id, byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] digest = sha256.digest(key);
            return key[0] == COSIGNATURE
                    && HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES)).equals(id);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
