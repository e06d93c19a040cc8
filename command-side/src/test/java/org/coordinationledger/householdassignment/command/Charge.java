package org.coordinationledger.householdassignment.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** A post with a member, and the households of a hamlet, which is the cell of a commune. */
final class Charge {

    static final Actor POST = recorder("post");
    static final Actor POST_DECIDES = decider("post");
    static final Actor COMMUNE = recorder("commune");
    static final Actor COMMUNE_DECIDES = decider("commune");
    static final HouseholdAssignmentId CHARGE = new HouseholdAssignmentId("charge");
    static final HouseholdAssignmentId OTHER = new HouseholdAssignmentId("other");
    static final MemberId MEMBER = new MemberId("member");
    static final Reason REASON = new Reason("chuyển công tác");

    final Landscape landscape = new Landscape();

    Charge() {
        landscape.stands("cell-2", OrganisationKind.CELL, "commune");
        landscape.stands("commune-2", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "district");
        landscape.stands("cell-of-commune-2", OrganisationKind.CELL, "commune-2");
        member(new MemberEvent.Registered(
                day("2010-01-01"), new MemberCode("DV-001"), organisation("post"), Membership.OFFICIAL,
                new PersonalData.Sealed("n", "c"), false));
    }

    void member(MemberEvent event) {
        landscape.registry.with(MemberState.TYPE, MEMBER, POST, event);
    }

    /** Another assignment of the post, agreed for a hamlet. */
    void otherOf(String cell) {
        other(agreed("2018-10-15", cell));
    }

    void other(RecordEvent event) {
        landscape.registry.with(HouseholdAssignmentState.TYPE, OTHER, POST_DECIDES, event);
    }

    Decision<HouseholdAssignment> decision() {
        return Decision.of(HouseholdAssignment.class, HouseholdAssignmentState.TYPE, landscape.registry);
    }

    Decision<HouseholdAssignment> afterAgreement() {
        return decision().given(COMMUNE, agreed("2018-10-15", "cell"));
    }

    /** In charge of HO-1 and HO-2 since the first of November 2018. */
    Decision<HouseholdAssignment> afterAssignment() {
        return afterAgreement().given(POST_DECIDES, assigned("2018-11-01", "HO-1", "HO-2"));
    }

    /** The keys as they are held after {@link #afterAssignment()}. */
    void keysHeld() {
        holds("charge", "HO-1", "2018-11-01", null);
        holds("charge", "HO-2", "2018-11-01", null);
    }

    void holds(String holder, String household, String from, @Nullable String to) {
        landscape.registry.holding(key(household), held(holder, from, to));
    }

    static String key(String household) {
        return "household:cell:" + household;
    }

    static ReservationEvent.Held held(String holder, String from, @Nullable String to) {
        return new ReservationEvent.Held(
                holder, List.of(new HeldPeriod(day(from), to == null ? Phase.OPEN_END : day(to))), null);
    }

    static Recorded recorded(String household, String from, @Nullable String to) {
        return new Recorded(key(household), held("charge", from, to));
    }

    /** The other assignment holds the household from a day on. */
    static Recorded recordedOfOther(String household, String from) {
        return new Recorded(key(household), held("other", from, null));
    }

    static Recorded released(String household) {
        return new Recorded(key(household), new ReservationEvent.Released("charge"));
    }

    static List<HouseholdCode> codes(String... households) {
        return Stream.of(households).map(HouseholdCode::new).toList();
    }

    static HouseholdAssignmentEvent.Agreed agreed(String day, String cell) {
        return new HouseholdAssignmentEvent.Agreed(
                day(day), MEMBER, organisation("post"), organisation("commune"), organisation(cell), List.of(), false);
    }

    static HouseholdAssignmentEvent.Assigned assigned(String day, String... households) {
        return new HouseholdAssignmentEvent.Assigned(day(day), codes(households), List.of());
    }

    static HouseholdAssignmentCommand.Assign assign(String day, String... households) {
        return new HouseholdAssignmentCommand.Assign(CHARGE, day(day), codes(households), List.of());
    }

    static HouseholdAssignmentCommand.AddHouseholds add(String day, String... households) {
        return new HouseholdAssignmentCommand.AddHouseholds(CHARGE, day(day), codes(households));
    }
}
