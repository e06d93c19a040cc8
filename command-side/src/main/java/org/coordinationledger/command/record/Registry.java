package org.coordinationledger.command.record;

import java.time.LocalDate;
import org.axonframework.messaging.MetaData;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.TextDigest;

/**
 * What a decision may look at beyond its own record, all as known when the command began. Whatever is read here joins
 * the read set of the unit of work: if it changes before the commit, the commit is refused and the command retried.
 */
public interface Registry {

    /** Another record's timeline; empty if no record of this type has this id. */
    <E extends RecordEvent, S> Timeline<E, S> timeline(RecordType<E, S> type, RecordId id);

    /** Who holds a key. */
    ReservationState reservation(String key);

    /** Whether a text is stored under this digest. Texts are never taken away, so this joins no read set. */
    boolean holdsText(TextDigest digest);

    /** The day of recording, in {@link org.coordinationledger.vocabulary.Dates#ZONE}. */
    LocalDate today();

    /** Who is believed about who may act. */
    AuthoritySource authoritySource();

    /** The organisation whose administrators need no mandate. */
    OrganisationId administration();

    /** Records what happened to a key, in the commit of the command at hand. */
    void record(String key, ReservationEvent event, MetaData metaData);

    /**
     * Records a step of another record, in the commit of the command at hand.
     *
     * @param sequence of the step in that record: one more than that of the step before it, which may be in this commit too
     */
    void record(RecordType<?, ?> type, String id, long sequence, RecordEvent event, MetaData metaData);
}
