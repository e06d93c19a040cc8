package org.coordinationledger.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RecordHeads.Absence;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.coordinationledger.tlog.RecordHeads.Placed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a case file says it holds; every word of it is checked against the rest.
 *
 * @param format {@value #FORMAT}
 * @param positions of the record's entries, in order
 * @param organisations positions of all entries of the organisations that are named, by their ids
 * @param size of the checkpoint
 * @param textsMissing digests of texts that are not in the file
 * @param language of the page
 * @param page SHA-256 of the page
 * @param heads where the record ended in a tree of record heads, or null if the file does not prove it
 */
public record CaseManifest(
        int format,
        String record,
        List<Long> positions,
        Map<String, List<Long>> organisations,
        long size,
        List<String> textsMissing,
        String language,
        String page,
        @Nullable Heads heads) {

    /** The format that is written. */
    public static final int FORMAT = 3;

    /** Where the record ended was told only with all entries since then; it is read too. */
    private static final int ALWAYS_FOLLOWED = 2;

    public CaseManifest {
        organisations = Map.copyOf(organisations);
    }

    /** Whether this version reads such a file. */
    public boolean known() {
        return format == FORMAT || format == ALWAYS_FOLLOWED;
    }

    /**
     * Where the record ended, or that it was not yet there.
     *
     * @param position of the entry that holds the root
     * @param size the tree is of the heads of the first {@code size} entries
     * @param followed whether every entry from there to the checkpoint is in the file, so that none after it is missing;
     *     true where it is not said, as in the format before this one
     * @param before,after the record's neighbours, where it was not yet there; {@code head} is null then
     */
    public record Heads(
            long position,
            long size,
            @Nullable Boolean followed,
            @Nullable Leaf head,
            @Nullable Leaf before,
            @Nullable Leaf after) {

        public Heads {
            followed = followed == null || followed;
        }

        /** The place of a record in the tree of the first {@code size} entries, whose root stands at a position. */
        public static Heads of(String record, RecordHeads tree, long position, long size, boolean followed) {
            Optional<Absence> absence = tree.absence(record);
            return new Heads(
                    position,
                    size,
                    followed,
                    tree.presence(record).map(Leaf::of).orElse(null),
                    absence.flatMap(Absence::before).map(Leaf::of).orElse(null),
                    absence.flatMap(Absence::after).map(Leaf::of).orElse(null));
        }

        public Absence absence() {
            return new Absence(
                    Optional.ofNullable(before).map(Leaf::placed),
                    Optional.ofNullable(after).map(Leaf::placed));
        }
    }

    /** A head in the tree of heads, with its proof. */
    public record Leaf(String idHash, long sequence, long position, long index, List<String> proof) {

        public static Leaf of(Placed placed) {
            return new Leaf(
                    placed.head().idHash().hex(),
                    placed.head().sequence(),
                    placed.head().position(),
                    placed.index(),
                    placed.proof().stream().map(Hash::hex).toList());
        }

        public Placed placed() {
            return new Placed(
                    new Head(Hash.fromHex(idHash), sequence, position),
                    index,
                    proof.stream().map(Hash::fromHex).toList());
        }
    }

    /** @throws DamagedCaseException if this is no manifest */
    public static CaseManifest read(byte[] json) {
        try {
            return EventJson.mapper().readValue(json, CaseManifest.class);
        } catch (JacksonException e) {
            throw new DamagedCaseException(CaseFile.MANIFEST);
        }
    }

    /** Its bytes in a case file. */
    public byte[] json() {
        return EventJson.mapper().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /** The same with the digest of the page. */
    public CaseManifest withPage(byte[] bytes) {
        return new CaseManifest(
                format, record, positions, organisations, size, textsMissing, language, Hash.sha256(bytes).hex(), heads);
    }
}
