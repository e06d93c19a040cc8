package org.coordinationledger.service.identity;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.vocabulary.OrganisationId;

/**
 * Somebody who may log in. One person who acts for two organisations, or in two roles, has two users.
 *
 * @param username 1 to 64 letters, digits, dots, hyphens or underscores
 * @param passwordHash in Spring Security's form with the algorithm in front, {@code {bcrypt}$2a$…}
 * @param person the opaque code that goes into the ledger, 1 to 64 letters, digits or hyphens; never a name
 */
public record User(String username, String passwordHash, String person, OrganisationId organisation, Role role) {

    /** Refuses what cannot be a user with an {@link IllegalArgumentException} that does not repeat the hash. */
    public User {
        require(username, "[A-Za-z0-9._-]{1,64}", "username");
        require(passwordHash, "\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}", "passwordHash of " + username);
        require(person, "[A-Za-z0-9-]{1,64}", "person of " + username);
        if (organisation == null || role == null) {
            throw new IllegalArgumentException("user " + username + " has no organisation or no role");
        }
    }

    /** As whom this user acts. */
    public Actor actor() {
        return new Actor(person, organisation, role);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "User[" + username + ", " + actor() + "]";
    }

    private static void require(String value, String form, String what) {
        if (value == null || !value.matches(form)) {
            throw new IllegalArgumentException("invalid " + what);
        }
    }
}
