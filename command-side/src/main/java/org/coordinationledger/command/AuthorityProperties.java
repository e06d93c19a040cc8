package org.coordinationledger.command;

import org.coordinationledger.command.record.AuthoritySource;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is believed about who may act.
 *
 * @param authority {@code mandates} or {@code logins}
 */
@ConfigurationProperties("ledger")
record AuthorityProperties(AuthoritySource authority) {}
