package org.coordinationledger.householdassignment.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of a household assignment. The components mean what they mean in the events. */
public sealed interface HouseholdAssignmentCommand extends RecordCommand {

    /** The commune committee or the post records that they agreed. */
    record Agree(
            @TargetAggregateIdentifier HouseholdAssignmentId id,
            LocalDate effectiveOn,
            MemberId member,
            OrganisationId post,
            OrganisationId commune,
            OrganisationId cell,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements HouseholdAssignmentCommand {
        @Override
        public HouseholdAssignmentEvent.Agreed event() {
            return new HouseholdAssignmentEvent.Agreed(
                    effectiveOn, member, post, commune, cell, bases, Boolean.TRUE.equals(illustrative));
        }
    }

    /** The post puts the member in charge of households. */
    record Assign(
            @TargetAggregateIdentifier HouseholdAssignmentId id,
            LocalDate effectiveOn,
            List<HouseholdCode> households,
            List<BasisDocumentId> bases)
            implements HouseholdAssignmentCommand {
        @Override
        public HouseholdAssignmentEvent.Assigned event() {
            return new HouseholdAssignmentEvent.Assigned(effectiveOn, households, bases);
        }
    }

    /** The post adds households. */
    record AddHouseholds(
            @TargetAggregateIdentifier HouseholdAssignmentId id,
            LocalDate effectiveOn,
            List<HouseholdCode> households)
            implements HouseholdAssignmentCommand {
        @Override
        public HouseholdAssignmentEvent.HouseholdsAdded event() {
            return new HouseholdAssignmentEvent.HouseholdsAdded(effectiveOn, households);
        }
    }

    /** The post takes households out of the member's charge. */
    record ReleaseHouseholds(
            @TargetAggregateIdentifier HouseholdAssignmentId id,
            LocalDate effectiveOn,
            List<HouseholdCode> households,
            Reason reason)
            implements HouseholdAssignmentCommand {
        @Override
        public HouseholdAssignmentEvent.HouseholdsReleased event() {
            return new HouseholdAssignmentEvent.HouseholdsReleased(effectiveOn, households, reason);
        }
    }

    /** The post records visits of a day. */
    record RecordVisit(
            @TargetAggregateIdentifier HouseholdAssignmentId id,
            LocalDate effectiveOn,
            List<HouseholdCode> households)
            implements HouseholdAssignmentCommand {
        @Override
        public HouseholdAssignmentEvent.VisitRecorded event() {
            return new HouseholdAssignmentEvent.VisitRecorded(effectiveOn, households);
        }
    }

    /** The post hands households over to another member's charge, who takes them over in the same commit. */
    record HandOver(
            @TargetAggregateIdentifier HouseholdAssignmentId id,
            LocalDate effectiveOn,
            HouseholdAssignmentId to,
            List<HouseholdCode> households)
            implements HouseholdAssignmentCommand {
        @Override
        public HouseholdAssignmentEvent.HandedOver event() {
            return new HouseholdAssignmentEvent.HandedOver(effectiveOn, to, households);
        }
    }

    /** The assignment is over. */
    record End(
            @TargetAggregateIdentifier HouseholdAssignmentId id,
            LocalDate effectiveOn,
            Reason reason)
            implements HouseholdAssignmentCommand {
        @Override
        public HouseholdAssignmentEvent.Ended event() {
            return new HouseholdAssignmentEvent.Ended(effectiveOn, reason);
        }
    }
}
