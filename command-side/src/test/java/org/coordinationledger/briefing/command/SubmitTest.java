package org.coordinationledger.briefing.command;

import static org.coordinationledger.briefing.command.Station.BRIEFING;
import static org.coordinationledger.briefing.command.Station.SUBMITTER;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.junit.jupiter.api.Test;

class SubmitTest {

    private final Station station = new Station();

    @Test
    void a_draft_is_submitted() {
        station.afterDraft().when(SUBMITTER, submit("2019-03-05", 1)).recorded(Station.submitted());
    }

    @Test
    void what_was_returned_is_submitted_again() {
        station.afterReturn()
                .when(SUBMITTER, submit("2019-03-09", 1))
                .recorded(new BriefingEvent.Submitted(day("2019-03-09"), 1));
    }

    @Test
    void only_the_latest_revision_is_submitted() {
        station.afterDraft()
                .given(Station.WRITER, new BriefingEvent.Revised(day("2019-03-02"), 2, Station.SECOND))
                .when(SUBMITTER, submit("2019-03-05", 1))
                .refused(new BriefingRejection.OtherRevision(1, 2));
    }

    @Test
    void a_briefing_is_submitted_once_at_a_time() {
        station.afterSubmission()
                .when(SUBMITTER, submit("2019-03-06", 1))
                .refused(new BriefingRejection.StepOutOfOrder("SUBMITTED", List.of("DRAFTED", "RETURNED")));
        station.afterPass()
                .when(SUBMITTER, submit("2019-03-09", 1))
                .refused(new BriefingRejection.StepOutOfOrder("PASSED", List.of("DRAFTED", "RETURNED")));
    }

    @Test
    void only_the_post_submits() {
        station.afterDraft()
                .when(recorder("commune"), submit("2019-03-05", 1))
                .refused(new BriefingRejection.NotItsPost("post"));
    }

    @Test
    void nothing_is_submitted_that_was_not_drafted() {
        station.decision()
                .when(SUBMITTER, submit("2019-03-05", 1))
                .refused(new ServiceRejection.UnknownRecord("briefings", "briefing"));
    }

    private static BriefingCommand.Submit submit(String day, int revision) {
        return new BriefingCommand.Submit(BRIEFING, day(day), revision);
    }
}
