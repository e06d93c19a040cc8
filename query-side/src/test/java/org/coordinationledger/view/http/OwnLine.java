package org.coordinationledger.view.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;

/**
 * A running query side where each reads their own line, and who logs in there: for each organisation of the provinces
 * somebody called as its id, and some inspectors and auditors.
 */
final class OwnLine {

    static final int RANDOM_ORGANISATIONS = 6;

    private static final List<String> PROVINCES = List.of(
            "ra", "rb", "rc", "rd", "re", "rf", "rg", "rh", "ri", "rj", "rk", "rl", "rm", "rn", "ro");
    private static final List<String> ORGANISATIONS = List.of("p", "b", "d", "c1", "c2", "s1", "s2", "x1", "x2", "h");
    private static final List<User> USERS = users();

    private OwnLine() {}

    static Stream<QuerySide> sides() {
        return QuerySide.whereEachReadsTheirOwn(USERS);
    }

    private static List<User> users() {
        List<User> users = new ArrayList<>(List.of(
                QuerySide.user("administrator", "administration", Role.ADMINISTRATOR),
                QuerySide.user("auditor", "administration", Role.AUDITOR)));
        for (String province : PROVINCES) {
            users.add(QuerySide.user(province + "-inspector", province + "-p", Role.INSPECTOR));
            users.add(QuerySide.user(province + "-auditor", province + "-p", Role.AUDITOR));
            for (String organisation : ORGANISATIONS) {
                String id = province + "-" + organisation;
                users.add(QuerySide.user(id, id, Role.APPROVER));
            }
        }
        for (int i = 0; i < RANDOM_ORGANISATIONS; i++) {
            users.add(QuerySide.user("org-" + i, "org-" + i, Role.RECORDER));
        }
        return List.copyOf(users);
    }

    /** Grants somebody a mandate to look into an organisation. */
    static void grant(
            QuerySide side, Province province, String who, Role role, String from, String lastDay, String into) {
        hold(side, province, who, role, from, Province.day(lastDay).plusDays(1));
        record(side, province, who, new MandateEvent.Granted(
                Province.day(from), person(province, who), province.organisationId("p"), role, null,
                Province.day(lastDay), List.of(province.organisationId(into)), null, List.of(), true));
    }

    /** Takes a mandate back. */
    static void revoke(QuerySide side, Province province, String who, Role role, String from, String on) {
        hold(side, province, who, role, from, Province.day(on));
        record(side, province, who, new MandateEvent.Revoked(Province.day(on), Province.REASON, List.of()));
    }

    private static PersonCode person(Province province, String who) {
        return new PersonCode("P-" + province.id(who).toUpperCase(Locale.ROOT));
    }

    private static void hold(
            QuerySide side, Province province, String who, Role role, String from, LocalDate to) {
        String key = MandateState.key(person(province, who), province.organisationId("p"), role);
        side.reserve(key, province.id("mandate-" + who), Province.day(from), to);
    }

    private static void record(QuerySide side, Province province, String who, MandateEvent event) {
        side.record(new Deed(
                MandateState.TYPE, province.id("mandate-" + who),
                new Actor("P-ADMINISTRATOR", new OrganisationId("administration"), Role.ADMINISTRATOR), event));
    }
}
