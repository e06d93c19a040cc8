package org.coordinationledger.basisdocument.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.basisdocument.event.BasisDocumentState;

/** Declares the commands about a basis document to the command side. */
public final class BasisDocumentFeature {

    private BasisDocumentFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("amend", BasisDocumentCommand.AmendText.class);
        steps.put("supersede", BasisDocumentCommand.Supersede.class);
        steps.put("expire", BasisDocumentCommand.Expire.class);
        steps.put("revoke", BasisDocumentCommand.Revoke.class);
        return new CommandFeature(BasisDocumentState.TYPE, BasisDocument::new, BasisDocumentCommand.Issue.class, steps);
    }
}
