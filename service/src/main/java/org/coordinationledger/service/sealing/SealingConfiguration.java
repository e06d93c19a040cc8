package org.coordinationledger.service.sealing;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.LogGate;
import org.coordinationledger.ledger.sealing.LogKeys;
import org.coordinationledger.ledger.sealing.Sealer;
import org.coordinationledger.ledger.sealing.Witness;
import org.coordinationledger.ledger.sealing.Witnesses;
import org.coordinationledger.service.ledger.StoreConnection;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Seals the ledger. Imported by the side that records, since nothing is recorded unless the ledger has been checked against
 * its checkpoints; the side that shows needs no key.
 */
@EnableConfigurationProperties(LogProperties.class)
public class SealingConfiguration {

    @Bean
    LogGate logGate() {
        return new LogGate();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sealer sealer(LedgerStore ledger, LogGate gate, StoreConnection connection, LogProperties properties) {
        if (connection.isEmbedded()) {
            LogKeyFile.createIfAbsent(properties.keyFile());
            try {
                Files.createDirectories(properties.pinDir());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String named = properties.origin();
        String origin = named == null || named.isBlank() ? ledger.logId() : named.strip();
        LogKeys keys = LogKeys.of(origin, LogKeyFile.read(properties.keyFile()));
        List<Witness> witnesses = properties.witnesses().stream()
                .map(witness -> Witness.of(witness.vkey(), witness.url()))
                .toList();
        return new Sealer(
                ledger, keys, properties.pinDir(), gate, Clock.systemUTC(),
                new Witnesses(ledger, witnesses, Clock.systemUTC()), published -> {});
    }

    @Bean
    MeterBinder sealingMeters(Sealer sealer, LedgerStore ledger) {
        return new SealingMeters(sealer::status, sealer::witnesses, ledger::knownTail, Clock.systemUTC());
    }

    @Bean("logHealthIndicator")
    LogHealth logHealth(Sealer sealer) {
        return new LogHealth(sealer::status);
    }
}
