package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.benchmark.generated.Agreements.Pact;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.vocabulary.OrganisationId;

/** Information that parties of an agreement exchange, at meetings and by notice. */
final class Exchanges {

    private static final List<ExchangeTopic> TOPICS = List.of(
            new ExchangeTopic("Tình hình an ninh, trật tự"), new ExchangeTopic("Hoạt động của tội phạm ma túy"),
            new ExchangeTopic("Quản lý đường biên, cột mốc"), new ExchangeTopic("Công tác dân vận"));

    private final World world;

    Exchanges(World world) {
        this.world = world;
    }

    /** False if no agreement is in force. */
    boolean exchange() {
        Pact pact = world.agreements.anyInForce().orElse(null);
        if (pact == null) {
            return false;
        }
        LocalDate day = world.today().minusDays(world.between(0, 15));
        List<OrganisationId> standing =
                pact.parties.stream().filter(party -> world.organisations.stands(party, day)).toList();
        if (!pact.inForceOn(day) || standing.size() < 2) {
            return false;
        }
        OrganisationId from = world.oneOf(standing);
        List<OrganisationId> to = standing.stream().filter(party -> !party.equals(from)).toList();
        List<ExchangeTopic> topics = world.some(TOPICS, 3);
        InformationExchangeEvent event = world.chance(0.6)
                ? new InformationExchangeEvent.Held(day, pact.id(), from, to, topics, null, world.chance(0.01))
                : new InformationExchangeEvent.Sent(
                        day, pact.id(), from, to, topics, world.number("-TB/ĐU"), world.chance(0.01));
        return world.way(InformationExchangeState.TYPE, "", event, from).isPresent();
    }
}
