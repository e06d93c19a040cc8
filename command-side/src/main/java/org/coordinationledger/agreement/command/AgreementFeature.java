package org.coordinationledger.agreement.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;

/** Declares the commands about an agreement to the command side. */
public final class AgreementFeature {

    private AgreementFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("revise", AgreementCommand.Revise.class);
        steps.put("propose", AgreementCommand.Propose.class);
        steps.put("sign", AgreementCommand.Sign.class);
        steps.put("decline", AgreementCommand.Decline.class);
        steps.put("assign-number", AgreementCommand.AssignNumber.class);
        steps.put("name-person-in-charge", AgreementCommand.NamePersonInCharge.class);
        steps.put("name-witness", AgreementCommand.NameWitness.class);
        steps.put("propose-annual-contents", AgreementCommand.ProposeAnnualContents.class);
        steps.put("agree-annual-contents", AgreementCommand.AgreeAnnualContents.class);
        steps.put("amend", AgreementCommand.AmendText.class);
        steps.put("replace", AgreementCommand.Replace.class);
        steps.put("end", AgreementCommand.End.class);
        steps.put("lapse", AgreementCommand.Lapse.class);
        return new CommandFeature(AgreementState.TYPE, Agreement::new, AgreementCommand.Draft.class, steps);
    }
}
