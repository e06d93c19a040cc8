package org.coordinationledger.organisation.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.organisation.event.OrganisationState;

/** Declares the commands about a organisation to the command side. */
public final class OrganisationFeature {

    private OrganisationFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("rename", OrganisationCommand.Rename.class);
        steps.put("reattach", OrganisationCommand.Reattach.class);
        steps.put("cover-territory", OrganisationCommand.CoverTerritory.class);
        steps.put("describe-territory", OrganisationCommand.DescribeTerritory.class);
        steps.put("open-term", OrganisationCommand.OpenTerm.class);
        steps.put("dissolve", OrganisationCommand.Dissolve.class);
        return new CommandFeature(OrganisationState.TYPE, Organisation::new, OrganisationCommand.Register.class, steps);
    }
}
