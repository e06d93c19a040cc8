package org.coordinationledger.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;

/** One decision of an aggregate, told as given, when, then, on Axon's fixture. */
public final class Decision<A> {

    private final AggregateTestFixture<A> fixture;
    private final RegistryInMemory registry;
    private final String resource;
    private final List<Object> given = new ArrayList<>();

    private Decision(Class<A> aggregate, RecordType<?, ?> type, RegistryInMemory registry) {
        this.resource = type.resource();
        this.fixture = new AggregateTestFixture<>(aggregate);
        this.registry = registry;
        fixture.registerInjectableResource(registry);
    }

    /** A decision of this aggregate among the records of a registry. */
    public static <A> Decision<A> of(Class<A> aggregate, RecordType<?, ?> type, RegistryInMemory registry) {
        return new Decision<>(aggregate, type, registry);
    }

    /** A step that the record has taken before. */
    public Decision<A> given(Actor actor, RecordEvent event) {
        given.add(GenericEventMessage.asEventMessage(event).withMetaData(ActorMetadata.of(actor)));
        return this;
    }

    public Then when(Actor actor, RecordCommand command) {
        int before = registry.recorded().size();
        var executor = given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(given);
        return new Then(executor.when(new GenericCommandMessage<>(
                new GenericMessage<>(command, ActorMetadata.of(actor)), resource)), before, registry.recordedAlong().size());
    }

    /** What came of it. */
    public final class Then {

        private final ResultValidator<A> result;
        private final int keysBefore;
        private final int alongBefore;

        private Then(ResultValidator<A> result, int keysBefore, int alongBefore) {
            this.result = result;
            this.keysBefore = keysBefore;
            this.alongBefore = alongBefore;
        }

        /** Exactly this event was recorded about the record, with the actor. */
        public Then recorded(RecordEvent event) {
            result.expectSuccessfulHandlerExecution().expectEvents(event);
            return this;
        }

        /** Nothing was recorded, about the record, another or any key, for this reason. */
        public Then refused(Rejection rejection) {
            result.expectNoEvents()
                    .expectException(Matchers.matches((Object e) ->
                            e instanceof RejectedException refused && refused.rejection().equals(rejection)));
            assertThat(registry.recorded()).hasSize(keysBefore);
            assertThat(registry.recordedAlong()).hasSize(alongBefore);
            return this;
        }

        /** Exactly this was recorded about other records, in the commit. */
        public Then along(RegistryInMemory.RecordedAlong... recorded) {
            assertThat(registry.recordedAlong()).containsExactly(recorded);
            return this;
        }

        /** Exactly this was recorded about keys. */
        public Then keys(RegistryInMemory.Recorded... recorded) {
            assertThat(registry.recorded()).containsExactly(recorded);
            return this;
        }
    }
}
