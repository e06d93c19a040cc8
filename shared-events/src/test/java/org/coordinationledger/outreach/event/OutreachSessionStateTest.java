package org.coordinationledger.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.junit.jupiter.api.Test;

class OutreachSessionStateTest {

    private static final Actor POST = recorder("post");

    private final Life<OutreachSessionEvent, OutreachSessionState> recorded =
            Life.of(OutreachSessionState.TYPE).then(POST, held("2023-08-31", "1500"));

    @Test
    void a_session_counts_from_its_last_day_on() {
        assertThat(recorded.timeline().on(day("2023-08-30"))).isEmpty();
        assertThat(recorded.on("2023-08-31").attendances()).isEqualTo(quantity("1500"));
        assertThat(recorded.on("2030-01-01").attendances()).isEqualTo(quantity("1500"));
    }

    @Test
    void a_correction_moves_a_session_and_as_known_before_it_stays_where_it_was() {
        Life<OutreachSessionEvent, OutreachSessionState> corrected =
                recorded.corrects(POST, 0, held("2023-07-31", "1600"));

        assertThat(corrected.on("2023-07-31").attendances()).isEqualTo(quantity("1600"));
        assertThat(corrected.timeline().knownAt(0).on(day("2023-07-31"))).isEmpty();
    }

    @Test
    void a_session_that_is_voided_never_was_and_voiding_that_brings_it_back() {
        Life<OutreachSessionEvent, OutreachSessionState> voided = recorded.voids(POST, 0);

        assertThat(voided.timeline().on(day("2023-08-31"))).isEmpty();
        assertThat(voided.voids(POST, 1).on("2023-08-31")).isEqualTo(recorded.on("2023-08-31"));
    }

    private static OutreachSessionEvent held(String lastDay, String attendances) {
        return new OutreachSessionEvent.Held(
                day(lastDay), day("2023-07-01"), OutreachTopic.IUU_FISHING, null, organisation("post"),
                List.of(organisation("commune")), quantity("13"), quantity(attendances), List.of(), false);
    }

    private static Quantity quantity(String number) {
        return new Quantity(new BigDecimal(number), Quality.EXACT, null);
    }
}
