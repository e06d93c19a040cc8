package org.coordinationledger.agreement.event;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.coordinationledger.agreement.event.AgreementEvent.AmendmentProposed;
import org.coordinationledger.agreement.event.AgreementEvent.AnnualContentsAgreed;
import org.coordinationledger.agreement.event.AgreementEvent.AnnualContentsProposed;
import org.coordinationledger.agreement.event.AgreementEvent.Declined;
import org.coordinationledger.agreement.event.AgreementEvent.Drafted;
import org.coordinationledger.agreement.event.AgreementEvent.JointlyEnded;
import org.coordinationledger.agreement.event.AgreementEvent.Lapsed;
import org.coordinationledger.agreement.event.AgreementEvent.NumberAssigned;
import org.coordinationledger.agreement.event.AgreementEvent.PersonInChargeNamed;
import org.coordinationledger.agreement.event.AgreementEvent.Proposed;
import org.coordinationledger.agreement.event.AgreementEvent.Replaced;
import org.coordinationledger.agreement.event.AgreementEvent.Revised;
import org.coordinationledger.agreement.event.AgreementEvent.Signed;
import org.coordinationledger.agreement.event.AgreementEvent.WitnessNamed;
import org.coordinationledger.agreement.event.AgreementState.Numbering;
import org.coordinationledger.agreement.event.AgreementState.Revision;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.WitnessKey;
import org.jspecify.annotations.Nullable;

/** The legal steps of an agreement: nothing in force that a party has not signed, and nothing after the end. */
final class AgreementEvolution implements Fold<AgreementEvent, AgreementState> {

    @Override
    public AgreementState begin(Step<AgreementEvent> step) {
        if (!(step.event() instanceof Drafted e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        Set<OrganisationId> parties = Set.copyOf(e.parties());
        if (parties.size() < 2 || parties.size() < e.parties().size() || !parties.contains(e.lead())) {
            throw new RejectedException(
                    new AgreementRejection.PartiesDoNotFit(values(e.parties()), e.lead().value()));
        }
        requireActing(step, List.of(e.lead()));
        requireTerm(e.firstDay(), e.lastDay());
        DocumentNumber number = e.number();
        return new AgreementState(
                e.kind(), e.subject(), e.lead(), e.parties(), e.firstDay(), e.lastDay(),
                number == null ? null : new Numbering(number, e.effectiveOn()), AgreementStage.DRAFT, e.effectiveOn(), 1,
                new Revision(1, e.text(), e.effectiveOn(), List.of()), null, Collections.emptySortedMap(),
                Collections.emptySortedMap(), null, List.of(), null, e.illustrative());
    }

    @Override
    public AgreementState evolve(AgreementState state, Step<AgreementEvent> step) {
        AgreementEvent event = step.event();
        if (event instanceof Drafted) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        if (state.stage().over()) {
            throw new RejectedException(
                    new AgreementRejection.AlreadyOver(state.stage().name(), state.stageSince()));
        }
        requireActing(step, state.parties());
        OrganisationId party = step.actor().organisation();
        LocalDate day = event.effectiveOn();
        if (event instanceof Signed e) {
            return AgreementTexts.signed(state, party, e);
        }
        if (event instanceof Declined e) {
            return AgreementTexts.declined(state, party, e);
        }
        if (event instanceof PersonInChargeNamed e) {
            state.requireSigned();
            SortedMap<String, PersonInCharge> named = new TreeMap<>(state.inCharge());
            named.put(party.value(), e.personInCharge());
            return state.inChargeOf(Collections.unmodifiableSortedMap(named));
        }
        if (event instanceof WitnessNamed e) {
            state.requireSigned();
            SortedMap<String, WitnessKey> named = new TreeMap<>(state.witnesses());
            named.put(party.value(), e.witness());
            return state.witnessedBy(Collections.unmodifiableSortedMap(named));
        }
        if (event instanceof AnnualContentsProposed e) {
            return AgreementContents.proposed(state, e);
        }
        if (event instanceof AnnualContentsAgreed e) {
            return AgreementContents.agreed(state, party, e);
        }
        if (event instanceof Lapsed) {
            return state.in(AgreementStage.LAPSED, day);
        }
        requireActing(step, List.of(state.lead()));
        if (event instanceof Revised e) {
            return AgreementTexts.revised(state, e);
        }
        if (event instanceof Proposed) {
            state.requireStage(AgreementStage.DRAFT, AgreementStage.DECLINED);
            return state.in(AgreementStage.PROPOSED, day);
        }
        if (event instanceof NumberAssigned e) {
            return numbered(state, e);
        }
        state.requireSigned();
        if (event instanceof AmendmentProposed e) {
            return AgreementTexts.amended(state, e);
        }
        if (event instanceof Replaced e) {
            return state.replaced(e.by(), day);
        }
        if (event instanceof JointlyEnded) {
            return state.in(AgreementStage.ENDED, day);
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static AgreementState numbered(AgreementState state, NumberAssigned event) {
        Numbering before = state.numbering();
        if (before != null) {
            throw new RejectedException(
                    new AgreementRejection.AlreadyNumbered(before.number().value()));
        }
        return state.numbered(new Numbering(event.number(), event.effectiveOn()));
    }

    static void requireTerm(LocalDate firstDay, @Nullable LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new RejectedException(new AgreementRejection.LastDayBeforeFirst(firstDay, lastDay));
        }
    }

    private static void requireActing(Step<?> step, List<OrganisationId> allowed) {
        if (!allowed.contains(step.actor().organisation())) {
            throw new RejectedException(new AgreementRejection.NotYourStep(values(allowed)));
        }
    }

    private static List<String> values(List<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }

    /** What all have signed comes into force with its term, and is over the day after its last, without an event. */
    @Override
    public @Nullable LocalDate nextChange(AgreementState state) {
        if (state.stage() == AgreementStage.SIGNED) {
            return state.firstDay();
        }
        LocalDate lastDay = state.lastDay();
        return state.inForce() && lastDay != null ? lastDay.plusDays(1) : null;
    }

    @Override
    public AgreementState passTime(AgreementState state, LocalDate day) {
        return state.in(state.inForce() ? AgreementStage.EXPIRED : AgreementStage.IN_FORCE, day);
    }

    @Override
    public boolean unfinished(AgreementState state) {
        return !state.stage().over();
    }

    /** What a party signed binds its heir. Parties that became one have to lapse or replace what they agreed. */
    @Override
    public AgreementState inherited(AgreementState state, UnaryOperator<OrganisationId> heir) {
        return state.inherited(heir);
    }

    @Override
    public AgreementState lapsed(AgreementState state, LocalDate day) {
        return state.in(AgreementStage.LAPSED, day);
    }

    @Override
    public AgreementState replaced(AgreementState state, LocalDate day, RecordReference by) {
        return state.replaced(new AgreementId(by.id()), day);
    }
}
