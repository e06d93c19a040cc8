package org.coordinationledger.training.event;

import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quantity;

/**
 * Who took part from one organisation.
 *
 * @param count how many, a whole number
 */
public record Participants(OrganisationId organisation, Quantity count) {

    public Participants {
        Bounded.required("organisation", organisation);
        count = Bounded.required("count", count).whole();
    }
}
