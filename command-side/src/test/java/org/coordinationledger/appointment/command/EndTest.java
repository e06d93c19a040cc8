package org.coordinationledger.appointment.command;

import static org.coordinationledger.appointment.command.Committee.APPOINTMENT;
import static org.coordinationledger.appointment.command.Committee.COMMUNE;
import static org.coordinationledger.appointment.command.Committee.DISTRICT;
import static org.coordinationledger.appointment.command.Committee.KEY;
import static org.coordinationledger.appointment.command.Committee.POST;
import static org.coordinationledger.appointment.command.Committee.PROVINCE;
import static org.coordinationledger.appointment.command.Committee.REASON;
import static org.coordinationledger.appointment.command.Committee.held;
import static org.coordinationledger.appointment.command.Committee.recorded;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.junit.jupiter.api.Test;

/** A term is extended, or an appointment comes to its end. */
class EndTest {

    private final Committee committee = new Committee();

    @Test
    void an_extended_term_holds_the_position_longer() {
        committee.landscape.registry.holding(KEY, held("appointment", "2018-03-01", "2021-01-01"));
        committee.afterDesignation()
                .when(PROVINCE, extend("2020-06-01", "2021-06-30"))
                .recorded(new CommitteeAppointmentEvent.Extended(
                        day("2020-06-01"), day("2021-06-30"), null, List.of()))
                .keys(recorded("2018-03-01", "2021-07-01"));
    }

    @Test
    void a_term_is_not_extended_into_anothers() {
        committee.landscape.registry.holding(KEY, held("appointment", "2018-03-01", "2021-01-01"));
        committee.landscape.registry.holding(KEY, held("next", "2021-01-01", null));
        committee.afterDesignation()
                .when(DISTRICT, extend("2020-06-01", "2021-06-30"))
                .refused(new CommitteeAppointmentAcross.PositionHeld(
                        "member", "commune", "DEPUTY_SECRETARY", "next"));
    }

    @Test
    void only_a_body_above_the_committee_that_did_not_nominate_extends_and_relieves() {
        committee.afterDesignation()
                .when(COMMUNE, extend("2020-06-01", "2021-06-30"))
                .refused(new CommitteeAppointmentAcross.DeciderNotCompetent("commune", "commune"));
        committee.afterDesignation()
                .when(decider("post"), extend("2020-06-01", "2021-06-30"))
                .refused(new CommitteeAppointmentRejection.DecidedByNominator("post"));
        committee.afterDesignation()
                .when(Committee.person(POST, "district"), extend("2020-06-01", "2021-06-30"))
                .refused(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
        committee.afterDesignation()
                .when(COMMUNE, relieve("2019-01-01"))
                .refused(new CommitteeAppointmentAcross.DeciderNotCompetent("commune", "commune"));
    }

    @Test
    void who_is_relieved_sets_the_position_free() {
        committee.landscape.registry.holding(KEY, held("appointment", "2018-03-01", "2021-01-01"));
        committee.afterDesignation()
                .when(DISTRICT, relieve("2019-01-01"))
                .recorded(new CommitteeAppointmentEvent.Relieved(day("2019-01-01"), REASON, List.of()))
                .keys(recorded("2018-03-01", "2019-01-01"));
    }

    @Test
    void nobody_is_relieved_of_or_extended_in_what_is_not_held() {
        committee.afterVetting()
                .when(DISTRICT, relieve("2019-01-01"))
                .refused(new CommitteeAppointmentRejection.StepOutOfOrder("VETTED", List.of("IN_OFFICE")));
        committee.afterVetting()
                .when(DISTRICT, extend("2020-06-01", "2021-06-30"))
                .refused(new CommitteeAppointmentRejection.StepOutOfOrder("VETTED", List.of("IN_OFFICE")));
        committee.afterDesignation()
                .when(DISTRICT, relieve("2021-01-01"))
                .refused(new CommitteeAppointmentRejection.AlreadyOver("EXPIRED", day("2021-01-01")));
    }

    @Test
    void a_nomination_that_comes_to_nothing_is_ended_by_who_nominated_or_by_the_committee() {
        CommitteeAppointmentEvent.Ended ended = new CommitteeAppointmentEvent.Ended(day("2018-02-15"), REASON);
        committee.afterNomination().when(decider("post"), end("2018-02-15")).recorded(ended).keys();
        committee.afterVetting().when(COMMUNE, end("2018-02-15")).recorded(ended);
        committee.afterVetting()
                .when(DISTRICT, end("2018-02-15"))
                .refused(new CommitteeAppointmentRejection.NotYourStep(List.of("post", "commune")));
    }

    @Test
    void an_office_is_ended_by_who_decided_too_and_by_nobody_else() {
        committee.afterDesignation()
                .when(DISTRICT, end("2019-01-01"))
                .recorded(new CommitteeAppointmentEvent.Ended(day("2019-01-01"), REASON));
        committee.afterDesignation()
                .when(PROVINCE, end("2019-01-01"))
                .refused(new CommitteeAppointmentRejection.NotYourStep(List.of("post", "commune", "district")));
        committee.afterDesignation()
                .when(recorder("commune"), end("2019-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    private static CommitteeAppointmentCommand.Extend extend(String day, String lastDay) {
        return new CommitteeAppointmentCommand.Extend(APPOINTMENT, day(day), day(lastDay), null, List.of());
    }

    private static CommitteeAppointmentCommand.Relieve relieve(String day) {
        return new CommitteeAppointmentCommand.Relieve(APPOINTMENT, day(day), REASON, List.of());
    }

    private static CommitteeAppointmentCommand.End end(String day) {
        return new CommitteeAppointmentCommand.End(APPOINTMENT, day(day), REASON);
    }
}
