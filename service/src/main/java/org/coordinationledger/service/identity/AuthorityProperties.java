package org.coordinationledger.service.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is believed about who may act, and how far reading reaches.
 *
 * @param authority {@code mandates} or {@code logins}
 * @param reading {@code own-line} or {@code everything}
 */
@ConfigurationProperties("ledger")
public record AuthorityProperties(AuthoritySource authority, ReadingExtent reading) {}
