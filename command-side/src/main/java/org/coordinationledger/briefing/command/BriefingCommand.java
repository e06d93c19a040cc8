package org.coordinationledger.briefing.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** What can be asked of a briefing. The components mean what they mean in the events. */
public sealed interface BriefingCommand extends RecordCommand {

    /** The post drafts a briefing. */
    record Draft(
            @TargetAggregateIdentifier BriefingId id,
            LocalDate effectiveOn,
            OrganisationId post,
            Subject subject,
            BriefingTopic topic,
            Classification classification,
            TextDigest digest,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Drafted event() {
            return new BriefingEvent.Drafted(
                    effectiveOn, post, subject, topic, classification, digest, bases,
                    Boolean.TRUE.equals(illustrative));
        }
    }

    /** The post writes the text anew. */
    record Revise(@TargetAggregateIdentifier BriefingId id, LocalDate effectiveOn, int revision, TextDigest digest)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Revised event() {
            return new BriefingEvent.Revised(effectiveOn, revision, digest);
        }
    }

    /** The post puts the latest revision before its party committee or command. */
    record Submit(@TargetAggregateIdentifier BriefingId id, LocalDate effectiveOn, int revision)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Submitted event() {
            return new BriefingEvent.Submitted(effectiveOn, revision);
        }
    }

    /** The post's party committee or command passes what was submitted. */
    record Pass(
            @TargetAggregateIdentifier BriefingId id,
            LocalDate effectiveOn,
            int revision,
            TextDigest digest,
            List<BasisDocumentId> bases)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Passed event() {
            return new BriefingEvent.Passed(effectiveOn, revision, digest, bases);
        }
    }

    /** The post's party committee or command returns what was submitted with remarks. */
    record Return(@TargetAggregateIdentifier BriefingId id, LocalDate effectiveOn, Reason reason)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Returned event() {
            return new BriefingEvent.Returned(effectiveOn, reason);
        }
    }

    /** The post's party committee or command rejects what was submitted for good. */
    record Reject(@TargetAggregateIdentifier BriefingId id, LocalDate effectiveOn, Reason reason)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Rejected event() {
            return new BriefingEvent.Rejected(effectiveOn, reason);
        }
    }

    /** The post delivers the passed text to a cell. */
    record Deliver(
            @TargetAggregateIdentifier BriefingId id,
            LocalDate effectiveOn,
            OrganisationId cell,
            Audience audience,
            TextDigest digest,
            @Nullable CellMeetingId cellMeeting)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Delivered event() {
            return new BriefingEvent.Delivered(effectiveOn, cell, audience, digest, cellMeeting);
        }
    }

    /** The post takes the briefing back. */
    record Withdraw(@TargetAggregateIdentifier BriefingId id, LocalDate effectiveOn, Reason reason)
            implements BriefingCommand {
        @Override
        public BriefingEvent.Withdrawn event() {
            return new BriefingEvent.Withdrawn(effectiveOn, reason);
        }
    }
}
