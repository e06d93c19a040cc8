package org.coordinationledger.console.start;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.organisation.event.OrganisationState;
import tools.jackson.databind.node.ObjectNode;

/** A form for a new record that is opened at an organisation and holds from the start what follows from it. */
public interface FormStart {

    /** The kind of record that begins. */
    String resource();

    /** Whether it is offered at an organisation in this state. */
    boolean offeredAt(OrganisationState organisation);

    /**
     * What the form holds, by the names of the command's fields. What only people know is left out.
     *
     * @param organisation at which the form is opened
     * @param actor who sees no more in it than they may read
     */
    ObjectNode content(String organisation, Actor actor, Reading.At now);
}
