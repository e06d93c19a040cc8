package org.coordinationledger.demo;

/**
 * Somebody who can log in to the demonstration.
 *
 * @param person an opaque code
 * @param organisation the id of the organisation acted for
 * @param role the name of an {@link org.coordinationledger.actor.Role}
 */
record Login(
        String username, String password, String person, String organisation, String organisationName, String role) {

    @Override
    public String toString() {
        return username + " (" + role + ")";
    }
}
