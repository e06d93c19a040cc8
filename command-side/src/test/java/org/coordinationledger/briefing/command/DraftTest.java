package org.coordinationledger.briefing.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.coordinationledger.briefing.command.Station.BRIEFING;
import static org.coordinationledger.briefing.command.Station.FIRST;
import static org.coordinationledger.briefing.command.Station.WRITER;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final String BODY =
            """
            {"id":"briefing","effectiveOn":"2019-03-01","post":"post","subject":"Tình hình quý I","topic":"SECURITY",
             "classification":"%s","digest":"1111111111111111111111111111111111111111111111111111111111111111"}
            """;

    private final Station station = new Station();

    @Test
    void a_post_drafts_a_briefing() {
        station.decision().when(WRITER, draft("post")).recorded(Station.drafted()).keys();
    }

    @Test
    void nobody_drafts_for_another_post() {
        station.decision()
                .when(recorder("commune"), draft("post"))
                .refused(new BriefingRejection.NotItsPost("post"));
    }

    @Test
    void only_a_border_post_drafts_a_briefing() {
        station.decision()
                .when(recorder("commune"), draft("commune"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "commune", "COMMUNE_PARTY_COMMITTEE", List.of("BORDER_POST")));
    }

    @Test
    void a_dissolved_post_drafts_nothing() {
        station.dissolve("post", "2019-03-01");
        station.decision()
                .when(WRITER, draft("post"))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2019-03-01"), List.of()));
    }

    @Test
    void a_text_that_is_not_stored_is_not_drafted() {
        TextDigest unknown = new TextDigest("3".repeat(64));
        station.decision()
                .when(WRITER, draft("post", unknown))
                .refused(new NeighbourRejection.UnknownText(unknown.value()));
    }

    @Test
    void a_briefing_begins_only_once() {
        station.afterDraft().when(WRITER, draft("post")).refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void an_ordinary_briefing_is_read_as_it_was_sent() {
        BriefingCommand.Draft read =
                EventJson.mapper().readValue(BODY.formatted("ORDINARY"), BriefingCommand.Draft.class);

        assertThat(read.event()).isEqualTo(Station.drafted());
    }

    @Test
    void a_state_secret_is_refused_before_anything_of_it_is_kept() {
        Throwable refused = catchThrowable(
                () -> EventJson.mapper().readValue(BODY.formatted("TOP_SECRET"), BriefingCommand.Draft.class));

        assertThat(refused).hasRootCauseInstanceOf(RejectedException.class);
        assertThat(refused.getCause()).isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                .isEqualTo(new BriefingRejection.StateSecret("TOP_SECRET")));
    }

    private static BriefingCommand.Draft draft(String post) {
        return draft(post, FIRST);
    }

    private static BriefingCommand.Draft draft(String post, TextDigest text) {
        return new BriefingCommand.Draft(
                BRIEFING, day("2019-03-01"), organisation(post), Station.SUBJECT, BriefingTopic.SECURITY,
                Classification.ORDINARY, text, List.of(), null);
    }
}
