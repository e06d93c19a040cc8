package org.coordinationledger.view.lives;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.declaration.FeatureView;

/** The accepted events of one record, in the order of recording. */
public record Life(FeatureView<?> view, String record, List<Deed> deeds) {

    /** An event and who recorded it. */
    public record Deed(RecordEvent event, Actor actor) {}
}
