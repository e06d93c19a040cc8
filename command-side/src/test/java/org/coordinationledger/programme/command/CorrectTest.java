package org.coordinationledger.programme.command;

import static org.coordinationledger.programme.command.Campaign.CELLS;
import static org.coordinationledger.programme.command.Campaign.HOUSES;
import static org.coordinationledger.programme.command.Campaign.PROVINCE;
import static org.coordinationledger.programme.command.Campaign.PROVINCE_DECIDES;
import static org.coordinationledger.programme.command.Campaign.UNKNOWN;
import static org.coordinationledger.programme.command.Campaign.adoption;
import static org.coordinationledger.programme.command.Campaign.quantity;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeRejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.PartKey;
import org.junit.jupiter.api.Test;

/** Correcting and voiding steps of a programme. */
class CorrectTest {

    private final Campaign campaign = new Campaign();

    @Test
    void a_report_is_corrected_within_the_same_rules() {
        Amend.Correct correct = correct(1, report(HOUSES));
        reported().when(PROVINCE, correct).recorded(correct.event()).keys();
        reported().when(PROVINCE, correct(1, report(UNKNOWN)))
                .refused(new ProgrammeRejection.UnknownTarget("unknown", List.of("cells", "houses")));
    }

    @Test
    void a_target_that_was_reported_on_is_not_taken_out_of_the_adoption() {
        reported().when(PROVINCE_DECIDES, correct(0, adoption("2018-01-01", null, null, HOUSES)))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "programme.progress-reported", day("2019-06-01"), "programme/unknown-target"))));
    }

    @Test
    void what_was_decided_is_corrected_by_who_may_decide() {
        campaign.adopted()
                .when(PROVINCE, correct(0, adoption("2018-01-02", null, null, CELLS)))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void a_voided_closing_lets_the_programme_go_on() {
        Amend.Void voided = new Amend.Void(
                new AnyRecordId("programme"), day("2026-01-01"), 1, Landscape.REASON, List.of());
        campaign.adopted()
                .given(PROVINCE_DECIDES, new ProgrammeEvent.Closed(day("2019-01-01"), Landscape.REASON))
                .given(PROVINCE_DECIDES, voided.event())
                .when(PROVINCE, new ProgrammeCommand.ReportProgress(
                        Campaign.PROGRAMME, day("2019-06-01"), CELLS, quantity("30"), false, null))
                .recorded(report(CELLS));
    }

    private Decision<Programme> reported() {
        return campaign.adopted().given(PROVINCE, report(CELLS));
    }

    private static ProgrammeEvent.ProgressReported report(PartKey target) {
        return new ProgrammeEvent.ProgressReported(day("2019-06-01"), target, quantity("30"), false, null);
    }

    private static Amend.Correct correct(long sequence, RecordEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("programme"), day("2026-01-01"), sequence, replacement, Landscape.REASON, List.of());
    }
}
