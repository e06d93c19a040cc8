package org.coordinationledger.recordheads.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.DuplicateRequestException;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.StreamMovedException;
import org.coordinationledger.ledger.sealing.HeadTrees;
import org.coordinationledger.ledger.sealing.RecordedHeads;
import org.coordinationledger.ledger.sealing.RecordedHeadsReads;
import org.coordinationledger.recordheads.event.RecordHeadsEvent;
import org.coordinationledger.service.identity.Administration;
import org.coordinationledger.vocabulary.TextDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the root of the tree of record heads, once in an hour, unless nothing else was recorded since the last one; then
 * it sees to it that the last tree is there to prove from. Any number may run at a time, in any processes, and be stopped
 * anywhere: the hour is the request's key, and the ledger takes each once.
 */
public final class RecordHeadsRun {

    private static final Logger LOG = LoggerFactory.getLogger(RecordHeadsRun.class);

    private final LedgerStore ledger;
    private final RecordedHeadsReads recorded;
    private final HeadTrees trees;
    private final Actor service;
    private final Clock clock;

    RecordHeadsRun(LedgerStore ledger, Administration administration, Clock clock) {
        this.ledger = ledger;
        this.recorded = new RecordedHeadsReads(ledger);
        this.trees = new HeadTrees(ledger);
        this.service = administration.service();
        this.clock = clock;
    }

    /**
     * Runs once.
     *
     * @return the position at which the root was recorded; empty if there was nothing to record, or another process was
     *     first
     */
    public Optional<Long> run() {
        ledger.catchUp();
        long tail = ledger.tail();
        Optional<RecordedHeads> last = recorded.last();
        String key = "record-heads:" + clock.instant().truncatedTo(ChronoUnit.HOURS);
        boolean nothingNew = last.map(RecordedHeads::position).orElse(-1L) == tail;
        if (nothingNew || ledger.commitByRequest(service.person(), key).isPresent()) {
            last.ifPresent(trees::keep);
            return Optional.empty();
        }
        Instant began = clock.instant();
        HeadTrees.Made made = trees.make(tail + 1, last);
        try {
            Commit commit = ledger.append(List.of(event(made, last, key)), new ReadSet());
            LOG.info("the root of {} record heads of {} entries is recorded at position {}, made in {} ms",
                    made.records(), made.size(), commit.first(), ChronoUnit.MILLIS.between(began, clock.instant()));
            trees.forgetOld();
            return Optional.of(commit.first());
        } catch (DuplicateRequestException | StreamMovedException e) {
            LOG.debug("another process recorded the root of record heads first: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private NewEvent event(HeadTrees.Made made, Optional<RecordedHeads> last, String key) {
        RecordHeadsEvent.Sealed sealed =
                new RecordHeadsEvent.Sealed(made.size(), made.records(), made.root().hex());
        EventType type = Catalogue.of(sealed.getClass()).orElseThrow();
        String payload = EventJson.mapper().writeValueAsString(sealed);
        Map<String, String> metadata = new TreeMap<>();
        ActorMetadata.of(service).forEach((name, value) -> metadata.put(name, value.toString()));
        metadata.put(ActorMetadata.REQUEST_KEY, key);
        metadata.put(ActorMetadata.COMMAND_DIGEST, TextDigest.of(payload).value());
        return new NewEvent(
                Catalogue.RECORD_HEADS, RecordHeadsEvent.STREAM, last.map(RecordedHeads::sequence).orElse(-1L) + 1,
                UUID.randomUUID().toString(), type.name(), Integer.toString(type.revision()), payload, metadata);
    }
}
