package org.coordinationledger.service.identity;

import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.springframework.security.core.Authentication;

/**
 * Tells as whom somebody acts who has been authenticated. The one place where another source of identity (OpenID
 * Connect) is put in: its own security filter chain and a bean of this type take the place of the users file.
 */
public interface ActorProvider {

    /** The actor, or empty if this authentication names none. */
    Optional<Actor> actorOf(Authentication authentication);
}
