package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.RegistryInMemory;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** A stretch of border: a province, its border guard, a post, two communes, three cells, a member, two regulations. */
final class Border {

    static final Actor POST = recorder("post");
    static final Actor POST_DECIDES = decider("post");
    static final Actor COMMUNE = recorder("commune");
    static final Actor COMMUNE_DECIDES = decider("commune");
    static final Actor CELL = recorder("cell-1");

    static final CellAssignmentId ASSIGNMENT = new CellAssignmentId("assignment");
    static final MemberId MEMBER = new MemberId("member");
    static final BasisDocumentId REGULATION = new BasisDocumentId("regulation");
    static final BasisDocumentId OTHER_PROVINCES = new BasisDocumentId("other-provinces-regulation");
    static final Reason REASON = new Reason("điều động");
    static final String SEAT = "cell-seat:member";

    final RegistryInMemory registry = new RegistryInMemory();

    Border() {
        stands("province", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, null);
        stands("border-guard", OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE, "province");
        stands("post", OrganisationKind.BORDER_POST, "border-guard");
        stands("post-2", OrganisationKind.BORDER_POST, "border-guard");
        stands("commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        stands("commune-2", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        stands("cell-1", OrganisationKind.CELL, "commune");
        stands("cell-2", OrganisationKind.CELL, "commune");
        stands("cell-of-commune-2", OrganisationKind.CELL, "commune-2");
        stands("elsewhere", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, null);
        regulation(REGULATION, "province", "2018-06-01");
        regulation(OTHER_PROVINCES, "elsewhere", null);
        member(MEMBER, "post");
    }

    Decision<CellAssignment> decision() {
        return Decision.of(CellAssignment.class, CellAssignmentState.TYPE, registry);
    }

    void stands(String id, OrganisationKind kind, @Nullable String superior) {
        registry.with(
                OrganisationState.TYPE,
                organisation(id),
                administrator(),
                new OrganisationEvent.Registered(
                        day("2010-01-01"),
                        kind,
                        new Name(id),
                        superior == null ? null : organisation(superior),
                        null,
                        List.of(),
                        null,
                        false,
                        List.of()));
    }

    void dissolve(String id, String day) {
        registry.with(
                OrganisationState.TYPE,
                organisation(id),
                administrator(),
                new OrganisationEvent.Dissolved(
                        day(day), OrganisationEvent.Manner.DISSOLVED, List.of(), REASON, List.of()));
    }

    void member(MemberId id, String home) {
        member(id, new MemberEvent.Registered(
                day("2010-01-01"),
                new MemberCode("DV-001"),
                organisation(home),
                Membership.OFFICIAL,
                new PersonalData.Sealed("n", "c"),
                false));
    }

    void member(MemberId id, MemberEvent event) {
        registry.with(MemberState.TYPE, id, recorder("post"), event);
    }

    private void regulation(BasisDocumentId id, String issuer, @Nullable String supersededOn) {
        Actor keeper = recorder(issuer);
        registry.with(
                BasisDocumentState.TYPE,
                id,
                keeper,
                new BasisDocumentEvent.Issued(
                        day("2012-12-03"),
                        new DocumentNumber("09-QĐ/TU"),
                        DocumentKind.REGULATION,
                        Series.PARTY_TERM,
                        organisation(issuer),
                        null,
                        List.of(),
                        day("2012-12-03"),
                        new Subject("Quy định tạm thời"),
                        true,
                        List.of(),
                        List.of(organisation(issuer)),
                        null,
                        false));
        if (supersededOn != null) {
            registry.with(
                    BasisDocumentState.TYPE,
                    id,
                    keeper,
                    new BasisDocumentEvent.Superseded(day(supersededOn), new BasisDocumentId("next"), null));
        }
    }

    static CellAssignmentEvent.Selected selected() {
        return new CellAssignmentEvent.Selected(
                day("2013-02-01"), MEMBER, organisation("post"), organisation("commune"), false, List.of(REGULATION));
    }

    static CellAssignmentEvent.Agreed agreed() {
        return new CellAssignmentEvent.Agreed(day("2013-02-10"), null);
    }

    static CellAssignmentEvent.Introduced introduced(String... cells) {
        return new CellAssignmentEvent.Introduced(
                day("2013-02-20"),
                new DocumentNumber("1-GT/ĐU"),
                day("2013-02-20"),
                List.of(cells).stream().map(OrganisationId::new).toList(),
                Regime.PROVISIONAL_PARTICIPATION,
                false,
                List.of());
    }

    static CellAssignmentEvent.Received received() {
        return new CellAssignmentEvent.Received(day("2013-02-25"));
    }

    static CellAssignmentEvent.Assigned assigned() {
        return new CellAssignmentEvent.Assigned(day("2013-03-01"), organisation("cell-1"), List.of());
    }

    static CellAssignmentEvent.Suspended suspended() {
        return new CellAssignmentEvent.Suspended(day("2014-01-01"), REASON);
    }

    static CellAssignmentEvent.HostCommented commented() {
        return new CellAssignmentEvent.HostCommented(day("2013-12-20"), new CommentPeriod("2013"), null);
    }

    static ReservationEvent.Held held(HeldPeriod... periods) {
        return new ReservationEvent.Held("assignment", List.of(periods), null);
    }

    static HeldPeriod period(String from, String to) {
        return new HeldPeriod(day(from), day(to));
    }

    static HeldPeriod since(String from) {
        return new HeldPeriod(day(from), Phase.OPEN_END);
    }

    Decision<CellAssignment> afterSelection() {
        return decision().given(POST, selected());
    }

    Decision<CellAssignment> afterAgreement() {
        return afterSelection().given(COMMUNE_DECIDES, agreed());
    }

    Decision<CellAssignment> afterIntroduction(String... cells) {
        return afterAgreement().given(POST_DECIDES, introduced(cells));
    }

    Decision<CellAssignment> afterReception(String... cells) {
        return afterIntroduction(cells).given(COMMUNE, received());
    }

    Decision<CellAssignment> afterAssignment() {
        return afterReception().given(COMMUNE_DECIDES, assigned());
    }

    Decision<CellAssignment> afterSuspension() {
        return afterAssignment().given(POST_DECIDES, suspended());
    }

    /** The seat as it is held after {@link #afterAssignment()}. */
    void seatHeld(HeldPeriod... periods) {
        registry.holding(SEAT, held(periods));
    }
}
