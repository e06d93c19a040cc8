package org.coordinationledger.view.lives;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.EventNames;
import org.coordinationledger.ledger.LedgerEventStore;
import org.coordinationledger.ledger.LedgerStorageEngine;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NamedEventSerializer;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** A ledger in a database of its own, with lives recorded in it, and what they mean by the plain fold. */
public final class TestLedger implements AutoCloseable {

    private final TestDatabase database;
    public final LedgerStore ledger;
    public final LedgerEventStore events;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Life> lives = new HashMap<>();
    private final Map<String, List<Step<?>>> steps = new HashMap<>();

    public TestLedger(TestServer server) {
        this.database = server.freshDatabase();
        this.ledger = LedgerStore.builder(database.client(), database.name()).build();
        this.events = events(ledger);
    }

    /** The token store as a process with this name uses it. */
    public TokenStore tokens(String node) {
        return MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database())
                        .trackingTokensCollectionName("tokens")
                        .build())
                .serializer(general())
                .nodeId(node)
                .build();
    }

    public MongoDatabase database() {
        return database.client().getDatabase(database.name());
    }

    /** The plain fold of a record, with the positions that it was recorded at. */
    public Timeline<?, ?> timeline(Life life) {
        Timeline<?, ?> timeline = life.view().type().empty();
        for (Step<?> step : steps.getOrDefault(life.record(), List.of())) {
            timeline = timeline.plus(step);
        }
        return timeline;
    }

    public List<Life> lives() {
        return List.copyOf(lives.values());
    }

    /** Records deeds of several lives in turn, one to five a commit, with reservations in between. */
    public void record(List<Life> fresh, Random random) {
        Map<Life, Integer> next = new HashMap<>();
        List<Life> left = new ArrayList<>(fresh);
        left.removeIf(life -> life.deeds().isEmpty());
        while (!left.isEmpty()) {
            List<DomainEventMessage<?>> commit = new ArrayList<>();
            int size = 1 + random.nextInt(5);
            for (int i = 0; i < size && !left.isEmpty(); i++) {
                Life life = left.get(random.nextInt(left.size()));
                int deed = next.merge(life, 1, Integer::sum) - 1;
                commit.add(message(life, life.deeds().get(deed)));
                if (deed == life.deeds().size() - 1) {
                    left.remove(life);
                }
            }
            if (random.nextInt(4) == 0) {
                commit.add(reservation());
            }
            publish(commit);
        }
    }

    /** Records these deeds as one commit. */
    public void recordAtOnce(Life life, List<Life.Deed> deeds) {
        publish(deeds.stream().<DomainEventMessage<?>>map(d -> message(life, d)).toList());
    }

    private DomainEventMessage<?> message(Life life, Life.Deed deed) {
        lives.put(life.record(), life);
        Actor actor = deed.actor();
        return new GenericDomainEventMessage<>(
                life.view().type().name(),
                life.record(),
                sequences.merge(life.record(), 0L, (a, b) -> a + 1),
                deed.event(),
                MetaData.with("actor", actor.person())
                        .and("organisation", actor.organisation().value())
                        .and("role", actor.role().name()));
    }

    private DomainEventMessage<?> reservation() {
        return new GenericDomainEventMessage<>(
                Catalogue.RESERVATION,
                "key-1",
                sequences.merge("key-1", 0L, (a, b) -> a + 1),
                new ReservationEvent.Released("nobody"),
                MetaData.emptyInstance());
    }

    private void publish(List<DomainEventMessage<?>> commit) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        events.publish(commit);
        unitOfWork.commit();
        long position = LedgerEventStore.recordedBy(unitOfWork).get(0).first();
        for (DomainEventMessage<?> message : commit) {
            Life life = lives.get(message.getAggregateIdentifier());
            if (life != null) {
                long sequence = message.getSequenceNumber();
                Life.Deed deed = life.deeds().get((int) sequence);
                steps.computeIfAbsent(life.record(), r -> new ArrayList<>())
                        .add(new Step<>(sequence, position, deed.actor(), deed.event()));
            }
            position++;
        }
    }

    private static LedgerEventStore events(LedgerStore ledger) {
        Jackson3Serializer.Builder settings =
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventJson::settingsOn);
        return new LedgerEventStore(
                EmbeddedEventStore.builder(),
                LedgerStorageEngine.builder(ledger)
                        .eventSerializer(new NamedEventSerializer(settings, new Names()))
                        .snapshotSerializer(general())
                        .build());
    }

    private static Serializer general() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }

    private static final class Names implements EventNames {
        @Override
        public String nameOf(Class<?> eventClass) {
            return Catalogue.of(eventClass).orElseThrow().name();
        }

        @Override
        public String revisionOf(Class<?> eventClass) {
            return String.valueOf(Catalogue.of(eventClass).orElseThrow().revision());
        }

        @Override
        public Class<?> classOf(String name, String revision) {
            return Catalogue.named(name).orElseThrow().type();
        }
    }

    @Override
    public void close() {
        events.shutDown();
        ledger.close();
        database.close();
    }
}
