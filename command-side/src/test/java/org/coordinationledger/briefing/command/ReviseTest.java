package org.coordinationledger.briefing.command;

import static org.coordinationledger.briefing.command.Station.BRIEFING;
import static org.coordinationledger.briefing.command.Station.SECOND;
import static org.coordinationledger.briefing.command.Station.WRITER;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.command.record.Decision;
import org.junit.jupiter.api.Test;

class ReviseTest {

    private final Station station = new Station();

    @Test
    void a_draft_is_revised_before_and_after_it_was_returned_and_after_it_passed() {
        for (Decision<Briefing> before : List.of(station.afterDraft(), station.afterReturn(), station.afterPass())) {
            before.when(WRITER, revise("2019-03-10", 2)).recorded(revised("2019-03-10", 2));
        }
    }

    @Test
    void revisions_are_counted_one_by_one() {
        station.afterDraft()
                .when(WRITER, revise("2019-03-10", 3))
                .refused(new BriefingRejection.OtherRevision(3, 2));
        station.afterDraft()
                .when(WRITER, revise("2019-03-10", 1))
                .refused(new BriefingRejection.OtherRevision(1, 2));
    }

    @Test
    void what_is_before_the_committee_is_not_revised() {
        station.afterSubmission()
                .when(WRITER, revise("2019-03-10", 2))
                .refused(new BriefingRejection.StepOutOfOrder("SUBMITTED", List.of("DRAFTED", "RETURNED", "PASSED")));
    }

    @Test
    void only_the_post_revises() {
        station.afterDraft()
                .when(recorder("commune"), revise("2019-03-10", 2))
                .refused(new BriefingRejection.NotItsPost("post"));
    }

    @Test
    void revisions_have_a_bound() {
        Decision<Briefing> many = station.afterDraft();
        for (int revision = 2; revision <= BriefingState.MOST_REVISIONS; revision++) {
            many.given(WRITER, revised("2019-03-10", revision));
        }
        many.when(WRITER, revise("2019-03-11", BriefingState.MOST_REVISIONS + 1))
                .refused(new BriefingRejection.TooManyRevisions(BriefingState.MOST_REVISIONS));
    }

    private static BriefingCommand.Revise revise(String day, int revision) {
        return new BriefingCommand.Revise(BRIEFING, day(day), revision, SECOND);
    }

    private static BriefingEvent.Revised revised(String day, int revision) {
        return new BriefingEvent.Revised(day(day), revision, SECOND);
    }
}
