package org.coordinationledger.command.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.ledger.CommandRun;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.DuplicateRequestException;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.OutcomeUnknownException;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.MemberId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Where commands are handed in. A request is taken once for each actor and idempotency key: the first outcome is given
 * again to a repeated request, looked up before the command is handled and again before any refusal is answered, since
 * what refuses a repeated request is often its own first outcome. Refusals are not remembered.
 *
 * <p>A command is decided on the streams that this process remembers. What comes of that is right, since the ledger
 * refuses what rests on old knowledge; what does not come of it is decided again on fresh reads before it is answered,
 * after this process has caught up with what others were told. Where it cannot, nothing is refused either: the store is
 * unreachable. A command that meets another commit in a stream that it read or writes is decided anew, a bounded number
 * of times.
 */
final class CommandDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final int RETRY_AFTER_SECONDS = 1;
    private static final int UNKNOWN_RETRY_AFTER_SECONDS = 5;

    private final CommandGateway commands;
    private final LedgerReader ledger;
    private final PersonalDataVault vault;
    private final CommandMeters meters;
    private final RetryTemplate onConflict = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(30)
            .delay(Duration.ofMillis(2))
            .multiplier(1.5)
            .jitter(Duration.ofMillis(2))
            .maxDelay(Duration.ofMillis(100))
            .includes(ConcurrencyException.class, AggregateStreamCreationException.class)
            .build());

    CommandDesk(CommandGateway commands, LedgerReader ledger, PersonalDataVault vault, CommandMeters meters) {
        this.commands = commands;
        this.ledger = ledger;
        this.vault = vault;
        this.meters = meters;
    }

    /**
     * Takes a command for an actor.
     *
     * @param person who asks; the command may name the body through which they act
     * @param key the client's idempotency key, or null if it gave none
     * @param expectedVersion the version that the record must have, or null if any will do
     */
    Outcome take(
            String resource, BoundCommand bound, Actor person, @Nullable String key, @Nullable Long expectedVersion) {
        return meters.timed(resource, bound, () -> taken(resource, bound, person, key, expectedVersion));
    }

    /**
     * The outcome of the first request under a key, if there was one.
     *
     * @throws RejectedException with {@link ServiceRejection.IdempotencyKeyReused} if that one asked for something else
     */
    Optional<Outcome> first(String resource, BoundCommand bound, Actor person, String key) {
        return repeated(resource, bound, person, key);
    }

    private Outcome taken(
            String resource, BoundCommand bound, Actor person, @Nullable String key, @Nullable Long expectedVersion) {
        Actor actor = person.through(bound.actingBody());
        if (key != null) {
            Optional<Outcome> first = repeated(resource, bound, actor, key);
            if (first.isPresent()) {
                return first.get();
            }
        }
        String requestKey = key == null ? UUID.randomUUID().toString() : key;
        try {
            Commit commit = dispatch(resource, sealed(bound), metaData(actor, requestKey, bound, expectedVersion));
            return Outcome.of(resource, commit, false);
        } catch (DuplicateRequestException e) {
            forgetFreshKey(bound);
            return repeated(resource, bound, requestKey, e.first());
        } catch (OutcomeUnknownException e) {
            LOG.warn("the outcome under the request key {} is unknown: {}", requestKey, e.getMessage());
            throw new RejectedException(new ServiceRejection.OutcomeUnknown(requestKey, UNKNOWN_RETRY_AFTER_SECONDS));
        } catch (RejectedException refusal) {
            forgetFreshKey(bound);
            if (key != null) {
                Optional<Outcome> first = repeated(resource, bound, actor, key);
                if (first.isPresent()) {
                    return first.get();
                }
            }
            LOG.atInfo()
                    .addKeyValue("command", bound.command().getClass().getSimpleName())
                    .addKeyValue("resource", resource)
                    .addKeyValue("actor", actor.person())
                    .addKeyValue("organisation", actor.organisation().value())
                    .addKeyValue("role", actor.role())
                    .addKeyValue("reason", refusal.rejection().code())
                    .log("Command refused");
            throw refusal;
        }
    }

    private static MetaData metaData(
            Actor actor, String requestKey, BoundCommand bound, @Nullable Long expectedVersion) {
        MetaData metaData = ActorMetadata.of(actor)
                .and(ActorMetadata.REQUEST_KEY, requestKey)
                .and(ActorMetadata.COMMAND_DIGEST, bound.digest());
        if (bound.followsUp()) {
            metaData = metaData.and(ActorMetadata.FOLLOWS_UP, true);
        }
        return expectedVersion == null ? metaData : metaData.and(ActorMetadata.EXPECTED_VERSION, expectedVersion);
    }

    /** First on the streams as this process knows them; whatever is not recorded then is decided on fresh reads. */
    private Commit dispatch(String resource, RecordCommand command, MetaData metaData) {
        try {
            return run(CommandRun.onCachedStreams(), resource, command, metaData);
        } catch (RejectedException e) {
            meters.decidedAgain(false);
            return decidedAnew(resource, command, metaData);
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            meters.decidedAgain(true);
            return decidedAnew(resource, command, metaData);
        }
    }

    private Commit decidedAnew(String resource, RecordCommand command, MetaData metaData) {
        ledger.catchUp();
        try {
            return Objects.requireNonNull(onConflict.execute(() -> runFresh(resource, command, metaData)));
        } catch (RetryException e) {
            Throwable last = e.getCause();
            if (last instanceof ConcurrencyException || last instanceof AggregateStreamCreationException) {
                throw new RejectedException(new ServiceRejection.TooManyConflicts(RETRY_AFTER_SECONDS));
            }
            if (last instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(last);
        }
    }

    private Commit runFresh(String resource, RecordCommand command, MetaData metaData) {
        try {
            return run(CommandRun.onFreshReads(), resource, command, metaData);
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            meters.decidedAgain(true);
            throw e;
        }
    }

    private Commit run(CommandRun run, String resource, RecordCommand command, MetaData metaData) {
        commands.sendAndWait(new GenericCommandMessage<>(
                new GenericMessage<>(command, metaData.mergedWith(run.asMetaData())), resource));
        return run.recorded().get(0);
    }

    private RecordCommand sealed(BoundCommand bound) {
        PersonalData.Clear clear = bound.personalData();
        return clear == null ? bound.command() : bound.sealing().apply(vault.seal(memberOf(bound), clear));
    }

    /** A data key made for a record that did not come to be. An id that the client chose may be another member's. */
    private void forgetFreshKey(BoundCommand bound) {
        if (bound.freshId() && bound.personalData() != null) {
            vault.forget(memberOf(bound));
        }
    }

    private static MemberId memberOf(BoundCommand bound) {
        return new MemberId(bound.command().id().value());
    }

    private Optional<Outcome> repeated(String resource, BoundCommand bound, Actor actor, String key) {
        return ledger.commitByRequest(actor.person(), key).map(first -> repeated(resource, bound, key, first));
    }

    private Outcome repeated(String resource, BoundCommand bound, String key, Commit first) {
        if (!bound.digest().equals(first.commandDigest()) || !samePersonalData(bound.personalData(), first)) {
            throw new RejectedException(new ServiceRejection.IdempotencyKeyReused(key, first.last()));
        }
        return Outcome.of(resource, first, true);
    }

    /** Personal data are not in the digest, so they are compared with what was sealed then, while it can be opened. */
    private boolean samePersonalData(PersonalData.@Nullable Clear given, Commit first) {
        if (given == null) {
            return true;
        }
        Entry entry = first.entries().get(0);
        JsonNode sealed = entry.payloadTree().findValue("personalData");
        return vault.open(
                        new MemberId(entry.streamId()),
                        EventJson.mapper().treeToValue(sealed, PersonalData.Sealed.class))
                .map(given::equals)
                .orElse(true);
    }
}
