package org.coordinationledger.agreement.event;

import java.time.LocalDate;
import java.util.Objects;
import org.coordinationledger.agreement.event.AgreementEvent.AmendmentProposed;
import org.coordinationledger.agreement.event.AgreementEvent.Declined;
import org.coordinationledger.agreement.event.AgreementEvent.Revised;
import org.coordinationledger.agreement.event.AgreementEvent.Signed;
import org.coordinationledger.agreement.event.AgreementState.Revision;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.OrganisationId;

/** The text of an agreement and its signatures: every party signs the same revision, once. */
final class AgreementTexts {

    private AgreementTexts() {}

    static AgreementState revised(AgreementState state, Revised event) {
        state.requireStage(AgreementStage.DRAFT, AgreementStage.PROPOSED, AgreementStage.DECLINED);
        AgreementEvolution.requireTerm(event.firstDay(), event.lastDay());
        Revision before = Objects.requireNonNull(state.pending(), "what is not signed is pending");
        if (event.text().equals(before.text())
                && event.firstDay().equals(state.firstDay())
                && Objects.equals(event.lastDay(), state.lastDay())) {
            throw new RejectedException(new AgreementRejection.NothingChanged(before.number()));
        }
        return state.revised(event.text(), event.effectiveOn())
                .lasting(event.firstDay(), event.lastDay())
                .in(AgreementStage.DRAFT, event.effectiveOn());
    }

    static AgreementState amended(AgreementState state, AmendmentProposed event) {
        Revision signed = Objects.requireNonNull(state.signed(), "it is signed");
        Revision latest = Objects.requireNonNullElse(state.pending(), signed);
        if (event.text().equals(latest.text()) || event.text().equals(signed.text())) {
            throw new RejectedException(new AgreementRejection.NothingChanged(latest.number()));
        }
        return state.revised(event.text(), event.effectiveOn());
    }

    static AgreementState signed(AgreementState state, OrganisationId party, Signed event) {
        Revision asked = asked(state, event.revision());
        if (!event.text().equals(asked.text())) {
            throw notTheProposed(asked);
        }
        requireNotSigned(asked, party);
        LocalDate lastDay = state.lastDay();
        if (lastDay != null && event.effectiveOn().isAfter(lastDay)) {
            throw new RejectedException(new AgreementRejection.TermOver(lastDay));
        }
        Revision next = asked.signedBy(party);
        if (next.signedBy().size() < state.parties().size()) {
            return state.with(next, state.signed());
        }
        AgreementState concluded = state.with(null, next);
        if (state.signed() != null) {
            return concluded;
        }
        boolean later = state.firstDay().isAfter(event.effectiveOn());
        return concluded.in(later ? AgreementStage.SIGNED : AgreementStage.IN_FORCE, event.effectiveOn());
    }

    /** A declined amendment is set aside, and the text in force stays. */
    static AgreementState declined(AgreementState state, OrganisationId party, Declined event) {
        requireNotSigned(asked(state, event.revision()), party);
        return state.signed() == null
                ? state.in(AgreementStage.DECLINED, event.effectiveOn())
                : state.with(null, state.signed());
    }

    private static Revision asked(AgreementState state, int revision) {
        Revision asked = state.asked();
        if (asked == null) {
            Revision signed = state.signed();
            throw new RejectedException(
                    signed == null
                            ? state.outOfOrder(AgreementStage.PROPOSED)
                            : new AgreementRejection.NothingToSign(signed.number()));
        }
        if (revision != asked.number()) {
            throw notTheProposed(asked);
        }
        return asked;
    }

    private static RejectedException notTheProposed(Revision asked) {
        return new RejectedException(
                new AgreementRejection.NotTheProposedText(asked.number(), asked.text().value()));
    }

    private static void requireNotSigned(Revision asked, OrganisationId party) {
        if (asked.signedBy().contains(party)) {
            throw new RejectedException(new AgreementRejection.AlreadySigned(party.value(), asked.number()));
        }
    }
}
