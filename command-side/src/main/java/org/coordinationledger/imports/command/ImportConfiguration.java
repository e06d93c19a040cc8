package org.coordinationledger.imports.command;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.directory.NamedOrganisation;
import org.coordinationledger.service.directory.OrganisationNames;
import org.coordinationledger.service.overdue.OverdueReads;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.Dates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Imports from spreadsheets. */
@Configuration(proxyBeanMethods = false)
@Import(ImportController.class)
@EnableConfigurationProperties(ImportLimits.class)
public class ImportConfiguration {

    private static final int RETRY_AFTER_SECONDS = 5;

    @Bean
    Declarations importDeclarations(CommandSeries commands) {
        return new Declarations(commands);
    }

    @Bean
    ImportStore importStore(MongoDatabase database) {
        ImportStore store = new ImportStore(database);
        store.prepare();
        return store;
    }

    @Bean
    Imports imports(
            Declarations declarations,
            CommandSeries commands,
            ImportStore store,
            MongoDatabase database,
            LedgerReader ledger,
            PersonalDataVault vault,
            ProblemWriter problems,
            Messages messages,
            ImportLimits limits,
            Clock ledgerClock) {
        OrganisationNames names = new OrganisationNames(database, new OverdueReads(database, ledger));
        Supplier<List<NamedOrganisation>> directory = () -> names
                .on(LocalDate.now(ledgerClock.withZone(Dates.ZONE)))
                .orElseThrow(() -> new RejectedException(new ServiceRejection.StoreUnreachable(RETRY_AFTER_SECONDS)));
        return new Imports(
                declarations, new SpreadsheetReader(limits), new RowPlanner(commands, new CellValues(messages, limits)),
                store, vault, directory, problems, messages, limits, ledgerClock);
    }

    @Bean
    ImportFiles importFiles(Imports imports, Messages messages) {
        return new ImportFiles(imports, messages);
    }

    @Bean
    ImportRecorder importRecorder(
            Imports imports,
            ImportStore store,
            CommandSeries commands,
            PersonalDataVault vault,
            LockingTaskExecutor once) {
        return new ImportRecorder(imports, store, commands, vault, once);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ImportApiDescription importApiDescription() {
        return new ImportApiDescription();
    }
}
