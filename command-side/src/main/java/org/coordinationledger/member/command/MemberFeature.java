package org.coordinationledger.member.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.member.event.MemberState;

/** Declares the commands about a member to the command side. */
public final class MemberFeature {

    private MemberFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("change-personal-data", MemberCommand.ChangePersonalData.class);
        steps.put("make-official", MemberCommand.MakeOfficial.class);
        steps.put("transfer", MemberCommand.Transfer.class);
        steps.put("rate", MemberCommand.Rate.class);
        steps.put("leave-service", MemberCommand.LeaveService.class);
        steps.put("leave-party", MemberCommand.LeaveParty.class);
        steps.put("erase-personal-data", MemberCommand.ErasePersonalData.class);
        return new CommandFeature(MemberState.TYPE, Member::new, MemberCommand.Register.class, steps);
    }
}
