package org.coordinationledger.command.api;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.command.record.CarriesPersonalData;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.DuplicateRequestException;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.ValueRejection;
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
 * <p>A command that meets another commit in a stream that it read or writes is decided anew, a bounded number of times.
 */
final class CommandDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final CommandGateway commands;
    private final LedgerReader ledger;
    private final PersonalDataVault vault;
    private final RetryTemplate onConflict = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(30)
            .delay(Duration.ofMillis(2))
            .multiplier(1.5)
            .jitter(Duration.ofMillis(2))
            .maxDelay(Duration.ofMillis(100))
            .includes(ConcurrencyException.class, AggregateStreamCreationException.class)
            .build());

    CommandDesk(CommandGateway commands, LedgerReader ledger, PersonalDataVault vault) {
        this.commands = commands;
        this.ledger = ledger;
        this.vault = vault;
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
        Actor actor = person.through(bound.actingBody());
        if (key != null) {
            Optional<Outcome> first = repeated(resource, bound, actor, key);
            if (first.isPresent()) {
                return first.get();
            }
        }
        String requestKey = key == null ? UUID.randomUUID().toString() : key;
        try {
            BoundCommand sealed = sealed(bound);
            dispatch(resource, sealed, metaData(actor, requestKey, bound.digest(), expectedVersion));
        } catch (DuplicateRequestException e) {
            forgetFreshKey(bound);
            return repeated(resource, bound, requestKey, e.first());
        } catch (RejectedException refusal) {
            forgetFreshKey(bound);
            if (key != null) {
                Optional<Outcome> first = repeated(resource, bound, actor, key);
                if (first.isPresent()) {
                    return first.get();
                }
            }
            LOG.atInfo()
                    .addKeyValue("command", bound.name())
                    .addKeyValue("actor", actor.person())
                    .addKeyValue("organisation", actor.organisation().value())
                    .addKeyValue("role", actor.role())
                    .addKeyValue("reason", refusal.rejection().code())
                    .log("Command refused");
            throw refusal;
        }
        Commit commit = ledger.commitByRequest(actor.person(), requestKey)
                .orElseThrow(() -> new IllegalStateException("an acknowledged commit is not in the ledger"));
        return Outcome.of(resource, commit, false);
    }

    private static MetaData metaData(
            Actor actor, String requestKey, String digest, @Nullable Long expectedVersion) {
        MetaData metaData = ActorMetadata.of(actor)
                .and(ActorMetadata.REQUEST_KEY, requestKey)
                .and(ActorMetadata.COMMAND_DIGEST, digest);
        return expectedVersion == null ? metaData : metaData.and(ActorMetadata.EXPECTED_VERSION, expectedVersion);
    }

    private void dispatch(String resource, BoundCommand bound, MetaData metaData) {
        try {
            onConflict.execute(() -> commands.sendAndWait(new GenericCommandMessage<>(
                    new GenericMessage<>(bound.command(), metaData), bound.name())));
        } catch (RetryException e) {
            Throwable last = e.getCause();
            if (last instanceof ConcurrencyException || last instanceof AggregateStreamCreationException) {
                throw new RejectedException(new ServiceRejection.TooManyConflicts(RETRY_AFTER_SECONDS));
            }
            if (last instanceof AggregateNotFoundException) {
                throw new RejectedException(new ServiceRejection.UnknownRecord(
                        resource, bound.command().id().value()));
            }
            if (last instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(last);
        }
    }

    /** The command with personal data sealed, found to have all that its event needs. */
    private BoundCommand sealed(BoundCommand bound) {
        RecordCommand command = bound.command();
        if (command instanceof CarriesPersonalData carrier) {
            if (!(carrier.personalData() instanceof PersonalData.Clear clear)) {
                throw new RejectedException(new ServiceRejection.MissingField("personalData"));
            }
            command = carrier.withPersonalData(vault.seal(new MemberId(command.id().value()), clear));
        }
        try {
            command.event();
        } catch (RejectedException e) {
            if (e.rejection() instanceof ValueRejection.Missing missing) {
                throw new RejectedException(new ServiceRejection.MissingField(missing.component()));
            }
            throw e;
        }
        return bound.with(command);
    }

    /** A data key made for a record that did not come to be. An id that the client chose may be another member's. */
    private void forgetFreshKey(BoundCommand bound) {
        if (bound.freshId() && bound.command() instanceof CarriesPersonalData carrier) {
            vault.forget(new MemberId(carrier.id().value()));
        }
    }

    private Optional<Outcome> repeated(String resource, BoundCommand bound, Actor actor, String key) {
        return ledger.commitByRequest(actor.person(), key).map(first -> repeated(resource, bound, key, first));
    }

    private Outcome repeated(String resource, BoundCommand bound, String key, Commit first) {
        if (!bound.digest().equals(first.commandDigest()) || !samePersonalData(bound.command(), first)) {
            throw new RejectedException(new ServiceRejection.IdempotencyKeyReused(key, first.last()));
        }
        return Outcome.of(resource, first, true);
    }

    /** Personal data are not in the digest, so they are compared with what was sealed then, while it can be opened. */
    private boolean samePersonalData(RecordCommand command, Commit first) {
        if (!(command instanceof CarriesPersonalData carrier)) {
            return true;
        }
        JsonNode sealed = first.entries().get(0).payload().path("personalData");
        return vault.open(
                        new MemberId(first.entries().get(0).streamId()),
                        EventJson.mapper().treeToValue(sealed, PersonalData.Sealed.class))
                .map(clear -> clear.equals(carrier.personalData()))
                .orElse(true);
    }
}
