package org.coordinationledger.cellmeeting.command;

import java.util.Map;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.command.record.CommandFeature;

/** Declares the commands about a cell meeting to the command side. */
public final class CellMeetingFeature {

    private CellMeetingFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(CellMeetingState.TYPE, CellMeeting::new, CellMeetingCommand.Hold.class, Map.of());
    }
}
