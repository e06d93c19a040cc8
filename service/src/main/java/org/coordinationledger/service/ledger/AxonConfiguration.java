package org.coordinationledger.service.ledger;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.EventNames;
import org.coordinationledger.ledger.LedgerEventStore;
import org.coordinationledger.ledger.LedgerStorageEngine;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NamedEventSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon on the ledger: the event store, tokens beside it, Jackson 3 everywhere, no server. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    @Bean
    EventNames eventNames() {
        return new CatalogueNames();
    }

    /** Events under the catalogue's names, in the JSON of {@link EventJson}. */
    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventNames names) {
        return new NamedEventSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventJson::settingsOn), names);
    }

    /** Axon's tokens name their own classes inside; no other class may be named. */
    @Bean
    Jackson3SerializerCustomizer axonTokens() {
        return builder -> builder.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build());
    }

    @Bean(destroyMethod = "shutDown")
    LedgerEventStore eventStore(
            LedgerStore ledger,
            LedgerProperties properties,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            ObjectProvider<Serializer> general,
            ObjectProvider<EventUpcaster> upcasters) {
        LedgerStorageEngine engine = LedgerStorageEngine.builder(ledger)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(general.getObject())
                .upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()))
                .cacheBytes(properties.cacheSize().toBytes())
                .build();
        return new LedgerEventStore(EmbeddedEventStore.builder(), engine);
    }

    /**
     * Beside the ledger, so that a restored database has both or neither, and apart for each log: a token of another
     * ledger is not found, and its processor begins anew.
     */
    @Bean
    TokenStore tokenStore(MongoDatabase database, LedgerStore ledger, Serializer serializer) {
        return MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database)
                        .trackingTokensCollectionName("tokens-" + ledger.logId())
                        .build())
                .serializer(serializer)
                .claimTimeout(ProcessorClaims.HOLD)
                .build();
    }
}
