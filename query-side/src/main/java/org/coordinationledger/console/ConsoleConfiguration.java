package org.coordinationledger.console;

import java.time.Clock;
import org.coordinationledger.console.form.CommandSide;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.service.identity.LoginTokens;
import org.coordinationledger.service.side.OtherSide;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.store.Generations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The console. Its pages are found in the packages below this one. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ConsoleConfiguration {

    private static final String COMMAND_SIDE = "ledger.console.command-side";

    @Bean
    Reading reading(
            FeatureViews views,
            Generations generations,
            ReadPoints points,
            ReadingCircles circles,
            Clock ledgerClock) {
        return new Reading(views, generations, points, circles, ledgerClock);
    }

    @Bean
    CommandSide commandSide(Environment settings, LoginTokens tokens, Clock ledgerClock) {
        return new CommandSide(new OtherSide(settings, COMMAND_SIDE, tokens, ledgerClock));
    }
}
