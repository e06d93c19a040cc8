package org.coordinationledger.agreement.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.WitnessKey;
import org.jspecify.annotations.Nullable;

/** What can be asked of an agreement. The components mean what they mean in the events. */
public sealed interface AgreementCommand extends RecordCommand {

    /** The lead party drafts an agreement, whose text is stored before. */
    record Draft(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            AgreementKind kind,
            Subject subject,
            OrganisationId lead,
            List<OrganisationId> parties,
            TextDigest text,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable DocumentNumber number,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements AgreementCommand {
        @Override
        public AgreementEvent.Drafted event() {
            return new AgreementEvent.Drafted(
                    effectiveOn, kind, subject, lead, parties, text, firstDay, lastDay, number, bases,
                    Boolean.TRUE.equals(illustrative));
        }
    }

    /** The lead party changes text or term before all have signed. */
    record Revise(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            TextDigest text,
            LocalDate firstDay,
            @Nullable LocalDate lastDay)
            implements AgreementCommand {
        @Override
        public AgreementEvent.Revised event() {
            return new AgreementEvent.Revised(effectiveOn, text, firstDay, lastDay);
        }
    }

    /** The lead party asks all parties to sign. */
    record Propose(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn)
            implements AgreementCommand {
        @Override
        public AgreementEvent.Proposed event() {
            return new AgreementEvent.Proposed(effectiveOn);
        }
    }

    /** A party signs. */
    record Sign(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            int revision,
            TextDigest text)
            implements AgreementCommand {
        @Override
        public AgreementEvent.Signed event() {
            return new AgreementEvent.Signed(effectiveOn, revision, text);
        }
    }

    /** A party declines to sign. */
    record Decline(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            int revision,
            Reason reason)
            implements AgreementCommand {
        @Override
        public AgreementEvent.Declined event() {
            return new AgreementEvent.Declined(effectiveOn, revision, reason);
        }
    }

    /** The lead party gives it its number. */
    record AssignNumber(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            DocumentNumber number)
            implements AgreementCommand {
        @Override
        public AgreementEvent.NumberAssigned event() {
            return new AgreementEvent.NumberAssigned(effectiveOn, number);
        }
    }

    /** A party names who looks after the agreement. */
    record NamePersonInCharge(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            PersonInCharge personInCharge)
            implements AgreementCommand {
        @Override
        public AgreementEvent.PersonInChargeNamed event() {
            return new AgreementEvent.PersonInChargeNamed(effectiveOn, personInCharge);
        }
    }

    /** A party names the witness of the ledger that it runs. */
    record NameWitness(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            WitnessKey witness)
            implements AgreementCommand {
        @Override
        public AgreementEvent.WitnessNamed event() {
            return new AgreementEvent.WitnessNamed(effectiveOn, witness);
        }
    }

    /** A party proposes what all do in a period. */
    record ProposeAnnualContents(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            ContentPeriod period,
            List<ContentItem> items)
            implements AgreementCommand {
        @Override
        public AgreementEvent.AnnualContentsProposed event() {
            return new AgreementEvent.AnnualContentsProposed(effectiveOn, period, items);
        }
    }

    /** A party agrees to what is proposed for a period. */
    record AgreeAnnualContents(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            ContentPeriod period,
            TextDigest contents)
            implements AgreementCommand {
        @Override
        public AgreementEvent.AnnualContentsAgreed event() {
            return new AgreementEvent.AnnualContentsAgreed(effectiveOn, period, contents);
        }
    }

    /** The lead party puts another text before all parties. */
    record AmendText(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            TextDigest text,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements AgreementCommand {
        @Override
        public AgreementEvent.AmendmentProposed event() {
            return new AgreementEvent.AmendmentProposed(effectiveOn, text, reason, bases);
        }
    }

    /** Another agreement takes its place. */
    record Replace(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            AgreementId by,
            @Nullable Reason reason)
            implements AgreementCommand {
        @Override
        public AgreementEvent.Replaced event() {
            return new AgreementEvent.Replaced(effectiveOn, by, reason);
        }
    }

    /** The lead party records that the parties ended it together. */
    record End(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            Reason reason,
            List<BasisDocumentId> bases)
            implements AgreementCommand {
        @Override
        public AgreementEvent.JointlyEnded event() {
            return new AgreementEvent.JointlyEnded(effectiveOn, reason, bases);
        }
    }

    /** It lapses. */
    record Lapse(
            @TargetAggregateIdentifier AgreementId id,
            LocalDate effectiveOn,
            Reason reason,
            List<BasisDocumentId> bases)
            implements AgreementCommand {
        @Override
        public AgreementEvent.Lapsed event() {
            return new AgreementEvent.Lapsed(effectiveOn, reason, bases);
        }
    }
}
