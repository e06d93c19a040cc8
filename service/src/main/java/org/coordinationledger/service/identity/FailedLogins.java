package org.coordinationledger.service.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logs each failed login: who was named and from where, never the password. */
@Component
final class FailedLogins {

    private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        String named = event.getAuthentication().getName();
        String username = named.matches("[A-Za-z0-9._-]{1,64}") ? named : "(not a username)";
        String address = event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
        LOG.atWarn()
                .setMessage("failed login of {} from {}: {}")
                .addArgument(username)
                .addArgument(address)
                .addArgument(event.getException().getClass().getSimpleName())
                .addKeyValue("username", username)
                .addKeyValue("address", address)
                .log();
    }
}
