package org.coordinationledger.basisdocument.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.coordinationledger.actor.Body;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Amended;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Expired;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Issued;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Revoked;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Superseded;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a basis document is on a day.
 *
 * @param keeper the organisation it was recorded for
 * @param amendedBy the documents that changed it so far
 * @param ended how and when it went out of force, or null while it is in force
 */
public record BasisDocumentState(
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
        LocalDate inForceFrom,
        @Nullable LocalDate lastDay,
        boolean illustrative,
        OrganisationId keeper,
        List<BasisDocumentId> amendedBy,
        @Nullable End ended) {

    /** How a document goes out of force. */
    public enum Ending {
        EXPIRED,
        SUPERSEDED,
        REVOKED
    }

    /** The end of a document; {@code on} is the first day on which it is not in force. */
    public record End(Ending ending, LocalDate on, @Nullable BasisDocumentId by) {}

    public static final RecordType<BasisDocumentEvent, BasisDocumentState> TYPE =
            new RecordType<>("BasisDocument", "basis-documents", BasisDocumentEvent.class, new Evolution());

    public boolean inForce() {
        return ended == null;
    }

    private BasisDocumentState with(End end) {
        return new BasisDocumentState(
                number, kind, series, issuer, issuerBody, jointIssuers, issuedOn, subject, provisional, carriesOut, appliesTo,
                inForceFrom, lastDay, illustrative, keeper, amendedBy, end);
    }

    private BasisDocumentState keptBy(OrganisationId heir, List<OrganisationId> addressees) {
        return new BasisDocumentState(
                number, kind, series, issuer, issuerBody, jointIssuers, issuedOn, subject, provisional, carriesOut, addressees,
                inForceFrom, lastDay, illustrative, heir, amendedBy, ended);
    }

    private BasisDocumentState amended(BasisDocumentId by) {
        List<BasisDocumentId> longer = new ArrayList<>(amendedBy);
        longer.add(by);
        return new BasisDocumentState(
                number, kind, series, issuer, issuerBody, jointIssuers, issuedOn, subject, provisional, carriesOut, appliesTo,
                inForceFrom, lastDay, illustrative, keeper, List.copyOf(longer), ended);
    }

    private static final class Evolution implements Fold<BasisDocumentEvent, BasisDocumentState> {

        @Override
        public BasisDocumentState begin(Step<BasisDocumentEvent> step) {
            if (!(step.event() instanceof Issued e)) {
                throw new RejectedException(
                        new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
            }
            if (e.effectiveOn().isBefore(e.issuedOn())) {
                throw new RejectedException(
                        new BasisDocumentRejection.InForceBeforeIssued(e.effectiveOn(), e.issuedOn()));
            }
            LocalDate lastDay = e.lastDay();
            if (lastDay != null && lastDay.isBefore(e.effectiveOn())) {
                throw new RejectedException(new BasisDocumentRejection.LastDayBeforeFirst(e.effectiveOn(), lastDay));
            }
            return new BasisDocumentState(
                    e.number(), e.kind(), e.series(), e.issuer(), e.issuerBody(), e.jointIssuers(), e.issuedOn(), e.subject(),
                    e.provisional(), e.carriesOut(), e.appliesTo(), e.effectiveOn(), lastDay, e.illustrative(),
                    step.actor().organisation(), List.of(), null);
        }

        @Override
        public BasisDocumentState evolve(BasisDocumentState state, Step<BasisDocumentEvent> step) {
            BasisDocumentEvent event = step.event();
            if (event instanceof Issued) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            OrganisationId actingFor = step.actor().organisation();
            if (!actingFor.equals(state.keeper()) && !actingFor.equals(state.issuer())) {
                throw new RejectedException(
                        new BasisDocumentRejection.NotItsKeeper(state.keeper().value()));
            }
            End end = state.ended();
            if (end != null) {
                throw new RejectedException(
                        new BasisDocumentRejection.NoLongerInForce(end.ending().name(), end.on()));
            }
            if (event instanceof Amended e) {
                return state.amended(e.by());
            }
            if (event instanceof Superseded e) {
                return state.with(new End(Ending.SUPERSEDED, e.effectiveOn(), e.by()));
            }
            if (event instanceof Expired e) {
                return state.with(new End(Ending.EXPIRED, e.effectiveOn(), null));
            }
            if (event instanceof Revoked e) {
                return state.with(new End(Ending.REVOKED, e.effectiveOn(), e.by()));
            }
            throw new AssertionError("no case for " + event.getClass());
        }

        /** A document that names its last day goes out of force the day after, without an event. */
        @Override
        public @Nullable LocalDate nextChange(BasisDocumentState state) {
            LocalDate lastDay = state.lastDay();
            return lastDay == null || state.ended() != null ? null : lastDay.plusDays(1);
        }

        @Override
        public BasisDocumentState passTime(BasisDocumentState state, LocalDate day) {
            return state.with(new End(Ending.EXPIRED, day, null));
        }

        @Override
        public boolean unfinished(BasisDocumentState state) {
            return state.inForce();
        }

        /** It stays its issuer's; who keeps it, and whom it applies to, are the heirs. */
        @Override
        public BasisDocumentState inherited(BasisDocumentState state, UnaryOperator<OrganisationId> heir) {
            return state.keptBy(heir.apply(state.keeper()), Heirs.of(state.appliesTo(), heir));
        }

        @Override
        public BasisDocumentState lapsed(BasisDocumentState state, LocalDate day) {
            return state.with(new End(Ending.EXPIRED, day, null));
        }

        @Override
        public BasisDocumentState replaced(BasisDocumentState state, LocalDate day, RecordReference by) {
            return state.with(new End(Ending.SUPERSEDED, day, new BasisDocumentId(by.id())));
        }
    }
}
