package org.coordinationledger.briefing.command;

import static org.coordinationledger.briefing.command.Station.BRIEFING;
import static org.coordinationledger.briefing.command.Station.COMMAND;
import static org.coordinationledger.briefing.command.Station.COMMITTEE;
import static org.coordinationledger.briefing.command.Station.FIRST;
import static org.coordinationledger.briefing.command.Station.SECOND;
import static org.coordinationledger.briefing.command.Station.SUBMITTER;
import static org.coordinationledger.briefing.command.Station.WRITER;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

class PassTest {

    private final Station station = new Station();

    @Test
    void the_party_committee_or_the_command_passes_what_was_submitted() {
        for (Actor body : List.of(COMMITTEE, COMMAND)) {
            station.afterSubmission().when(body, pass(1, FIRST)).recorded(Station.passed());
        }
    }

    @Test
    void a_briefing_is_passed_only_once() {
        station.afterPass()
                .when(COMMITTEE, pass(1, FIRST))
                .refused(new BriefingRejection.StepOutOfOrder("PASSED", List.of("SUBMITTED")));
    }

    @Test
    void nothing_passes_that_was_not_submitted() {
        station.afterDraft()
                .when(COMMITTEE, pass(1, FIRST))
                .refused(new BriefingRejection.StepOutOfOrder("DRAFTED", List.of("SUBMITTED")));
    }

    @Test
    void exactly_the_text_that_was_submitted_passes() {
        station.afterSubmission()
                .when(COMMITTEE, pass(1, SECOND))
                .refused(new BriefingRejection.OtherText(SECOND.value(), FIRST.value()));
        station.afterSubmission()
                .when(COMMITTEE, pass(2, FIRST))
                .refused(new BriefingRejection.OtherRevision(2, 1));
    }

    @Test
    void a_later_revision_must_pass_again() {
        BriefingEvent.Revised revised = new BriefingEvent.Revised(day("2019-04-01"), 2, SECOND);
        station.afterPass()
                .given(WRITER, revised)
                .given(SUBMITTER, new BriefingEvent.Submitted(day("2019-04-02"), 2))
                .when(COMMITTEE, new BriefingCommand.Pass(BRIEFING, day("2019-04-03"), 2, SECOND, List.of()))
                .recorded(new BriefingEvent.Passed(day("2019-04-03"), 2, SECOND, List.of()));
    }

    @Test
    void passing_is_a_decision() {
        station.afterSubmission()
                .when(Station.person("somebody", Role.RECORDER, Body.COMMITTEE), pass(1, FIRST))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void the_step_says_which_of_the_two_bodies_passes() {
        station.afterSubmission()
                .when(Station.POST_DECIDES, pass(1, FIRST))
                .refused(new BriefingRejection.NotAnExaminingBody(null));
        station.afterSubmission()
                .when(Station.POST_DECIDES.through(Body.STANDING_COMMITTEE), pass(1, FIRST))
                .refused(new BriefingRejection.NotAnExaminingBody("STANDING_COMMITTEE"));
    }

    @Test
    void no_superior_passes_for_the_post() {
        station.afterSubmission()
                .when(decider("province").through(Body.COMMITTEE), pass(1, FIRST))
                .refused(new BriefingRejection.NotItsPost("post"));
    }

    @Test
    void who_drafted_or_submitted_does_not_pass() {
        for (Actor author : List.of(WRITER, SUBMITTER)) {
            station.afterSubmission()
                    .when(Station.person(author.person(), Role.APPROVER, Body.COMMITTEE), pass(1, FIRST))
                    .refused(new BriefingRejection.WrittenByTheSamePerson());
        }
    }

    @Test
    void who_revised_does_not_pass() {
        Actor reviser = Station.person("reviser", Role.APPROVER, Body.COMMITTEE);
        station.afterDraft()
                .given(reviser, new BriefingEvent.Revised(day("2019-03-02"), 2, SECOND))
                .given(SUBMITTER, new BriefingEvent.Submitted(day("2019-03-05"), 2))
                .when(reviser, pass(2, SECOND))
                .refused(new BriefingRejection.WrittenByTheSamePerson());
    }

    @Test
    void who_wrote_by_correcting_a_step_does_not_pass() {
        station.afterDraft()
                .given(COMMITTEE, Station.correct(0, Station.drafted(SECOND)).event())
                .given(SUBMITTER, Station.submitted())
                .when(COMMITTEE, pass(1, SECOND))
                .refused(new BriefingRejection.WrittenByTheSamePerson());
    }

    @Test
    void who_corrected_and_took_it_back_may_pass() {
        station.afterDraft()
                .given(COMMITTEE, Station.correct(0, Station.drafted(SECOND)).event())
                .given(COMMITTEE, Station.voiding(1).event())
                .given(SUBMITTER, Station.submitted())
                .when(COMMITTEE, pass(1, FIRST))
                .recorded(Station.passed());
    }

    private static BriefingCommand.Pass pass(int revision, TextDigest digest) {
        return new BriefingCommand.Pass(BRIEFING, day("2019-03-08"), revision, digest, List.of());
    }
}
