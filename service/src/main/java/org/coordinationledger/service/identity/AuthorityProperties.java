package org.coordinationledger.service.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is believed about who may act.
 *
 * @param authority {@code mandates} or {@code logins}
 */
@ConfigurationProperties("ledger")
public record AuthorityProperties(AuthoritySource authority) {}
