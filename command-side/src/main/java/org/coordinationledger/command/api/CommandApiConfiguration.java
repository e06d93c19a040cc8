package org.coordinationledger.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command API. */
@Configuration(proxyBeanMethods = false)
@Import({CommandController.class, TextController.class})
public class CommandApiConfiguration {

    @Bean
    CommandBinding commandBinding(Clock ledgerClock) {
        return new CommandBinding(ledgerClock);
    }

    @Bean
    CommandApiDescription commandApiDescription(CommandFeatures features, Messages messages) {
        return new CommandApiDescription(features, messages);
    }

    @Bean
    CommandDesk commandDesk(
            CommandGateway commands, LedgerReader ledger, PersonalDataVault vault, MeterRegistry meters) {
        return new CommandDesk(commands, ledger, vault, new CommandMeters(meters));
    }

    @Bean
    FollowUpCommands followUpCommands(CommandDesk desk) {
        return new FollowUpCommands(desk);
    }

    @Bean
    Previews previews(CommandFeatures features, CommandBinding binding, Registry registry) {
        return new Previews(features, binding, registry);
    }
}
