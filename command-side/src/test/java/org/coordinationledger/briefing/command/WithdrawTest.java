package org.coordinationledger.briefing.command;

import static org.coordinationledger.briefing.command.Station.BRIEFING;
import static org.coordinationledger.briefing.command.Station.POST_DECIDES;
import static org.coordinationledger.briefing.command.Station.REASON;
import static org.coordinationledger.briefing.command.Station.WRITER;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class WithdrawTest {

    private static final BriefingCommand.Withdraw WITHDRAW =
            new BriefingCommand.Withdraw(BRIEFING, day("2019-04-01"), REASON);

    private final Station station = new Station();

    @Test
    void a_post_withdraws_a_briefing_whether_it_passed_or_not() {
        for (Decision<Briefing> before :
                List.of(station.afterDraft(), station.afterSubmission(), station.afterReturn(), station.afterPass())) {
            before.when(POST_DECIDES, WITHDRAW).recorded(WITHDRAW.event());
        }
    }

    @Test
    void nothing_is_delivered_after_a_withdrawal() {
        station.afterPass()
                .given(POST_DECIDES, WITHDRAW.event())
                .when(WRITER, new BriefingCommand.Deliver(
                        BRIEFING, day("2019-04-02"), Station.delivered("2019-04-02", "cell").cell(),
                        Station.delivered("2019-04-02", "cell").audience(), Station.FIRST, null))
                .refused(new BriefingRejection.AlreadyOver("WITHDRAWN", day("2019-04-01")));
    }

    @Test
    void a_withdrawal_is_not_dated_before_a_delivery() {
        station.afterPass()
                .given(WRITER, Station.delivered("2019-04-05", "cell"))
                .when(POST_DECIDES, WITHDRAW)
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        3, "briefing.delivered", day("2019-04-05"), "briefing/already-over"))));
    }

    @Test
    void withdrawing_is_a_decision_of_the_post() {
        station.afterPass()
                .when(WRITER, WITHDRAW)
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        station.afterPass()
                .when(decider("province"), WITHDRAW)
                .refused(new BriefingRejection.NotItsPost("post"));
    }

    @Test
    void a_briefing_is_withdrawn_only_once() {
        station.afterPass()
                .given(POST_DECIDES, WITHDRAW.event())
                .when(POST_DECIDES, new BriefingCommand.Withdraw(BRIEFING, day("2019-04-02"), REASON))
                .refused(new BriefingRejection.AlreadyOver("WITHDRAWN", day("2019-04-01")));
    }
}
