package org.coordinationledger.demo;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.demo.Plan.Command;
import org.coordinationledger.demo.Plan.Stage;
import org.coordinationledger.demo.Scenario.Assumptions;
import tools.jackson.databind.node.ObjectNode;

/** The mandates without which nobody records: the administrator grants one to each login, as soon as who it acts for stands. */
final class Mandates {

    private Mandates() {}

    /** Mandates for the two persons of each organisation. */
    static Stage toActFor(List<Organisation> organisations, Logins logins, Assumptions assumptions, String place) {
        return new Stage(
                "mandates",
                organisations.stream()
                        .map(o -> List.of(
                                granting(logins, logins.recorderOf(o.key()), since(o, assumptions), place),
                                granting(logins, logins.deciderOf(o.key()), since(o, assumptions), place)))
                        .toList());
    }

    private static LocalDate since(Organisation organisation, Assumptions assumptions) {
        LocalDate since = organisation.since();
        return since == null ? assumptions.organisationsStandSince() : since;
    }

    private static Command granting(Logins logins, Login login, LocalDate since, String place) {
        ObjectNode body = Bodies.step(since)
                .put("id", Ids.of("mandates/" + login.username()))
                .put("person", login.person())
                .put("organisation", login.organisation())
                .put("role", login.role())
                .put("illustrative", true);
        return new Command(
                place,
                "grant a mandate to " + login,
                "demo.mandates." + login.username(),
                logins.administrator(),
                "/mandates",
                body);
    }
}
