package org.coordinationledger.view.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.sealing.PublishedCheckpoint;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.log.EntryProofs.ProvedEntry;
import org.coordinationledger.view.log.HeadProofs.HeadProof;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs that what somebody reads is in the ledger that was signed, and that the ledger only ever grew. */
@Tag(name = "log")
@RestController
@RequestMapping(path = "/api/v1")
final class ProofController {

    static final int MOST_ENTRIES = 200;

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final EntryProofs proofs;
    private final HeadProofs heads;
    private final SealedLog log;
    private final RecordReads records;
    private final ReadPoints points;

    ProofController(
            EntryProofs proofs, HeadProofs heads, SealedLog log, RecordReads records, ReadPoints points) {
        this.proofs = proofs;
        this.heads = heads;
        this.log = log;
        this.records = records;
        this.points = points;
    }

    /**
     * An entry with its proof.
     *
     * @param entry      the exact text that is hashed, as UTF-8
     * @param leafHash   SHA-256 of a zero byte and the entry, in hexadecimal
     * @param size       number of entries that the checkpoint covers
     * @param path       hashes from the leaf to the root, in base64
     * @param checkpoint the signed note, with the signatures of witnesses
     * @param keys       the log's verifier keys
     */
    record Proof(
            long position,
            String entry,
            String leafHash,
            long size,
            List<String> path,
            String checkpoint,
            List<String> keys) {}

    /** An entry of a record, with its path into the record's checkpoint. */
    record EntryInRecord(long position, String entry, String leafHash, List<String> path) {}

    /**
     * Entries of a record, all proved in one checkpoint.
     *
     * @param entries number of entries that the record has in all
     * @param next    the sequence to go on from; null at the end
     * @param head    with the first entries, where the record ended by the last tree of record heads; null before one was
     *     sealed
     */
    record RecordProof(
            String resource,
            String id,
            long entries,
            long size,
            String checkpoint,
            List<String> keys,
            List<EntryInRecord> items,
            @Nullable Long next,
            @Nullable HeadProof head) {}

    /** That the ledger over {@code to} entries goes on from that over {@code from}; roots and hashes in base64. */
    record Consistency(long from, long to, String rootFrom, String rootTo, List<String> hashes) {}

    @Operation(operationId = "log.entry", summary = "An entry byte for byte, with its proof of being in the newest checkpoint")
    @GetMapping(path = "/entries/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Proof> entry(@PathVariable long position, Actor actor) {
        ProvedEntry proved = proofs.of(actor, position);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Proof(
                position,
                proved.entry().json(),
                HexFormat.of().formatHex(proved.entry().leafHash()),
                proved.checkpoint().size(),
                base64(proved.path()),
                proved.checkpoint().cosignedNote(),
                log.verifierKeys()));
    }

    @Operation(operationId = "log.entry.proof", summary = "The same proof as a .tlog-proof file, to be checked offline")
    @GetMapping(path = "/entries/{position}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> proof(@PathVariable long position, Actor actor) {
        ProvedEntry proved = proofs.of(actor, position);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("entry-" + position + ".tlog-proof")
                        .build()
                        .toString())
                .body(new LogProof(
                                Optional.of(proved.entry().bytes()), position, proved.path(),
                                SignedNote.parse(proved.checkpoint().cosignedNote()))
                        .bytes());
    }

    @Operation(operationId = "log.record.proofs", summary = "All entries of a record, each proved in one checkpoint, "
            + "at most " + MOST_ENTRIES + " at once; with the first of them, where the record ended by the last tree of "
            + "record heads")
    @GetMapping(path = "/{resource}/{id}/proofs", produces = MediaType.APPLICATION_JSON_VALUE)
    RecordProof record(
            @PathVariable String resource,
            @PathVariable String id,
            @Parameter(description = "The sequence to begin with.") @RequestParam(defaultValue = "0") long from,
            @Parameter(description = "A position that must be in the answer.") @RequestParam(defaultValue = "-1")
            long waitForPosition,
            HttpServletRequest request,
            Actor actor) {
        FeatureView<?> view = records.view(resource, request);
        ReadPoint now = points.at(new KnownOn.Now(), waitForPosition);
        List<Entry> entries = records.entries(actor, view, id, now);
        List<Entry> some = entries.stream().skip(Math.max(0, from)).limit(MOST_ENTRIES).toList();
        PublishedCheckpoint checkpoint = proofs.checkpointOver(entries.get(entries.size() - 1).position());
        List<EntryInRecord> items = some.stream()
                .map(entry -> new EntryInRecord(
                        entry.position(),
                        entry.json(),
                        HexFormat.of().formatHex(entry.leafHash()),
                        base64(proofs.proved(entry, checkpoint).path())))
                .toList();
        long next = Math.max(0, from) + some.size();
        return new RecordProof(
                resource, id, entries.size(), checkpoint.size(), checkpoint.cosignedNote(), log.verifierKeys(), items,
                next < entries.size() ? next : null,
                from > 0 ? null : heads.of(id, checkpoint, now.knownAt()).orElse(null));
    }

    @Operation(operationId = "log.consistency", summary = "That the ledger over one number of entries goes on from that over "
            + "a smaller one")
    @GetMapping(path = "/log/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    Consistency consistency(@RequestParam long from, @RequestParam long to) {
        long sealed = log.size();
        if (from < 1 || from > sealed) {
            throw outside("from", from);
        }
        if (to < from || to > sealed) {
            throw outside("to", to);
        }
        return new Consistency(
                from, to, log.root(from).base64(), log.root(to).base64(),
                base64(log.consistency(from, to)));
    }

    private static RejectedException outside(String parameter, long given) {
        return new RejectedException(new ServiceRejection.InvalidParameter(
                parameter, Long.toString(given), "sealed-size"));
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
