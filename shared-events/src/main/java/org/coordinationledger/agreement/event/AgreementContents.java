package org.coordinationledger.agreement.event;

import org.coordinationledger.agreement.event.AgreementEvent.AnnualContentsAgreed;
import org.coordinationledger.agreement.event.AgreementEvent.AnnualContentsProposed;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.OrganisationId;

/** What the parties do in a period: proposed by one, agreed by all. */
final class AgreementContents {

    private AgreementContents() {}

    static AgreementState proposed(AgreementState state, AnnualContentsProposed event) {
        state.requireSigned();
        requireNotAgreed(state, event.period());
        return state.with(AnnualContents.proposed(event.period(), event.items()), state.agreedContents());
    }

    static AgreementState agreed(AgreementState state, OrganisationId party, AnnualContentsAgreed event) {
        requireNotAgreed(state, event.period());
        AnnualContents proposed = state.proposedContents();
        if (proposed == null
                || !proposed.period().equals(event.period())
                || !proposed.digest().equals(event.contents())) {
            throw new RejectedException(
                    new AgreementRejection.NotTheProposedContents(event.period().value()));
        }
        if (proposed.agreedBy().contains(party)) {
            throw new RejectedException(
                    new AgreementRejection.AlreadyAgreedTo(party.value(), event.period().value()));
        }
        AnnualContents next = new AnnualContents(
                proposed.period(), proposed.items(), proposed.digest(), AgreementState.longer(proposed.agreedBy(), party));
        return next.agreedBy().size() < state.parties().size()
                ? state.with(next, state.agreedContents())
                : state.with(null, AgreementState.longer(state.agreedContents(), next));
    }

    private static void requireNotAgreed(AgreementState state, ContentPeriod period) {
        if (state.agreedContents().stream().anyMatch(c -> c.period().equals(period))) {
            throw new RejectedException(new AgreementRejection.ContentsAlreadyAgreed(period.value()));
        }
    }
}
