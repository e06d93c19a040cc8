package org.coordinationledger.view.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadingCircle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and logs what somebody asked for that lies outside of what they may read ({@code ledger.reads.refused}, by what
 * was asked for). The log names actor and record; an answer about a record tells no more than one about a record that is
 * not there.
 */
final class ReadRefusals {

    static final String FIGURES = "figures";
    static final String REGISTER = "register";
    static final String ENTITLEMENT = "entitlement";

    private static final Logger LOG = LoggerFactory.getLogger(ReadRefusals.class);

    private final MeterRegistry meters;

    /** Counts from zero for all that can be asked for, so that the first refusal shows as an increase. */
    ReadRefusals(FeatureViews views, MeterRegistry meters) {
        this.meters = meters;
        views.all().forEach(view -> counter(view.resource()));
        List.of(TextReads.TEXTS, FIGURES, REGISTER, ENTITLEMENT).forEach(this::counter);
    }

    private Counter counter(String what) {
        return meters.counter("ledger.reads.refused", "what", what);
    }

    /** The refusal to show a record that is there. */
    RejectedException hidden(Actor actor, String resource, String id) {
        count(actor, resource, id);
        return new RejectedException(new ServiceRejection.UnknownRecord(resource, id));
    }

    /**
     * Refuses what is told only to those in whose circle an organisation lies.
     *
     * @param what is told about it: {@link #FIGURES}, {@link #REGISTER} or {@link #ENTITLEMENT}
     * @throws RejectedException with {@link ServiceRejection.OutsideReadingCircle}
     */
    void requireWithin(ReadingCircle circle, Actor actor, String what, String organisation) {
        if (!circle.includes(organisation)) {
            count(actor, what, organisation);
            circle.require(organisation);
        }
    }

    private void count(Actor actor, String what, String id) {
        counter(what).increment();
        LOG.info("{} as {} of {} asked for {} {}, which lies outside of what they may read",
                actor.person(), actor.role(), actor.organisation(), what, id);
    }
}
