package org.coordinationledger.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.updates.UpdateChecker;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerEventStore;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.probe.ProbeApplication;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class LedgerWiringTest {

    private static final Instant THEN = Instant.parse("2015-07-01T03:00:00Z");

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static ConfigurableApplicationContext started(TestServer server, Path folder) {
        String database = "wiring-" + UUID.randomUUID();
        SpringApplicationBuilder application = new SpringApplicationBuilder(ProbeApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clockOfTheDemo", Clock.class, () -> Clock.fixed(THEN, ZoneOffset.UTC)))
                .properties(
                        "server.port=0",
                        "ledger.data-dir=" + folder,
                        "ledger.database=" + database);
        if (server.isEmbedded()) {
            return application.run();
        }
        writeKey(folder.resolve("kek"));
        return application.run("--ledger.mongodb-uri=" + server.connectionString());
    }

    private static void writeKey(Path kek) {
        try {
            Files.writeString(kek, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void axon_records_in_the_ledger_under_the_catalogues_names(TestServer server) {
        try (ConfigurableApplicationContext context =
                started(server, MongoServers.temporaryFolder("wiring"))) {
            LedgerReader ledger = context.getBean(LedgerReader.class);
            EventStore events = context.getBean(EventStore.class);
            assertThat(events).isInstanceOf(LedgerEventStore.class);
            CellAssignmentEvent event =
                    new CellAssignmentEvent.Agreed(LocalDate.of(2018, 5, 31), new DocumentNumber("12-CV/ĐU"));
            publish(events, event);

            Entry entry = ledger.entry(0).orElseThrow();
            assertThat(entry.eventName()).isEqualTo("cell-assignment.agreed");
            assertThat(entry.eventRevision()).isEqualTo("1");
            assertThat(entry.recordedAt()).isEqualTo(THEN);
            assertThat(entry.json())
                    .contains("\"payload\":{\"document\":\"12-CV/ĐU\",\"effectiveOn\":\"2018-05-31\"}");
            assertThat(events.readEvents("a-1").next().getPayload()).isEqualTo(event);

            assertThatThrownBy(() -> publish(events, "not in the catalogue"))
                    .hasStackTraceContaining("not in the catalogue");
            assertThat(ledger.tail()).isZero();

            tokensSurvive(context);
            onlyAxonsOwnClassesAreNamed(context.getBean("serializer", Serializer.class));
            assertThat(context.getBean(StoreHealth.class).health().getStatus()).isEqualTo(Status.UP);
            assertThat(context.getBean(PersonalDataVault.class)).isNotNull();
            assertThat(context.getBeansOfType(UpdateChecker.class)).isEmpty();
        }
    }

    private static void publish(EventStore events, Object payload) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.execute(() -> events.publish(List.of(
                new GenericDomainEventMessage<>("CellAssignment", "a-1", 0, payload, MetaData.emptyInstance()))));
    }

    private static void tokensSurvive(ConfigurableApplicationContext context) {
        TokenStore tokens = context.getBean(TokenStore.class);
        tokens.initializeTokenSegments("views", 1);
        TrackingToken replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(7), new GlobalSequenceTrackingToken(3));
        tokens.storeToken(replay, "views", 0);
        assertThat(tokens.fetchToken("views", 0)).isEqualTo(replay);
        assertThat(context.getBean(MongoDatabase.class)
                        .getCollection("tokens-" + context.getBean(LedgerStore.class).logId())
                        .countDocuments())
                .isPositive();
    }

    private static void onlyAxonsOwnClassesAreNamed(Serializer serializer) {
        assertThat(serializer).isInstanceOf(Jackson3Serializer.class);
        String hostile =
                """
                {"@class":"org.axonframework.eventhandling.ReplayToken","tokenAtReset":\
                {"@class":"javax.swing.JEditorPane"},"currentToken":null,"context":null}""";
        SimpleSerializedObject<String> stored = new SimpleSerializedObject<>(
                hostile, String.class, new SimpleSerializedType(ReplayToken.class.getName(), null));
        assertThatThrownBy(() -> serializer.deserialize(stored)).isNotNull();
    }
}
