package org.coordinationledger.view.declaration;

import java.time.LocalDate;
import org.coordinationledger.vocabulary.RecordReference;

/**
 * What a step relies on: that something is so of another record on a day.
 *
 * @param on the other record
 * @param day on which it has to be so: the step's effective day, where the step says no other
 */
public record Reliance(RecordReference on, Condition condition, LocalDate day, Test test) {

    /** What has to be so. Its words stand under {@code reliance.<constant>}; constants are never renamed. */
    public enum Condition {
        /** The organisation is registered, and not dissolved. */
        STANDS,
        /** The organisation is of the kind that the step needs. */
        OF_ITS_KIND,
        /** The organisation is dissolved, so that its records pass on. */
        DISSOLVED,
        /** The organisation is a successor of the dissolved one, where that one has any that stand. */
        SUCCEEDS,
        /** Who decides stands in or above a successor of the dissolved organisation, or stood above it. */
        MAY_DECIDE,
        /** Who acts is the organisation, or stands above it along the party line or the command line. */
        UNDER_WHO_ACTS,
        /** Who acts or decides stands above the organisation along the party line; who consents, along either line. */
        UNDER_WHO_DECIDES,
        /** Who vets stands above the committee, or is or stands above who nominated. */
        UNDER_WHO_VETS,
        /** The cell stands under the commune committee that the record names. */
        UNDER_ITS_COMMUNE,
        /** The post covers the commune under which the cell stands. */
        COVERED_BY_THE_POST,
        /** The issuer has a term of office that the document falls into. */
        HAS_A_TERM,
        /** The member is registered, serves and is in the Party. */
        AVAILABLE,
        /** The member's home is the post that the record names. */
        AT_HOME,
        /** The agreement or document is in force. */
        IN_FORCE,
        /** The document applies to who acts. */
        APPLIES,
        /** The record exists. */
        RECORDED,
        /** The assignment is open, and its seat is in the cell. */
        SEATED,
        /** The briefing passed, and was not withdrawn. */
        PASSED,
        /** The meeting was the cell's, on that day. */
        HELD_THERE,
        /** The assignment is another, between the same post and commune. */
        TAKES_ITS_PLACE,
        /** The other assignment is of the same hamlet, and not over. */
        RECEIVES,
        /** The assignment is that of the member who is rated. */
        ABOUT_THE_MEMBER,
        /** Who inspects took none of the record's decisions. */
        DECIDED_BY_OTHERS,
        /** Who lends authority has it until it is lent. */
        HAS_WHAT_IS_LENT
    }

    /** Whether it is so. */
    @FunctionalInterface
    public interface Test {

        /** MUST be a pure function of what is known. */
        boolean holds(KnownRecords known, LocalDate day);
    }

    /** Whether it is so, as far as something is known. */
    public boolean holds(KnownRecords known) {
        return test.holds(known, day);
    }

    /** Whether this relies on the same of the same record. */
    public boolean sameAs(Reliance other) {
        return on.equals(other.on) && condition == other.condition && day.equals(other.day);
    }
}
