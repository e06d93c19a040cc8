package org.coordinationledger.appointment.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;

/** Declares the commands about a committee appointment to the command side. */
public final class CommitteeAppointmentFeature {

    private CommitteeAppointmentFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("vet", CommitteeAppointmentCommand.Vet.class);
        steps.put("designate", CommitteeAppointmentCommand.Designate.class);
        steps.put("confirm-election", CommitteeAppointmentCommand.ConfirmElection.class);
        steps.put("extend", CommitteeAppointmentCommand.Extend.class);
        steps.put("relieve", CommitteeAppointmentCommand.Relieve.class);
        steps.put("end", CommitteeAppointmentCommand.End.class);
        return new CommandFeature(
                CommitteeAppointmentState.TYPE,
                CommitteeAppointment::new,
                CommitteeAppointmentCommand.Nominate.class,
                steps);
    }
}
