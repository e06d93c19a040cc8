package org.coordinationledger.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coordinationledger.actor.Role;

/**
 * The people of the demonstration: for each organisation one who records and one who decides, and for the whole an
 * administrator and an auditor. Passwords are drawn anew for each run.
 */
final class Logins {

    private static final int PASSWORD_BYTES = 12;

    /** The administration of a service whose settings name no other. */
    private static final String ADMINISTRATION = "administration";

    private static final String ADMINISTRATION_NAME = "Cơ quan quản trị";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Login> byUsername = new LinkedHashMap<>();

    /** Adds the two persons of an organisation. */
    void addTwoFor(Organisation organisation) {
        add(recorderName(organisation.key()), organisation, Role.RECORDER);
        add(deciderName(organisation.key()), organisation, Role.APPROVER);
    }

    /** Adds whoever keeps the register and grants mandates, and whoever reads everything. */
    void addOfficers() {
        add("administrator", ADMINISTRATION, ADMINISTRATION_NAME, Role.ADMINISTRATOR);
        add("auditor", ADMINISTRATION, ADMINISTRATION_NAME, Role.AUDITOR);
    }

    /** Adds somebody who is called so. */
    void add(String key, Organisation organisation, Role role) {
        add(key.replace('/', '.'), organisation.id(), organisation.name(), role);
    }

    Login called(String key) {
        return named(key.replace('/', '.'));
    }

    Login administrator() {
        return named("administrator");
    }

    Login auditor() {
        return named("auditor");
    }

    Login recorderOf(String organisationKey) {
        return named(recorderName(organisationKey));
    }

    Login deciderOf(String organisationKey) {
        return named(deciderName(organisationKey));
    }

    List<Login> all() {
        return List.copyOf(byUsername.values());
    }

    /**
     * So many logins, if there are, that show the variety: first both persons of these organisations and the officers,
     * then whoever comes next.
     */
    List<Login> selection(List<Organisation> organisations, int most) {
        Set<Login> selection = new LinkedHashSet<>();
        organisations.forEach(o -> {
            selection.add(recorderOf(o.key()));
            selection.add(deciderOf(o.key()));
        });
        selection.add(auditor());
        selection.add(administrator());
        selection.addAll(byUsername.values());
        return selection.stream().limit(most).toList();
    }

    private static String recorderName(String key) {
        return key.replace('/', '.') + ".records";
    }

    private static String deciderName(String key) {
        return key.replace('/', '.') + ".decides";
    }

    private Login named(String username) {
        Login login = byUsername.get(username);
        if (login == null) {
            throw new IllegalArgumentException("nobody is called " + username);
        }
        return login;
    }

    private void add(String username, String organisation, String organisationName, Role role) {
        byte[] password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        String person = "P-%04d".formatted(byUsername.size() + 1);
        byUsername.put(
                username,
                new Login(
                        username,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(password),
                        person,
                        organisation,
                        organisationName,
                        role.name()));
    }
}
