package org.coordinationledger.basisdocument.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can happen to a document that others cite as their authority. */
public sealed interface BasisDocumentEvent extends RecordEvent {

    /**
     * The document was issued and is in force from {@code effectiveOn}.
     *
     * @param issuer whose number it bears; of a joint text, the lead agency
     * @param issuerBody the body of the issuer that issued it, such as its standing committee, where it is known
     * @param jointIssuers who issued it together with the issuer
     * @param issuedOn the date on the document
     * @param carriesOut the documents that it carries out
     * @param appliesTo the organisations that it applies to, and with each all that stands under it
     * @param lastDay the last day on which it is in force, where the document itself says so
     * @param illustrative true where the sources do not state it
     */
    record Issued(
            LocalDate effectiveOn,
            DocumentNumber number,
            DocumentKind kind,
            Series series,
            OrganisationId issuer,
            @Nullable Body issuerBody,
            List<OrganisationId> jointIssuers,
            LocalDate issuedOn,
            Subject subject,
            boolean provisional,
            List<BasisDocumentId> carriesOut,
            List<OrganisationId> appliesTo,
            @Nullable LocalDate lastDay,
            boolean illustrative)
            implements BasisDocumentEvent {
        public Issued {
            Bounded.required("number", number);
            Bounded.required("kind", kind);
            Bounded.required("series", series);
            Bounded.required("issuer", issuer);
            Dates.plausible("issuedOn", issuedOn);
            Bounded.required("subject", subject);
            jointIssuers = Bounded.list("jointIssuers", jointIssuers, Bounded.BASES);
            carriesOut = Bounded.list("carriesOut", carriesOut, Bounded.BASES);
            appliesTo = Bounded.list("appliesTo", appliesTo, Bounded.ORGANISATIONS);
            if (lastDay != null) {
                Dates.plausible("lastDay", lastDay);
            }
        }

        /** What it carries out is what it rests on. */
        @Override
        public List<BasisDocumentId> bases() {
            return carriesOut;
        }

        @Override
        public Paper paper(OrganisationId actingFor) {
            return new Paper(kind.name(), issuer, number, issuedOn, series == Series.STATE_YEAR, false);
        }
    }

    /** Its text was changed by another document; it stays in force. */
    record Amended(LocalDate effectiveOn, BasisDocumentId by, @Nullable Reason reason) implements BasisDocumentEvent {
        public Amended {
            Bounded.required("by", by);
        }
    }

    /** Another document took its place. */
    record Superseded(LocalDate effectiveOn, BasisDocumentId by, @Nullable Reason reason)
            implements BasisDocumentEvent {
        public Superseded {
            Bounded.required("by", by);
        }
    }

    /** Its purpose is fulfilled or its time is over, though the document named no last day. */
    record Expired(LocalDate effectiveOn, Reason reason) implements BasisDocumentEvent {
        public Expired {
            Bounded.required("reason", reason);
        }
    }

    /** It was taken back, by a document where there is one. */
    record Revoked(LocalDate effectiveOn, @Nullable BasisDocumentId by, Reason reason) implements BasisDocumentEvent {
        public Revoked {
            Bounded.required("reason", reason);
        }
    }
}
