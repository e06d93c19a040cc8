package org.coordinationledger.service.personaldata;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.coordinationledger.service.ledger.KeyStoreConnection;
import org.coordinationledger.service.ledger.StoreConnection;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys and the log of reads, in a database of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeysProperties.class)
class PersonalDataConfiguration {

    @Bean
    KeyStoreConnection keyStoreConnection(
            KeysProperties properties, StoreConnection connection, MongoClient mongoClient) {
        return KeyStoreConnection.of(properties.mongodbUri(), connection, mongoClient);
    }

    @Bean
    PersonalDataVault personalDataVault(
            KeysProperties properties, StoreConnection connection, KeyStoreConnection keyStore) {
        if (connection.isEmbedded()) {
            KeyEncryptionKeys.createIfAbsent(properties.kekFile());
        }
        return new MongoPersonalDataVault(
                keyStore.database(), KeyEncryptionKeys.read(properties.kekFile()), Clock.systemUTC());
    }

    @Bean
    PersonalDataReads personalDataReads(KeyStoreConnection keyStore, PersonalDataVault vault) {
        return new PersonalDataReads(keyStore.database(), vault, Clock.systemUTC());
    }
}
