package org.coordinationledger.outreach.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachSessionRejection;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.OutreachSessionId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final Actor POST = recorder("post");

    private final Landscape landscape = new Landscape();

    private Decision<OutreachSession> decision() {
        return Decision.of(OutreachSession.class, OutreachSessionState.TYPE, landscape.registry);
    }

    @Test
    void who_held_sessions_records_them_in_one_line() {
        decision().when(POST, hold("2023-01-01", "13", "1500", "commune"))
                .recorded(held("2023-01-01", "13", "1500", "commune"))
                .keys();
    }

    @Test
    void nobody_records_the_sessions_of_others() {
        decision().when(recorder("commune"), hold(null, "1", "30", "commune"))
                .refused(new OutreachSessionRejection.NotItsOrganiser("post"));
        decision().when(new Actor("auditor", organisation("post"), Role.AUDITOR), hold(null, "1", "30", "commune"))
                .refused(new CommandRejection.RoleNotCompetent("AUDITOR", "RECORD"));
    }

    @Test
    void sessions_are_held_in_communes_that_stand_each_named_once() {
        decision().when(POST, hold(null, "1", "30", "commune", "commune"))
                .refused(new OutreachSessionRejection.VenueNamedTwice(List.of("commune", "commune")));
        decision().when(POST, hold(null, "1", "30", "district"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "district", "DISTRICT_PARTY_COMMITTEE", List.of("COMMUNE_PARTY_COMMITTEE")));
        landscape.dissolve("commune", "2023-08-31");
        decision().when(POST, hold(null, "1", "30", "commune"))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2023-08-31"), List.of()));
    }

    @Test
    void a_period_ends_after_it_begins() {
        decision().when(POST, hold("2023-09-01", "2", "30", "commune"))
                .refused(new OutreachSessionRejection.EndsBeforeItBegins(day("2023-09-01"), day("2023-08-31")));
    }

    @Test
    void a_line_stands_for_one_session_at_least() {
        decision().when(POST, hold(null, "0", "0", "commune"))
                .refused(new OutreachSessionRejection.NoSession());
    }

    @Test
    void sessions_and_attendances_are_whole_and_not_negative() {
        assertThat(refused(() -> hold(null, "1.5", "30", "commune").event()))
                .isEqualTo(new ValueRejection.NotWhole("1.5"));
        assertThat(refused(() -> hold(null, "1", "0.5", "commune").event()))
                .isEqualTo(new ValueRejection.NotWhole("0.5"));
        assertThat(refused(() -> quantity("-1"))).isEqualTo(new ValueRejection.NegativeQuantity("-1"));
        assertThat(refused(() -> hold(null, "1", "1").event())).isEqualTo(new ValueRejection.Missing("venues"));
    }

    @Test
    void a_line_is_corrected_and_voided_by_who_recorded_it() {
        Amend.Correct correct = new Amend.Correct(
                new AnyRecordId("session"), day("2026-01-01"), 0, held(null, "6", "900", "commune"), Landscape.REASON,
                List.of());
        decision().given(POST, held(null, "6", "800", "commune")).when(POST, correct).recorded(correct.event());
        Amend.Void voiding =
                new Amend.Void(new AnyRecordId("session"), day("2026-01-01"), 0, Landscape.REASON, List.of());
        decision().given(POST, held(null, "6", "800", "commune"))
                .when(recorder("commune"), voiding)
                .refused(new TimelineRejection.NotItsOrganisation(0, "post"));
        decision().given(POST, held(null, "6", "800", "commune"))
                .when(POST, hold(null, "6", "800", "commune"))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    private static Object refused(Runnable trying) {
        return catchThrowableOfType(RejectedException.class, trying::run).rejection();
    }

    private static Quantity quantity(String number) {
        return new Quantity(new BigDecimal(number), Quality.EXACT, null);
    }

    private static OutreachSessionCommand.Hold hold(
            @Nullable String firstDay, String sessions, String attendances, String... venues) {
        return new OutreachSessionCommand.Hold(
                new OutreachSessionId("session"), day("2023-08-31"), firstDay == null ? null : day(firstDay),
                OutreachTopic.SEAS_AND_ISLANDS, null, organisation("post"),
                Stream.of(venues).map(OrganisationId::new).toList(), quantity(sessions), quantity(attendances),
                List.of(), null);
    }

    private static OutreachSessionEvent.Held held(
            @Nullable String firstDay, String sessions, String attendances, String... venues) {
        return hold(firstDay, sessions, attendances, venues).event();
    }
}
