package org.coordinationledger.agreement.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.agreement.event.AgreementEvent.AmendmentProposed;
import org.coordinationledger.agreement.event.AgreementEvent.AnnualContentsAgreed;
import org.coordinationledger.agreement.event.AgreementEvent.AnnualContentsProposed;
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
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementStage;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AgreementState.Numbering;
import org.coordinationledger.agreement.event.AnnualContents;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.view.declaration.Deadline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of agreements. */
public final class AgreementView {

    /** Whatever is done under an agreement, each party signed the same text before, each by its own signatory. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .needs(Proposed.class, Drafted.class)
            .needsOneOf(Signed.class, Proposed.class, AmendmentProposed.class)
            .needs(AnnualContentsAgreed.class, AnnualContentsProposed.class)
            .needsOfEach(
                    Signed.class, Drafted.class, Drafted::parties,
                    PersonInChargeNamed.class, WitnessNamed.class, AnnualContentsProposed.class, AnnualContentsAgreed.class,
                    AmendmentProposed.class, Replaced.class, JointlyEnded.class)
            .part(Signed.class, Signed::text)
            .part(AnnualContentsProposed.class, AnnualContentsProposed::period)
            .part(AnnualContentsAgreed.class, AnnualContentsAgreed::period)
            .differing(Signed.class)
            .differing(AnnualContentsAgreed.class)
            .document(Drafted.class, Drafted::number)
            .document(NumberAssigned.class, NumberAssigned::number)
            .text(TrailRules.Use.WRITES, Drafted.class, e -> 1, Drafted::text)
            .text(TrailRules.Use.WRITES, Revised.class, e -> null, Revised::text)
            .text(TrailRules.Use.SUBMITS, Proposed.class, e -> null, e -> null)
            .text(TrailRules.Use.WRITES, AmendmentProposed.class, e -> null, AmendmentProposed::text)
            .text(TrailRules.Use.SUBMITS, AmendmentProposed.class, e -> null, AmendmentProposed::text)
            .text(TrailRules.Use.APPROVES, Signed.class, Signed::revision, Signed::text)
            .relies(Drafted.class, (e, on) -> on.standing(e.parties()))
            .relies(Proposed.class, AgreementState.class, (e, before, on) -> on.standing(before.parties()))
            .relies(AmendmentProposed.class, AgreementState.class, (e, before, on) -> on.standing(before.parties()))
            .relies(Replaced.class, (e, on) -> on.inForce(e.by()))
            .relies(Lapsed.class, AgreementState.class, (e, before, on) -> {
                if (!on.actor().organisation().equals(before.lead())) {
                    on.notStanding(before.lead());
                }
            })
            .build();

    public static final FeatureView<AgreementState> VIEW = FeatureView.of(AgreementState.TYPE)
            .revision(3)
            .open(AgreementState::inForce)
            .code("kind", AgreementKind.class, AgreementState::kind)
            .text("number", s -> {
                Numbering numbering = s.numbering();
                return numbering == null ? null : numbering.number();
            })
            .date("numberedOn", s -> {
                Numbering numbering = s.numbering();
                return numbering == null ? null : numbering.givenOn();
            })
            .code("stage", AgreementStage.class, AgreementState::stage)
            .organisation("lead", AgreementState::lead)
            .organisations("parties", AgreementState::parties)
            .organisations("awaiting", AgreementState::awaiting)
            .date("firstDay", AgreementState::firstDay)
            .date("lastDay", AgreementState::lastDay)
            .number("partyCount", s -> s.parties().size())
            .number("annualContentItemCount", AgreementView::itemsOfLatest)
            .waiting(WaitingFor.class, AgreementView::waiting)
            .searchedBy("number")
            .searchedIn(AgreementState::subject)
            .titledBy("kind", "number", "lead")
            .flag("illustrative", AgreementState::illustrative)
            .sortedBy("firstDay")
            .figure(Figure.count("agreementsInForce").where(FeatureView.OPEN, true).placedBy("parties"))
            .figure(Figure.count("agreementsAwaitingSignature")
                    .where("stage", AgreementStage.PROPOSED.name())
                    .placedBy("awaiting"))
            .figure(Figure.quantity("agreementParties", "partyCount"))
            .figure(Figure.quantity("annualContentItems", "annualContentItemCount"))
            .papers(PaperKind.AGREEMENT)
            .trail(TRAIL)
            .build();

    /** What an agreement waits for. */
    private enum WaitingFor {
        AGREEMENT_PROPOSAL,
        AGREEMENT_SIGNATURE,
        AGREEMENT_TERM
    }

    private AgreementView() {}

    /** That its term ends is for the lead party to see to in time: while the agreement is in force. */
    private static List<Waiting> waiting(AgreementState state) {
        List<Waiting> all = new ArrayList<>();
        AgreementStage stage = state.stage();
        if (stage == AgreementStage.DRAFT || stage == AgreementStage.DECLINED) {
            all.add(Waiting.of(
                    WaitingFor.AGREEMENT_PROPOSAL, state.lead(), Competence.RECORD, state.stageSince()));
        }
        LocalDate askedSince = state.askedSince();
        if (askedSince != null) {
            state.awaiting().forEach(party -> all.add(Waiting.within(
                    Deadline.AGREEMENT_SIGNATURE, WaitingFor.AGREEMENT_SIGNATURE, party, Competence.DECIDE, askedSince)));
        }
        LocalDate lastDay = state.lastDay();
        if (state.inForce() && lastDay != null) {
            all.add(Waiting.due(
                    WaitingFor.AGREEMENT_TERM, state.lead(), Competence.DECIDE,
                    later(state.stageSince(), Deadline.AGREEMENT_TERM_LISTED.before(lastDay)),
                    later(state.stageSince(), Deadline.AGREEMENT_SETTLED_BEFORE_TERM.before(lastDay))));
        }
        return List.copyOf(all);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static long itemsOfLatest(AgreementState state) {
        List<AnnualContents> agreed = state.agreedContents();
        return agreed.isEmpty() ? 0 : agreed.get(agreed.size() - 1).items().size();
    }
}
