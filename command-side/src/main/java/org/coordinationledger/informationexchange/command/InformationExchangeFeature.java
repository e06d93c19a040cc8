package org.coordinationledger.informationexchange.command;

import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.informationexchange.event.InformationExchangeState;

/** Declares the commands about an information exchange to the command side. */
public final class InformationExchangeFeature {

    private InformationExchangeFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(
                InformationExchangeState.TYPE, InformationExchange::new, InformationExchangeCommand.Exchange.class, Map.of());
    }
}
