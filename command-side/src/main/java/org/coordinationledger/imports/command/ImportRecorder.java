package org.coordinationledger.imports.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.command.api.Outcome;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.ServiceRejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records the rows of confirmed imports, as whoever confirmed them would by one request for each step. It may be stopped
 * anywhere, and run in several processes at a time: request keys and record ids follow from what the rows say, so nothing
 * is recorded twice. The lock spares work; it is no condition of right.
 */
final class ImportRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRecorder.class);
    private static final String LOCK = "imports";
    private static final int ROWS_AT_ONCE = 50;

    /** How long one turn lasts, so that other tasks get theirs. */
    private static final Duration TURN = Duration.ofSeconds(5);

    /** After this time without a word from a process, another goes on. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(20);

    private final Imports imports;
    private final ImportStore store;
    private final CommandSeries commands;
    private final PersonalDataVault vault;
    private final LockingTaskExecutor once;
    private final InstantSource clock = InstantSource.system();

    ImportRecorder(
            Imports imports,
            ImportStore store,
            CommandSeries commands,
            PersonalDataVault vault,
            LockingTaskExecutor once) {
        this.imports = imports;
        this.store = store;
        this.commands = commands;
        this.vault = vault;
        this.once = once;
    }

    @Scheduled(fixedDelayString = "${ledger.imports.look-every:500ms}")
    void look() {
        try {
            if (store.toRecord(Set.of()).isPresent()) {
                once.executeWithLock(
                        (Runnable) this::turn,
                        new LockConfiguration(ClockProvider.now(), LOCK, LONGEST_HOLD, Duration.ZERO));
            }
        } catch (RuntimeException e) {
            LOG.warn("imports are not recorded for now: {}", e.toString());
        }
    }

    @Scheduled(fixedDelayString = "${ledger.imports.tidy-every:1h}", initialDelayString = "${ledger.imports.tidy-every:1h}")
    void tidy() {
        imports.forgetOld();
    }

    private void turn() {
        long end = clock.millis() + TURN.toMillis();
        Set<String> failing = new HashSet<>();
        Optional<StoredImport> next = store.toRecord(failing);
        while (next.isPresent() && clock.millis() < end) {
            record(next.get(), end, failing);
            next = store.toRecord(failing);
        }
    }

    /** One that fails is left to the next turn, and keeps no other from being recorded. */
    private void record(StoredImport one, long end, Set<String> failing) {
        try {
            record(one, end);
        } catch (RuntimeException e) {
            failing.add(one.id());
            LOG.warn("import {} is not recorded for now: {}", one.id(), e.toString());
        }
    }

    /** Records rows of an import until none is left or the turn is over. */
    private void record(StoredImport one, long end) {
        List<StoredRow> rows = store.rows(one.id(), Fate.TO_RECORD, 0, ROWS_AT_ONCE);
        while (!rows.isEmpty()) {
            for (StoredRow row : rows) {
                record(one, row);
                if (clock.millis() >= end) {
                    return;
                }
            }
            rows = store.rows(one.id(), Fate.TO_RECORD, 0, ROWS_AT_ONCE);
        }
        store.advance(one.id(), ImportState.RECORDING, ImportState.DONE);
        if (store.rows(one.id(), Fate.REFUSED, 0, 1).isEmpty()) {
            vault.forget(one.sealedUnder());
        }
    }

    private void record(StoredImport one, StoredRow row) {
        Actor actor = one.actor();
        long position = row.position();
        for (CommandSeries.Single step : row.steps()) {
            try {
                Outcome outcome = commands.take(withPersonalData(one, row, step), actor, key(step));
                position = Math.max(position, outcome.position());
            } catch (RejectedException e) {
                if (e.rejection() instanceof ServiceRejection.Later) {
                    throw e;
                }
                store.refused(
                        one.id(), row, step.step() == null ? "begin" : step.step(),
                        imports.told(e.rejection(), e.field()), position);
                return;
            }
        }
        store.recorded(one.id(), row, position);
    }

    /** Follows from what is asked: the record's id from the row, and the step of the record. */
    private static String key(CommandSeries.Single step) {
        return "import:" + step.id() + ":" + (step.step() == null ? "begin" : step.step());
    }

    private CommandSeries.Single withPersonalData(StoredImport one, StoredRow row, CommandSeries.Single step) {
        PersonalData.Clear clear = step.step() == null ? imports.opened(one, row) : null;
        if (clear == null) {
            return step;
        }
        ObjectNode body = step.body().deepCopy();
        body.set("personalData", EventJson.mapper().valueToTree(clear));
        return new CommandSeries.Single(step.resource(), null, step.id(), body);
    }
}
