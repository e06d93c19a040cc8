package org.coordinationledger.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.service.identity.LoginTokens;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.side.OtherSide;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The command API. */
@Configuration(proxyBeanMethods = false)
@Import({CommandController.class, FormController.class, TextController.class})
public class CommandApiConfiguration {

    private static final String QUERY_SIDE = "ledger.figures.query-side";

    @Bean
    CommandBinding commandBinding(Clock ledgerClock) {
        return new CommandBinding(ledgerClock);
    }

    @Bean
    CommandDescriptions commandDescriptions(CommandFeatures features, CommandBinding binding) {
        return new CommandDescriptions(features, binding);
    }

    /** Works the descriptions out once the service is up, so that the first who asks for a form does not wait for them. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> describedAhead(CommandDescriptions descriptions) {
        return ready -> {
            Thread ahead = new Thread(descriptions::all, "command-descriptions");
            ahead.setDaemon(true);
            ahead.setPriority(Thread.MIN_PRIORITY);
            ahead.start();
        };
    }

    @Bean
    PossibleSteps possibleSteps(
            CommandFeatures features,
            CommandBinding binding,
            CommandDescriptions descriptions,
            Previews previews,
            ProblemWriter problems,
            Clock ledgerClock) {
        return new PossibleSteps(features, binding, descriptions, previews, problems, ledgerClock);
    }

    @Bean
    CommandApiDescription commandApiDescription(
            CommandFeatures features, CommandDescriptions descriptions, Messages messages) {
        return new CommandApiDescription(features, descriptions, messages);
    }

    @Bean
    CommandDesk commandDesk(
            CommandGateway commands, LedgerReader ledger, PersonalDataVault vault, MeterRegistry meters) {
        return new CommandDesk(commands, ledger, vault, new CommandMeters(meters));
    }

    @Bean
    FigureChecks figureChecks(Environment settings, LoginTokens tokens, LedgerReader ledger, Clock ledgerClock) {
        return new FigureChecks(new QuerySide(new OtherSide(settings, QUERY_SIDE, tokens, ledgerClock)), ledger);
    }

    @Bean
    FollowUpCommands followUpCommands(CommandDesk desk) {
        return new FollowUpCommands(desk);
    }

    @Bean
    Previews previews(CommandFeatures features, CommandBinding binding, Registry registry, LedgerReader ledger) {
        return new Previews(features, binding, registry, ledger);
    }

    @Bean
    CommandSeries commandSeries(
            CommandFeatures features,
            CommandBinding binding,
            CommandDescriptions descriptions,
            CommandDesk desk,
            Registry registry,
            LedgerReader ledger) {
        return new CommandSeries(features, binding, descriptions, desk, registry, ledger);
    }
}
