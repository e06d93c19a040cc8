package org.coordinationledger.command.record;

import org.coordinationledger.member.event.PersonalData;

/** A command that brings personal data in clear. They MUST be sealed before the command is dispatched. */
public interface CarriesPersonalData extends RecordCommand {

    /** What came in, or what it was sealed to. */
    PersonalData personalData();

    RecordCommand withPersonalData(PersonalData.Sealed sealed);
}
