package org.coordinationledger.programme.command;

import static org.coordinationledger.programme.command.Campaign.CELLS;
import static org.coordinationledger.programme.command.Campaign.DISTRICT;
import static org.coordinationledger.programme.command.Campaign.DISTRICT_DECIDES;
import static org.coordinationledger.programme.command.Campaign.PROGRAMME;
import static org.coordinationledger.programme.command.Campaign.PROVINCE;
import static org.coordinationledger.programme.command.Campaign.PROVINCE_DECIDES;
import static org.coordinationledger.programme.command.Campaign.REGULATION;
import static org.coordinationledger.programme.command.Campaign.UNKNOWN;
import static org.coordinationledger.programme.command.Campaign.quantity;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.programme.event.ComputedFrom;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeRejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.PartKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reporting on targets, adjusting them, and closing the programme. */
class TargetStepsTest {

    private final Campaign campaign = new Campaign();

    @Test
    void the_organisation_reports_what_it_entered_or_what_a_figure_gave() {
        campaign.adopted()
                .when(PROVINCE, report("2019-01-01", CELLS, null))
                .recorded(new ProgrammeEvent.ProgressReported(
                        day("2019-01-01"), CELLS, quantity("30"), true, null))
                .keys();
        ComputedFrom figure = new ComputedFrom(new FigureName("cellsCovered"), "province", day("2019-01-01"), 7);
        campaign.adopted()
                .when(PROVINCE, report("2019-01-01", CELLS, figure))
                .recorded(new ProgrammeEvent.ProgressReported(
                        day("2019-01-01"), CELLS, quantity("30"), true, figure));
    }

    @Test
    void the_organisation_adjusts_a_target_by_a_decision_with_a_reason() {
        campaign.adopted()
                .when(PROVINCE_DECIDES, adjust("2019-01-01", CELLS, REGULATION))
                .recorded(new ProgrammeEvent.TargetAdjusted(
                        day("2019-01-01"), CELLS, quantity("36"), day("2021-12-31"), Landscape.REASON,
                        List.of(REGULATION)))
                .keys();
        campaign.adopted()
                .when(PROVINCE, adjust("2019-01-01", CELLS))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void the_organisation_closes_the_programme_by_a_decision() {
        campaign.adopted()
                .when(PROVINCE_DECIDES, close("2023-01-01"))
                .recorded(new ProgrammeEvent.Closed(day("2023-01-01"), Landscape.REASON))
                .keys();
        campaign.adopted()
                .when(PROVINCE, close("2023-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void no_other_organisation_takes_these_steps() {
        ProgrammeRejection.NotYourProgramme refusal = new ProgrammeRejection.NotYourProgramme("province");
        campaign.adopted().when(DISTRICT, report("2019-01-01", CELLS, null)).refused(refusal);
        campaign.adopted().when(DISTRICT_DECIDES, adjust("2019-01-01", CELLS)).refused(refusal);
        campaign.adopted().when(DISTRICT_DECIDES, close("2019-01-01")).refused(refusal);
    }

    @Test
    void only_targets_of_the_programme_are_reported_on_and_adjusted() {
        ProgrammeRejection.UnknownTarget refusal =
                new ProgrammeRejection.UnknownTarget("unknown", List.of("cells", "houses"));
        campaign.adopted().when(PROVINCE, report("2019-01-01", UNKNOWN, null)).refused(refusal);
        campaign.adopted().when(PROVINCE_DECIDES, adjust("2019-01-01", UNKNOWN)).refused(refusal);
    }

    @Test
    void nothing_comes_before_the_adoption() {
        campaign.decision()
                .when(PROVINCE, report("2019-01-01", CELLS, null))
                .refused(new ServiceRejection.UnknownRecord("programmes", "programme"));
        campaign.adopted()
                .when(PROVINCE, report("2017-12-31", CELLS, null))
                .refused(new TimelineRejection.NotYetBegun(day("2017-12-31")));
    }

    @Test
    void nothing_follows_the_closing_and_nothing_is_closed_before_its_last_step() {
        ProgrammeEvent.Closed closed = new ProgrammeEvent.Closed(day("2020-01-01"), Landscape.REASON);
        ProgrammeRejection.AlreadyClosed refusal = new ProgrammeRejection.AlreadyClosed(day("2020-01-01"));
        campaign.adopted().given(PROVINCE_DECIDES, closed)
                .when(PROVINCE, report("2020-01-01", CELLS, null))
                .refused(refusal);
        campaign.adopted().given(PROVINCE_DECIDES, closed)
                .when(PROVINCE_DECIDES, adjust("2020-01-02", CELLS))
                .refused(refusal);
        campaign.adopted().given(PROVINCE_DECIDES, closed).when(PROVINCE_DECIDES, close("2020-01-02")).refused(refusal);
        campaign.adopted().given(PROVINCE_DECIDES, closed)
                .when(PROVINCE, report("2019-12-31", CELLS, null))
                .recorded(new ProgrammeEvent.ProgressReported(
                        day("2019-12-31"), CELLS, quantity("30"), true, null));
        campaign.adopted()
                .given(PROVINCE, new ProgrammeEvent.ProgressReported(
                        day("2019-12-31"), CELLS, quantity("30"), true, null))
                .when(PROVINCE_DECIDES, close("2019-12-30"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "programme.progress-reported", day("2019-12-31"), "programme/already-closed"))));
    }

    private static ProgrammeCommand.ReportProgress report(String day, PartKey target, @Nullable ComputedFrom from) {
        return new ProgrammeCommand.ReportProgress(PROGRAMME, day(day), target, quantity("30"), true, from);
    }

    private static ProgrammeCommand.AdjustTarget adjust(String day, PartKey target, BasisDocumentId... bases) {
        return new ProgrammeCommand.AdjustTarget(
                PROGRAMME, day(day), target, quantity("36"), day("2021-12-31"), Landscape.REASON, List.of(bases));
    }

    private static ProgrammeCommand.Close close(String day) {
        return new ProgrammeCommand.Close(PROGRAMME, day(day), Landscape.REASON);
    }
}
