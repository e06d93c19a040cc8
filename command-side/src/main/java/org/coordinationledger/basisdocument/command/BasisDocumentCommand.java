package org.coordinationledger.basisdocument.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.actor.Body;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can be asked of a basis document. The components mean what they mean in the events. */
public sealed interface BasisDocumentCommand extends RecordCommand {

    /** A document was issued. */
    record Issue(
            @TargetAggregateIdentifier BasisDocumentId id,
            LocalDate effectiveOn,
            DocumentNumber number,
            DocumentKind kind,
            Series series,
            OrganisationId issuer,
            @Nullable Body issuerBody,
            List<OrganisationId> jointIssuers,
            LocalDate issuedOn,
            Subject subject,
            @Nullable Boolean provisional,
            List<BasisDocumentId> carriesOut,
            List<OrganisationId> appliesTo,
            @Nullable LocalDate lastDay,
            @Nullable Boolean illustrative)
            implements BasisDocumentCommand {
        @Override
        public BasisDocumentEvent.Issued event() {
            return new BasisDocumentEvent.Issued(
                    effectiveOn, number, kind, series, issuer, issuerBody, jointIssuers, issuedOn, subject,
                    Boolean.TRUE.equals(provisional), carriesOut, appliesTo, lastDay,
                    Boolean.TRUE.equals(illustrative));
        }
    }

    /** Another document changed its text. */
    record AmendText(
            @TargetAggregateIdentifier BasisDocumentId id,
            LocalDate effectiveOn,
            BasisDocumentId by,
            @Nullable Reason reason)
            implements BasisDocumentCommand {
        @Override
        public BasisDocumentEvent.Amended event() {
            return new BasisDocumentEvent.Amended(effectiveOn, by, reason);
        }
    }

    /** Another document took its place. */
    record Supersede(
            @TargetAggregateIdentifier BasisDocumentId id,
            LocalDate effectiveOn,
            BasisDocumentId by,
            @Nullable Reason reason)
            implements BasisDocumentCommand {
        @Override
        public BasisDocumentEvent.Superseded event() {
            return new BasisDocumentEvent.Superseded(effectiveOn, by, reason);
        }
    }

    /** Its time is over. */
    record Expire(
            @TargetAggregateIdentifier BasisDocumentId id,
            LocalDate effectiveOn,
            Reason reason)
            implements BasisDocumentCommand {
        @Override
        public BasisDocumentEvent.Expired event() {
            return new BasisDocumentEvent.Expired(effectiveOn, reason);
        }
    }

    /** It was taken back. */
    record Revoke(
            @TargetAggregateIdentifier BasisDocumentId id,
            LocalDate effectiveOn,
            @Nullable BasisDocumentId by,
            Reason reason)
            implements BasisDocumentCommand {
        @Override
        public BasisDocumentEvent.Revoked event() {
            return new BasisDocumentEvent.Revoked(effectiveOn, by, reason);
        }
    }
}
