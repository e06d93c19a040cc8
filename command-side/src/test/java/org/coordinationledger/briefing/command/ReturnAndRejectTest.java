package org.coordinationledger.briefing.command;

import static org.coordinationledger.briefing.command.Station.BRIEFING;
import static org.coordinationledger.briefing.command.Station.COMMAND;
import static org.coordinationledger.briefing.command.Station.COMMITTEE;
import static org.coordinationledger.briefing.command.Station.POST_DECIDES;
import static org.coordinationledger.briefing.command.Station.REASON;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.junit.jupiter.api.Test;

class ReturnAndRejectTest {

    private static final BriefingCommand.Return RETURN =
            new BriefingCommand.Return(BRIEFING, day("2019-03-08"), REASON);
    private static final BriefingCommand.Reject REJECT =
            new BriefingCommand.Reject(BRIEFING, day("2019-03-08"), REASON);

    private final Station station = new Station();

    @Test
    void what_was_submitted_is_returned_with_remarks_or_rejected() {
        station.afterSubmission().when(COMMITTEE, RETURN).recorded(RETURN.event());
        station.afterSubmission().when(COMMAND, REJECT).recorded(REJECT.event());
    }

    @Test
    void only_what_was_submitted_is_returned_or_rejected() {
        BriefingRejection needed = new BriefingRejection.StepOutOfOrder("PASSED", List.of("SUBMITTED"));
        station.afterPass().when(COMMITTEE, RETURN).refused(needed);
        station.afterPass().when(COMMITTEE, REJECT).refused(needed);
        station.afterDraft()
                .when(COMMITTEE, RETURN)
                .refused(new BriefingRejection.StepOutOfOrder("DRAFTED", List.of("SUBMITTED")));
    }

    @Test
    void a_rejection_is_final() {
        station.afterSubmission()
                .given(COMMITTEE, REJECT.event())
                .when(Station.WRITER, new BriefingCommand.Revise(BRIEFING, day("2019-03-09"), 2, Station.SECOND))
                .refused(new BriefingRejection.AlreadyOver("REJECTED", day("2019-03-08")));
    }

    @Test
    void returning_and_rejecting_are_decisions_of_the_posts_own_committee_or_command() {
        station.afterSubmission()
                .when(Station.person("somebody", Role.RECORDER, Body.COMMITTEE), RETURN)
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        station.afterSubmission().when(POST_DECIDES, RETURN).refused(new BriefingRejection.NotAnExaminingBody(null));
        station.afterSubmission()
                .when(POST_DECIDES.through(Body.STANDING_COMMITTEE), REJECT)
                .refused(new BriefingRejection.NotAnExaminingBody("STANDING_COMMITTEE"));
        station.afterSubmission()
                .when(decider("province").through(Body.COMMITTEE), REJECT)
                .refused(new BriefingRejection.NotItsPost("post"));
    }

    @Test
    void a_return_or_a_rejection_is_corrected_by_one_of_the_two_bodies() {
        BriefingEvent.Returned corrected = new BriefingEvent.Returned(day("2019-03-09"), REASON);
        station.afterReturn()
                .when(POST_DECIDES, Station.correct(2, corrected))
                .refused(new BriefingRejection.NotAnExaminingBody(null));
        station.afterReturn()
                .when(COMMAND, Station.correct(2, corrected))
                .recorded(Station.correct(2, corrected).event());
        station.afterSubmission()
                .given(COMMITTEE, REJECT.event())
                .when(POST_DECIDES, Station.correct(2, new BriefingEvent.Rejected(day("2019-03-09"), REASON)))
                .refused(new BriefingRejection.NotAnExaminingBody(null));
    }
}
