package org.coordinationledger.view.trail;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How two texts differ: line by line, and within a line word by word, a word being a syllable as Vietnamese writes it. */
public final class TextDifferences {

    /** Larger texts are not compared. */
    public static final int MOST_BYTES = 128 * 1024;

    /** Texts of more lines are not compared: the time that it takes grows with lines times differences. */
    static final int MOST_LINES = 2_000;

    /** Longer lines are told as removed and added as a whole. */
    static final int MOST_WORDS = 1_000;

    /** A word goes with the spaces after it, so that a word more is one part and not two. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+[ \t]*|\\s+|.", Pattern.DOTALL);
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}&&[^\t\n\r]]");

    /** What came of comparing. */
    public enum Outcome {
        COMPARED,
        /** The texts are the same, byte for byte. */
        SAME,
        TOO_LARGE,
        /** One of them is not stored. */
        NOT_STORED,
        /** They differ, but one of them is no text that has lines. */
        NOT_TEXT
    }

    /** Whether a part is in both texts, or only in one. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of a line. */
    public record Part(Change change, String text) {}

    /**
     * A line that differs. What is not added is how it was, what is not removed is how it is.
     *
     * @param before its number in the text before, from 1; null if it was added
     * @param after its number in the text after, from 1; null if it was removed
     */
    public record Line(@Nullable Integer before, @Nullable Integer after, List<Part> parts) {}

    /** What came of comparing, and the lines that differ. */
    record Compared(Outcome outcome, List<Line> lines) {}

    private TextDifferences() {}

    /** How one text became the other. */
    static Compared between(byte[] before, byte[] after) {
        if (Math.max(before.length, after.length) > MOST_BYTES) {
            return new Compared(Outcome.TOO_LARGE, List.of());
        }
        Optional<String> old = text(before);
        Optional<String> now = text(after);
        if (old.isEmpty() || now.isEmpty()) {
            return new Compared(Outcome.NOT_TEXT, List.of());
        }
        List<String> oldLines = List.of(old.get().split("\n", -1));
        List<String> nowLines = List.of(now.get().split("\n", -1));
        if (Math.max(oldLines.size(), nowLines.size()) > MOST_LINES) {
            return new Compared(Outcome.TOO_LARGE, List.of());
        }
        List<Line> lines = new ArrayList<>();
        for (Run run : runs(oldLines, nowLines)) {
            lines.addAll(lines(run));
        }
        return new Compared(Outcome.COMPARED, List.copyOf(lines));
    }

    /**
     * What differs at one place, and what is the same after it up to the next.
     *
     * @param before the place in what was, from 0
     * @param after the place in what is, from 0
     */
    private record Run(int before, int after, List<String> removed, List<String> added, List<String> same) {}

    private static List<Run> runs(List<String> old, List<String> now) {
        BitSet removed = new BitSet();
        BitSet added = new BitSet();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>(), null).getDeltas()) {
            Chunk<String> source = delta.getSource();
            Chunk<String> target = delta.getTarget();
            removed.set(source.getPosition(), source.getPosition() + source.size());
            added.set(target.getPosition(), target.getPosition() + target.size());
        }
        List<Run> runs = new ArrayList<>();
        int before = 0;
        int after = 0;
        while (before < old.size() || after < now.size()) {
            int removedTo = removed.nextClearBit(before);
            int addedTo = added.nextClearBit(after);
            int next = removed.nextSetBit(removedTo);
            int nextAdded = added.nextSetBit(addedTo);
            int same = Math.min(
                    (next < 0 ? old.size() : next) - removedTo, (nextAdded < 0 ? now.size() : nextAdded) - addedTo);
            runs.add(new Run(
                    before, after, old.subList(before, removedTo), now.subList(after, addedTo),
                    old.subList(removedTo, removedTo + same)));
            before = removedTo + same;
            after = addedTo + same;
        }
        return runs;
    }

    /** Lines that took the place of others are compared with them one by one, the rest is removed or added. */
    private static List<Line> lines(Run run) {
        List<String> removed = run.removed();
        List<String> added = run.added();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
            if (i >= added.size()) {
                lines.add(new Line(run.before() + i + 1, null, List.of(new Part(Change.REMOVED, removed.get(i)))));
            } else if (i >= removed.size()) {
                lines.add(new Line(null, run.after() + i + 1, List.of(new Part(Change.ADDED, added.get(i)))));
            } else {
                lines.add(new Line(run.before() + i + 1, run.after() + i + 1, parts(removed.get(i), added.get(i))));
            }
        }
        return lines;
    }

    private static List<Part> parts(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        if (Math.max(old.size(), now.size()) > MOST_WORDS) {
            return List.of(new Part(Change.REMOVED, before), new Part(Change.ADDED, after));
        }
        List<Part> parts = new ArrayList<>();
        for (Run run : runs(old, now)) {
            add(parts, Change.REMOVED, run.removed());
            add(parts, Change.ADDED, run.added());
            add(parts, Change.SAME, run.same());
        }
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, Change change, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(new Part(change, String.join("", words)));
        }
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    /** The bytes as text; empty for what is none, such as a PDF. */
    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("%PDF-") || NO_TEXT.matcher(text).find() ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
