package org.coordinationledger.handover.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.api.FollowUpCommands;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.command.record.FollowUp;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.handover.event.Settlement;
import org.coordinationledger.ledger.LedgerBounds;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.HandoverId;
import org.springframework.beans.factory.DisposableBean;

/**
 * Carries out handovers: each record of a list takes its step in a commit of its own, and what became of them is
 * recorded part by part. It follows the ledger with a token of its own and begins a list again after a crash; request
 * keys that follow from the list and the record's place in it keep every step from being taken twice.
 */
@ProcessingGroup(HandoverProcess.GROUP)
public final class HandoverProcess implements DisposableBean {

    /** The processor's name. */
    public static final String GROUP = "handovers";

    private static final String SETTLED = Catalogue.of(HandoverEvent.Settled.class).orElseThrow().name();

    private final FollowUpCommands commands;
    private final LedgerReader ledger;

    /** Commands are not handed in on the processor's thread, whose unit of work they would join. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    public HandoverProcess(FollowUpCommands commands, LedgerReader ledger) {
        this.commands = commands;
        this.ledger = ledger;
    }

    @EventHandler
    void on(HandoverEvent.Decided event, DomainEventMessage<?> message) throws InterruptedException {
        HandoverId id = new HandoverId(message.getAggregateIdentifier());
        Actor actor = ActorMetadata.actor(message.getMetaData());
        try {
            thread.submit(() -> carryOut(id, event, actor)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private void carryOut(HandoverId id, HandoverEvent.Decided decided, Actor actor) {
        Set<Integer> settled = settled(id);
        List<FollowUp> passingOn = HandoverFeature.passingOn(decided);
        for (int first = 0; first < passingOn.size(); first += HandoverEvent.MOST_SETTLED) {
            if (settled.contains(first)) {
                continue;
            }
            List<Settlement> settlements = new ArrayList<>();
            for (int i = first; i < Math.min(first + HandoverEvent.MOST_SETTLED, passingOn.size()); i++) {
                settlements.add(passOn(id, passingOn.get(i), i, actor));
            }
            commands.take(
                    HandoverState.TYPE,
                    new HandoverCommand.Settle(id, decided.effectiveOn(), settlements),
                    actor,
                    key(id, "settled-" + first));
        }
    }

    private Settlement passOn(HandoverId id, FollowUp asked, int i, Actor actor) {
        String resource = asked.record().resource();
        RecordType<?, ?> type = Catalogue.resource(resource).orElse(null);
        if (type == null) {
            return Settlement.refused(i, new ServiceRejection.UnknownResource(resource).code());
        }
        try {
            return Settlement.passedOn(
                    i, commands.take(type, asked.command(), actor, key(id, Integer.toString(i))).position());
        } catch (RejectedException e) {
            if (e.rejection() instanceof ServiceRejection.Later) {
                throw e;
            }
            return Settlement.refused(i, e.rejection().code());
        }
    }

    /** The records of a list whose outcome is recorded. */
    private Set<Integer> settled(HandoverId id) {
        Set<Integer> settled = new HashSet<>();
        ledger.entriesOf(id.value(), 0, LedgerBounds.MAX_READ).stream()
                .filter(entry -> entry.eventName().equals(SETTLED))
                .map(entry -> EventJson.mapper().treeToValue(entry.payloadTree(), HandoverEvent.Settled.class))
                .forEach(event -> event.settlements().forEach(s -> settled.add(s.item())));
        return settled;
    }

    private static String key(HandoverId id, String part) {
        return "handover:" + id.value() + ":" + part;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
