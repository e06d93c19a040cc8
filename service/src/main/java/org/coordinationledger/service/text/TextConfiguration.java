package org.coordinationledger.service.text;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Texts beside the ledger, in its own database, so that one backup holds what events name. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    TextStore textStore(MongoDatabase ledgerDatabase) {
        return new MongoTextStore(ledgerDatabase, Clock.systemUTC());
    }
}
