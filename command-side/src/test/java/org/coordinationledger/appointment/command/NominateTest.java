package org.coordinationledger.appointment.command;

import static org.coordinationledger.appointment.command.Committee.APPOINTMENT;
import static org.coordinationledger.appointment.command.Committee.COMMUNE;
import static org.coordinationledger.appointment.command.Committee.DISTRICT;
import static org.coordinationledger.appointment.command.Committee.MEMBER;
import static org.coordinationledger.appointment.command.Committee.POST;
import static org.coordinationledger.appointment.command.Committee.nominated;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.appointment.event.CommitteeAppointmentRejection;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

/** An officer is nominated, and the nomination is vetted. */
class NominateTest {

    private final Committee committee = new Committee();

    @Test
    void the_post_or_what_stands_above_it_nominates_its_officer() {
        committee.decision()
                .when(POST, nominate("commune", CommitteeLevel.COMMUNE))
                .recorded(nominated(CommitteePosition.DEPUTY_SECRETARY))
                .keys();
        committee.decision()
                .when(recorder("border-guard"), nominate("district", CommitteeLevel.DISTRICT))
                .recorded(nominate("district", CommitteeLevel.DISTRICT).event());
    }

    @Test
    void nobody_else_nominates() {
        committee.decision()
                .when(recorder("post-2"), nominate("commune", CommitteeLevel.COMMUNE))
                .refused(new CommitteeAppointmentAcross.MemberOfAnotherLine("member", "post"));
        committee.decision()
                .when(COMMUNE, nominate("commune", CommitteeLevel.COMMUNE))
                .refused(new CommitteeAppointmentAcross.MemberOfAnotherLine("member", "post"));
    }

    @Test
    void the_level_is_that_of_the_committee() {
        committee.decision()
                .when(POST, nominate("commune", CommitteeLevel.DISTRICT))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "commune", "COMMUNE_PARTY_COMMITTEE", List.of("DISTRICT_PARTY_COMMITTEE")));
        committee.decision()
                .when(POST, nominate("cell", CommitteeLevel.COMMUNE))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "cell", "CELL", List.of("COMMUNE_PARTY_COMMITTEE")));
    }

    @Test
    void a_dissolved_committee_and_a_member_who_left_are_refused() {
        committee.landscape.dissolve("district", "2017-12-31");
        committee.decision()
                .when(POST, nominate("district", CommitteeLevel.DISTRICT))
                .refused(new NeighbourRejection.OrganisationDissolved("district", day("2017-12-31"), List.of()));
        committee.member(new MemberEvent.LeftParty(day("2017-12-31"), Committee.REASON));
        committee.decision()
                .when(POST, nominate("commune", CommitteeLevel.COMMUNE))
                .refused(new CommitteeAppointmentAcross.MemberNotAvailable("member", null, day("2017-12-31")));
    }

    @Test
    void an_appointment_begins_only_once() {
        committee.afterNomination()
                .when(POST, nominate("commune", CommitteeLevel.COMMUNE))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void the_committee_the_nominator_and_what_stands_above_them_vet() {
        for (String vetter : List.of("commune", "district", "province", "border-guard", "post")) {
            committee.afterNomination().when(decider(vetter), vet()).recorded(Committee.vetted());
        }
        committee.afterNomination()
                .when(decider("elsewhere"), vet())
                .refused(new CommitteeAppointmentAcross.NotAVetter("elsewhere"));
    }

    @Test
    void who_nominated_does_not_vet_for_whatever_organisation() {
        committee.afterNomination()
                .when(Committee.person(POST, "post"), vet())
                .refused(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
        committee.afterNomination()
                .when(Committee.person(POST, "district"), vet())
                .refused(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
    }

    @Test
    void a_nomination_is_vetted_once_and_by_somebody_who_decides() {
        committee.afterVetting()
                .when(DISTRICT, vet())
                .refused(new CommitteeAppointmentRejection.StepOutOfOrder("VETTED", List.of("NOMINATED")));
        committee.afterNomination()
                .when(recorder("district"), vet())
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    private static CommitteeAppointmentCommand.Nominate nominate(String to, CommitteeLevel level) {
        return new CommitteeAppointmentCommand.Nominate(
                APPOINTMENT, day("2018-01-01"), MEMBER, organisation(to), level, CommitteePosition.DEPUTY_SECRETARY,
                List.of(), null);
    }

    private static CommitteeAppointmentCommand.Vet vet() {
        return new CommitteeAppointmentCommand.Vet(APPOINTMENT, day("2018-02-01"), null);
    }
}
