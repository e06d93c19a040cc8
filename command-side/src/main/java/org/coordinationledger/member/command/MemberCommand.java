package org.coordinationledger.member.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.member.event.Rating;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of a member. Personal data reach the API in clear and are sealed before a command is made of them. The components mean what they mean in the events. */
public sealed interface MemberCommand extends RecordCommand {

    /** A member is known under a code. */
    record Register(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            MemberCode code,
            OrganisationId home,
            Membership membership,
            PersonalData.Sealed personalData,
            @Nullable Boolean illustrative)
            implements MemberCommand {
        @Override
        public MemberEvent.Registered event() {
            return new MemberEvent.Registered(
                    effectiveOn, code, home, membership, personalData, Boolean.TRUE.equals(illustrative));
        }
    }

    /** The personal data, as a whole, are these. */
    record ChangePersonalData(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            PersonalData.Sealed personalData)
            implements MemberCommand {
        @Override
        public MemberEvent.PersonalDataChanged event() {
            return new MemberEvent.PersonalDataChanged(effectiveOn, personalData);
        }
    }

    /** A probationary member became official. */
    record MakeOfficial(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            List<BasisDocumentId> bases)
            implements MemberCommand {
        @Override
        public MemberEvent.BecameOfficial event() {
            return new MemberEvent.BecameOfficial(effectiveOn, bases);
        }
    }

    /** The membership belongs to another organisation. */
    record Transfer(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            OrganisationId to,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements MemberCommand {
        @Override
        public MemberEvent.Transferred event() {
            return new MemberEvent.Transferred(effectiveOn, to, reason, bases);
        }
    }

    /** The home organisation rated the member for a year. */
    record Rate(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            int year,
            Rating rating,
            List<CellAssignmentId> commentsConsidered)
            implements MemberCommand {
        @Override
        public MemberEvent.Rated event() {
            return new MemberEvent.Rated(effectiveOn, year, rating, commentsConsidered);
        }
    }

    /** The member no longer serves. */
    record LeaveService(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            Reason reason)
            implements MemberCommand {
        @Override
        public MemberEvent.LeftService event() {
            return new MemberEvent.LeftService(effectiveOn, reason);
        }
    }

    /** The member is no longer in the Party. */
    record LeaveParty(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            Reason reason)
            implements MemberCommand {
        @Override
        public MemberEvent.LeftParty event() {
            return new MemberEvent.LeftParty(effectiveOn, reason);
        }
    }

    /** The key of the personal data is destroyed. */
    record ErasePersonalData(
            @TargetAggregateIdentifier MemberId id,
            LocalDate effectiveOn,
            Reason reason)
            implements MemberCommand {
        @Override
        public MemberEvent.PersonalDataErased event() {
            return new MemberEvent.PersonalDataErased(effectiveOn, reason);
        }
    }
}
