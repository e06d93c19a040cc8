package org.coordinationledger.reminder.command;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.mongo.MongoLockProvider;
import org.coordinationledger.command.api.FollowUpCommands;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.service.identity.Administration;
import org.coordinationledger.service.overdue.OverdueReads;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The task that sends reminders. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ReminderProperties.class)
public class ReminderConfiguration {

    private static final String LOCKS = "locks";

    @Bean
    ReminderRun reminderRun(
            FollowUpCommands commands,
            LedgerReader ledger,
            MongoDatabase database,
            Administration administration,
            Clock ledgerClock,
            ReminderProperties properties) {
        return new ReminderRun(
                commands, ledger, new OverdueReads(database, ledger), administration, ledgerClock, properties);
    }

    @Bean
    LockingTaskExecutor onceAcrossProcesses(MongoDatabase database) {
        return new DefaultLockingTaskExecutor(new MongoLockProvider(database.getCollection(LOCKS)));
    }

    @Bean
    ReminderSchedule reminderSchedule(
            ReminderRun reminders,
            LockingTaskExecutor once,
            Clock ledgerClock,
            ReminderProperties properties,
            MeterRegistry meters) {
        return new ReminderSchedule(reminders::run, once, ledgerClock, properties.longestRun(), meters);
    }
}
