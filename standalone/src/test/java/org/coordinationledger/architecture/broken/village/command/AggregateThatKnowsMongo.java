package org.coordinationledger.architecture.broken.village.command;

import com.mongodb.client.MongoClient;
import org.axonframework.commandhandling.CommandHandler;

/** Breaks a rule on purpose. */
public final class AggregateThatKnowsMongo {

    private final MongoClient client;

    AggregateThatKnowsMongo(MongoClient client) {
        this.client = client;
    }

    @CommandHandler
    void handle(VillageCommand command) {
        client.close();
    }
}
