package org.coordinationledger.tlog;

import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * What a log signs: how many entries it has and what the root of their tree is (C2SP tlog-checkpoint).
 *
 * @param origin which log
 * @param size number of entries
 * @param extensions further lines, mostly none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!line(origin) || size < 0 || !extensions.stream().allMatch(Checkpoint::line)) {
            throw new RefusedException(Reason.CHECKPOINT, "no checkpoint");
        }
        if (size == 0 && !root.equals(Hash.EMPTY_ROOT)) {
            throw new RefusedException(Reason.CHECKPOINT, "no entries, and yet another root than that of none");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    private static boolean line(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ');
    }

    /** @throws RefusedException with {@link Reason#CHECKPOINT} */
    public static Checkpoint parse(String noteText) {
        if (!noteText.endsWith("\n")) {
            throw new RefusedException(Reason.CHECKPOINT, "a checkpoint ends with a newline");
        }
        String[] lines = noteText.substring(0, noteText.length() - 1).split("\n", -1);
        if (lines.length < 3) {
            throw new RefusedException(Reason.CHECKPOINT, "a checkpoint has at least three lines");
        }
        return new Checkpoint(
                lines[0],
                Decimal.parse(lines[1], Reason.CHECKPOINT),
                StrictBase64.hash(lines[2], Reason.CHECKPOINT),
                List.of(lines).subList(3, lines.length));
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n"
                + extensions.stream().map(e -> e + "\n").collect(Collectors.joining());
    }

    /** The checkpoint signed by each of the keys. */
    public SignedNote sign(SignerKey... keys) {
        return SignedNote.sign(text(), keys);
    }
}
