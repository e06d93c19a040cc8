package org.coordinationledger.auditor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RecordHeads.Absence;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.coordinationledger.tlog.RecordHeads.Placed;
import org.coordinationledger.tlog.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a case file says it holds; every word of it is checked against the rest.
 *
 * @param format 1
 * @param positions of the record's entries, in order
 * @param size of the checkpoint
 * @param textsMissing digests of texts that are not in the file
 * @param language of the page
 * @param page SHA-256 of the page
 * @param heads where the record ended in a tree of record heads, or null if the log had none
 */
record CaseManifest(
        int format,
        String record,
        List<Long> positions,
        long size,
        List<String> textsMissing,
        String language,
        String page,
        @Nullable Heads heads) {

    /**
     * @param position of the entry that holds the root
     * @param size the tree is of the heads of the first {@code size} entries
     * @param before,after the record's neighbours, where it was not yet there; {@code head} is null then
     */
    record Heads(long position, long size, @Nullable Leaf head, @Nullable Leaf before, @Nullable Leaf after) {

        /** The record's place in a tree. */
        static Heads of(SealedHeads sealed, RecordHeads tree, String record) {
            return tree.presence(record)
                    .map(placed -> new Heads(sealed.position(), sealed.size(), Leaf.of(placed), null, null))
                    .orElseGet(() -> {
                        Absence absence = tree.absence(record).orElseThrow();
                        return new Heads(
                                sealed.position(),
                                sealed.size(),
                                null,
                                absence.before().map(Leaf::of).orElse(null),
                                absence.after().map(Leaf::of).orElse(null));
                    });
        }

        /** Whether the tree says that the record ended where the told entries before the tree's size end. */
        boolean agrees(String record, SealedHeads sealed, List<StoredEntry> told) {
            List<StoredEntry> within =
                    told.stream().filter(e -> e.position() < sealed.size()).toList();
            try {
                if (within.isEmpty()) {
                    return head == null
                            && RecordHeads.provesAbsence(record, absence(), sealed.records(), sealed.root());
                }
                StoredEntry last = within.get(within.size() - 1);
                return head != null
                        && before == null
                        && after == null
                        && head.sequence() == last.head().sequence()
                        && head.position() == last.position()
                        && RecordHeads.provesPresence(record, head.placed(), sealed.records(), sealed.root());
            } catch (RefusedException | IllegalArgumentException e) {
                return false;
            }
        }

        private Absence absence() {
            return new Absence(
                    Optional.ofNullable(before).map(Leaf::placed),
                    Optional.ofNullable(after).map(Leaf::placed));
        }
    }

    /** A head in the tree of heads, with its proof. */
    record Leaf(String idHash, long sequence, long position, long index, List<String> proof) {

        static Leaf of(Placed placed) {
            return new Leaf(
                    placed.head().idHash().hex(),
                    placed.head().sequence(),
                    placed.head().position(),
                    placed.index(),
                    placed.proof().stream().map(Hash::hex).toList());
        }

        Placed placed() {
            return new Placed(
                    new Head(Hash.fromHex(idHash), sequence, position),
                    index,
                    proof.stream().map(Hash::fromHex).toList());
        }
    }

    static CaseManifest read(byte[] json) {
        try {
            return EventJson.mapper().readValue(json, CaseManifest.class);
        } catch (JacksonException e) {
            throw new FaultException(Fault.CASE_CHANGED, FaultException.NOWHERE, CaseFile.MANIFEST);
        }
    }

    byte[] json() {
        return EventJson.mapper().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    CaseManifest withPage(byte[] bytes) {
        return new CaseManifest(
                format, record, positions, size, textsMissing, language, Hash.sha256(bytes).hex(), heads);
    }
}
