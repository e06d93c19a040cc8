package org.coordinationledger.informationexchange.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.Collections;
import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class InformationExchangeStateTest {

    private static final ExchangeTopic TOPIC = new ExchangeTopic("An ninh trật tự");

    private static InformationExchangeEvent.Held held(String day, List<OrganisationId> to, List<ExchangeTopic> topics) {
        return new InformationExchangeEvent.Held(
                day(day), new AgreementId("agreement"), organisation("post"), to, topics, null, false);
    }

    private static InformationExchangeEvent.Held held(String day) {
        return held(day, List.of(organisation("commune")), List.of(TOPIC));
    }

    private static Rejection refused(Executable step) {
        return catchThrowableOfType(RejectedException.class, step::execute).rejection();
    }

    @Test
    void an_exchange_is_there_from_its_day_on_and_a_correction_moves_it() {
        Life<InformationExchangeEvent, InformationExchangeState> life =
                Life.of(InformationExchangeState.TYPE).then(recorder("post"), held("2018-05-31"));
        assertThat(life.timeline().on(day("2018-05-30"))).isEmpty();
        assertThat(life.on("2018-05-31").form()).isEqualTo(ExchangeForm.MEETING);

        Life<InformationExchangeEvent, InformationExchangeState> corrected =
                life.corrects(recorder("post"), 0, held("2018-05-30"));
        assertThat(corrected.on("2018-05-30").on()).isEqualTo(day("2018-05-30"));
        assertThat(life.voids(recorder("post"), 0).timeline().phases()).isEmpty();
    }

    @Test
    void an_exchange_happens_once() {
        assertThat(refused(() -> Life.of(InformationExchangeState.TYPE)
                        .then(recorder("post"), held("2018-05-31"))
                        .then(recorder("post"), held("2018-06-30"))))
                .isEqualTo(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void recipients_and_topics_are_some_and_not_too_many() {
        assertThat(refused(() -> held("2018-05-31", List.of(), List.of(TOPIC))))
                .isEqualTo(new ValueRejection.Missing("to"));
        assertThat(refused(() -> held("2018-05-31", List.of(organisation("commune")), List.of())))
                .isEqualTo(new ValueRejection.Missing("topics"));
        assertThat(refused(() -> held(
                        "2018-05-31", List.of(organisation("commune")), Collections.nCopies(21, TOPIC))))
                .isEqualTo(new ValueRejection.TooMany(21, 20));
        assertThat(refused(() -> new ExchangeTopic("a".repeat(201)))).isEqualTo(new ValueRejection.TooLong(201, 200));
    }
}
