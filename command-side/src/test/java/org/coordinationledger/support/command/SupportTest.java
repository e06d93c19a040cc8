package org.coordinationledger.support.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.support.command.SupportActivityCommand.Recorded;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityRejection;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.SupportActivityId;
import org.coordinationledger.vocabulary.Unit;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupportTest {

    private static final Actor GIVER = recorder("border-guard");
    private static final SupportActivityId SUPPORT = new SupportActivityId("support");
    private static final Extent HOUSES = extent("475000000", "11");
    private static final Extent MONEY = extent("3000000000", null);

    private final Landscape landscape = new Landscape();

    private Decision<SupportActivity> decision() {
        return Decision.of(SupportActivity.class, SupportActivityState.TYPE, landscape.registry);
    }

    @Test
    void support_is_promised_or_given_by_who_answers_for_it() {
        SupportActivityCommand.Support promise = support(Recorded.PROMISED, SupportKind.HOUSE, HOUSES, "căn nhà", "commune");
        decision().when(GIVER, promise).recorded(promise.event()).keys();
        SupportActivityCommand.Support gift = support(Recorded.GIVEN, SupportKind.LIVELIHOOD, MONEY, null, "post");
        decision().when(GIVER, gift).recorded(gift.event()).keys();
        assertThat(promise.event()).isInstanceOf(SupportActivityEvent.Promised.class);
        assertThat(gift.event()).isInstanceOf(SupportActivityEvent.Given.class);
        decision().when(recorder("commune"), gift).refused(new SupportActivityRejection.NotItsGiver("border-guard"));
    }

    @Test
    void support_goes_to_communes_and_posts_that_stand_each_named_once() {
        decision().when(GIVER, support(Recorded.GIVEN, SupportKind.GIFTS, MONEY, null, "commune", "commune"))
                .refused(new SupportActivityRejection.RecipientNamedTwice(List.of("commune", "commune")));
        decision().when(GIVER, support(Recorded.GIVEN, SupportKind.GIFTS, MONEY, null, "cell"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "cell", "CELL", List.of("COMMUNE_PARTY_COMMITTEE", "BORDER_POST")));
        landscape.dissolve("commune", "2023-01-01");
        decision().when(GIVER, support(Recorded.PROMISED, SupportKind.GIFTS, MONEY, null, "commune"))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2023-01-01"), List.of()));
    }

    @Test
    void how_much_is_stated_and_a_quantity_says_of_what() {
        decision().when(GIVER, support(Recorded.GIVEN, SupportKind.GIFTS, extent(null, null), null, "commune"))
                .refused(new SupportActivityRejection.ExtentNotStated());
        decision().when(GIVER, support(Recorded.GIVEN, SupportKind.HOUSE, HOUSES, null, "commune"))
                .refused(new SupportActivityRejection.UnitDoesNotFit());
        decision().when(GIVER, support(Recorded.GIVEN, SupportKind.GIFTS, MONEY, "suất quà", "commune"))
                .refused(new SupportActivityRejection.UnitDoesNotFit());
        decision().when(GIVER, support(Recorded.GIVEN, SupportKind.HOUSE, extent(null, "1.5"), "căn nhà", "commune"))
                .refused(new SupportActivityRejection.QuantityNotWhole("1.5"));
        SupportActivityCommand.Support rice =
                support(Recorded.GIVEN, SupportKind.OTHER, extent(null, "1.5"), "tấn gạo", "commune");
        decision().when(GIVER, rice).recorded(rice.event());
    }

    @Test
    void an_amount_is_in_whole_dong_of_any_size() {
        assertThat(catchThrowableOfType(RejectedException.class, () -> extent("0.5", null)).rejection())
                .isEqualTo(new ValueRejection.NotWhole("0.5"));
        String large = "999999999999999999999999999999";
        assertThat(extent(large, null).amountVnd()).isEqualTo(quantity(large));
    }

    @Test
    void a_promise_is_kept_in_one_go_or_in_parts() {
        SupportActivityCommand.KeepPromise part = keep("2023-02-01", extent("100000000", "2"));
        decision().given(GIVER, promised()).when(GIVER, part).recorded(part.event());
        SupportActivityCommand.KeepPromise rest = keep("2023-03-01", extent("375000000", "9"));
        decision().given(GIVER, promised()).given(GIVER, part.event()).when(GIVER, rest).recorded(rest.event());
        decision().given(GIVER, promised())
                .when(recorder("commune"), part)
                .refused(new SupportActivityRejection.NotItsGiver("border-guard"));
        decision().given(GIVER, promised())
                .when(GIVER, keep("2023-02-01", extent(null, null)))
                .refused(new SupportActivityRejection.ExtentNotStated());
        decision().given(GIVER, promised())
                .when(GIVER, keep("2022-12-31", HOUSES))
                .refused(new TimelineRejection.NotYetBegun(day("2022-12-31")));
    }

    @Test
    void what_was_given_without_a_promise_keeps_none() {
        decision().given(GIVER, support(Recorded.GIVEN, SupportKind.LIVELIHOOD, MONEY, null, "commune").event())
                .when(GIVER, keep("2023-02-01", MONEY))
                .refused(new SupportActivityRejection.NothingPromised("GIVEN"));
    }

    @Test
    void a_promise_is_withdrawn_unless_something_was_given() {
        SupportActivityCommand.WithdrawPromise withdraw = withdraw("2023-06-30");
        decision().given(GIVER, promised()).when(GIVER, withdraw).recorded(withdraw.event());
        decision().given(GIVER, promised())
                .given(GIVER, withdraw.event())
                .when(GIVER, keep("2023-07-01", HOUSES))
                .refused(new SupportActivityRejection.NothingPromised("WITHDRAWN"));
        decision().given(GIVER, promised())
                .given(GIVER, keep("2023-02-01", HOUSES).event())
                .when(GIVER, withdraw)
                .refused(new SupportActivityRejection.PartlyGiven(day("2023-02-01")));
    }

    @Test
    void a_wrong_sum_is_corrected_and_nothing_is_promised_twice() {
        SupportActivityCommand.Support right =
                support(Recorded.PROMISED, SupportKind.HOUSE, extent("480000000", "11"), "căn nhà", "commune");
        Amend.Correct correct = new Amend.Correct(
                new AnyRecordId("support"), day("2026-01-01"), 0, right.event(), Landscape.REASON, List.of());
        decision().given(GIVER, promised()).when(GIVER, correct).recorded(correct.event());
        decision().given(GIVER, promised()).when(GIVER, right).refused(new TimelineRejection.AlreadyBegun());
    }

    private static SupportActivityEvent promised() {
        return support(Recorded.PROMISED, SupportKind.HOUSE, HOUSES, "căn nhà", "commune").event();
    }

    private static SupportActivityCommand.Support support(
            Recorded as, SupportKind kind, Extent extent, @Nullable String unit, String... recipients) {
        return new SupportActivityCommand.Support(
                SUPPORT, day("2023-01-01"), as, kind, organisation("border-guard"),
                Stream.of(recipients).map(OrganisationId::new).toList(), extent,
                unit == null ? null : new Unit(unit), null, null, List.of(), null);
    }

    private static SupportActivityCommand.KeepPromise keep(String on, Extent extent) {
        return new SupportActivityCommand.KeepPromise(SUPPORT, day(on), extent);
    }

    private static SupportActivityCommand.WithdrawPromise withdraw(String on) {
        return new SupportActivityCommand.WithdrawPromise(SUPPORT, day(on), Landscape.REASON);
    }

    private static Extent extent(@Nullable String vnd, @Nullable String quantity) {
        return new Extent(vnd == null ? null : quantity(vnd), quantity == null ? null : quantity(quantity));
    }

    private static Quantity quantity(String number) {
        return new Quantity(new BigDecimal(number), Quality.EXACT, null);
    }
}
