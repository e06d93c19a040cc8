package org.coordinationledger.view.api;

import io.micrometer.core.instrument.MeterRegistry;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.reading.ReadingCircle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and logs what somebody asked for that lies outside of what they may read ({@code ledger.reads.refused}, by what
 * was asked for). The log names actor and record; an answer about a record tells no more than one about a record that is
 * not there.
 */
final class ReadRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(ReadRefusals.class);

    private final MeterRegistry meters;

    ReadRefusals(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The refusal to show a record that is there. */
    RejectedException hidden(Actor actor, String resource, String id) {
        count(actor, resource, id);
        return new RejectedException(new ServiceRejection.UnknownRecord(resource, id));
    }

    /**
     * Refuses what is told only to those in whose circle an organisation lies.
     *
     * @param what is told about it, for the count
     * @throws RejectedException with {@link ServiceRejection.OutsideReadingCircle}
     */
    void requireWithin(ReadingCircle circle, Actor actor, String what, String organisation) {
        if (!circle.includes(organisation)) {
            count(actor, what, organisation);
            circle.require(organisation);
        }
    }

    private void count(Actor actor, String what, String id) {
        meters.counter("ledger.reads.refused", "what", what).increment();
        LOG.info("{} as {} of {} asked for {} {}, which lies outside of what they may read",
                actor.person(), actor.role(), actor.organisation(), what, id);
    }
}
