package org.coordinationledger.console.start;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Reading;
import tools.jackson.databind.node.ObjectNode;

/** A form for a further step about a record that holds from the start what the ledger can tell. */
public interface StepStart {

    /** The kind of record. */
    String resource();

    /** The step, as the API names it. */
    String step();

    /**
     * What the form holds, by the names of the command's fields. Asked for somebody who may take the step.
     *
     * @param id of the record
     */
    ObjectNode content(String id, Actor actor, Reading.At now);
}
