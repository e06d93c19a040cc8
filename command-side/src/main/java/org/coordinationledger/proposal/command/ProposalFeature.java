package org.coordinationledger.proposal.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.proposal.event.ProposalState;

/** Declares the commands about a proposal to the command side. */
public final class ProposalFeature {

    private ProposalFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("receive", ProposalCommand.Receive.class);
        steps.put("answer", ProposalCommand.Answer.class);
        steps.put("withdraw", ProposalCommand.Withdraw.class);
        return new CommandFeature(ProposalState.TYPE, Proposal::new, ProposalCommand.Make.class, steps);
    }
}
