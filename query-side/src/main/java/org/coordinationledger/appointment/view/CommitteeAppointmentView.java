package org.coordinationledger.appointment.view;

import java.util.function.Function;
import org.coordinationledger.appointment.event.Appointing;
import org.coordinationledger.appointment.event.AppointmentStage;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Designated;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.ElectionConfirmed;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Extended;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Nominated;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Relieved;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Vetted;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeAppointmentState.Office;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.jspecify.annotations.Nullable;

/** What lists and figures show of committee appointments. Figures place one by its committee. */
public final class CommitteeAppointmentView {

    private static final String MEMBER = "member";
    private static final String COMMITTEE = "committee";
    private static final String LEVEL = "committeeLevel";
    private static final String POSITION = "position";

    /** Nominated, vetted and decided on by others than who nominated, on every document that applies. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .needs(Vetted.class, Nominated.class)
            .needs(Designated.class, Nominated.class, Vetted.class)
            .needs(ElectionConfirmed.class, Nominated.class, Vetted.class)
            .needsOneOf(Extended.class, Designated.class, ElectionConfirmed.class)
            .needsOneOf(Relieved.class, Designated.class, ElectionConfirmed.class)
            .apart(Vetted.class, Nominated.class)
            .apart(Designated.class, Nominated.class)
            .apart(ElectionConfirmed.class, Nominated.class)
            .apart(Extended.class, Nominated.class)
            .citesAllThatApply(Designated.class, ElectionConfirmed.class)
            .document(Vetted.class, Vetted::document)
            .document(Designated.class, Designated::decision)
            .document(ElectionConfirmed.class, ElectionConfirmed::decision)
            .document(Extended.class, Extended::decision)
            .relies(Nominated.class, (e, on) -> {
                on.standing(e.committee(), e.committeeLevel().kind());
                on.available(e.member());
                on.memberOfOwnLine(e.member());
            })
            .relies(Vetted.class, CommitteeAppointmentState.class, (e, before, on) ->
                    on.underWhoVets(before.committee(), before.nominatedBy()))
            .relies(Designated.class, CommitteeAppointmentState.class, (e, before, on) -> decided(before, on))
            .relies(ElectionConfirmed.class, CommitteeAppointmentState.class, (e, before, on) -> decided(before, on))
            .relies(Extended.class, CommitteeAppointmentState.class, (e, before, on) -> decided(before, on))
            .relies(Relieved.class, CommitteeAppointmentState.class, (e, before, on) ->
                    on.underWhoDecides(before.committee()))
            .relies(Succession.Inherited.class, CommitteeAppointmentState.class, (e, before, on) -> {
                if (e.from().equals(before.committee())) {
                    on.standing(e.by(), before.committeeLevel().kind());
                }
            })
            .build();

    public static final FeatureView<CommitteeAppointmentState> VIEW = FeatureView.of(CommitteeAppointmentState.TYPE)
            .open(CommitteeAppointmentState::open)
            .code("stage", AppointmentStage.class, CommitteeAppointmentState::stage)
            .record(MEMBER, MemberState.TYPE, CommitteeAppointmentState::member)
            .organisation(COMMITTEE, CommitteeAppointmentState::committee)
            .code(LEVEL, CommitteeLevel.class, CommitteeAppointmentState::committeeLevel)
            .code(POSITION, CommitteePosition.class, CommitteeAppointmentState::position)
            .organisation("nominatedBy", CommitteeAppointmentState::nominatedBy)
            .organisation("decidedBy", s -> decided(s, Office::decidedBy))
            .code("appointing", Appointing.class, s -> decided(s, Office::appointing))
            .text("decision", s -> decided(s, Office::decision))
            .date("firstDay", s -> decided(s, Office::firstDay))
            .date("lastDay", s -> decided(s, Office::lastDay))
            .flag("outsideQuota", s -> Boolean.TRUE.equals(decided(s, Office::outsideQuota)))
            .searchedBy("decision")
            .titledBy(MEMBER, POSITION, COMMITTEE)
            .flag("illustrative", CommitteeAppointmentState::illustrative)
            .figure(inOffice("committeeAppointments"))
            .figure(inOffice("appointmentsToDistrictCommittees").where(LEVEL, CommitteeLevel.DISTRICT.name()))
            .figure(inOffice("appointmentsToCommuneCommittees").where(LEVEL, CommitteeLevel.COMMUNE.name()))
            .figure(inOffice("deputySecretaries").where(POSITION, CommitteePosition.DEPUTY_SECRETARY.name()))
            .papers(PaperKind.APPOINTMENT_VETTING, PaperKind.APPOINTMENT_DECISION)
            .trail(TRAIL)
            .build();

    private CommitteeAppointmentView() {}

    private static Figure inOffice(String name) {
        return Figure.count(name).where(FeatureView.OPEN, true).placedBy(COMMITTEE);
    }

    private static <T> @Nullable T decided(CommitteeAppointmentState state, Function<Office, @Nullable T> of) {
        Office office = state.office();
        return office == null ? null : of.apply(office);
    }

    private static void decided(CommitteeAppointmentState before, Reliances on) {
        on.standing(before.committee());
        on.underWhoDecides(before.committee());
        on.available(before.member());
    }
}
