package org.coordinationledger.review.command;

import static org.coordinationledger.review.command.Session.DISTRICT;
import static org.coordinationledger.review.command.Session.DISTRICT_DECIDES;
import static org.coordinationledger.review.command.Session.POST;
import static org.coordinationledger.review.command.Session.PROVINCE;
import static org.coordinationledger.review.command.Session.PROVINCE_DECIDES;
import static org.coordinationledger.review.command.Session.REGULATION;
import static org.coordinationledger.review.command.Session.REVIEW;
import static org.coordinationledger.review.command.Session.RULES;
import static org.coordinationledger.review.command.Session.direction;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.PartKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a review asks for after its assessment, and that it was done. */
class FollowUpsTest {

    private final Session session = new Session();

    @Test
    void the_convener_directs_follow_ups_after_the_assessment() {
        session.assessed()
                .when(PROVINCE_DECIDES, direct("2020-06-03", "rules", "training"))
                .recorded(direction("2020-06-03", "rules", "training"))
                .keys();
        session.convened()
                .when(PROVINCE_DECIDES, direct("2020-06-03", "rules"))
                .refused(new ReviewRejection.NotYetAssessed());
        session.assessed()
                .when(PROVINCE_DECIDES, direct("2020-06-02", "rules"))
                .refused(new ReviewRejection.NotYetAssessed());
    }

    @Test
    void directing_is_a_decision_of_the_convener() {
        session.assessed()
                .when(PROVINCE, direct("2020-06-03", "rules"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        session.assessed()
                .when(DISTRICT_DECIDES, direct("2020-06-03", "rules"))
                .refused(new ReviewRejection.NotYourStep(List.of("province")));
    }

    @Test
    void each_follow_up_has_its_own_key_within_the_review() {
        session.assessed()
                .when(PROVINCE_DECIDES, direct("2020-06-03", "rules", "rules"))
                .refused(new ReviewRejection.FollowUpNamedTwice("rules"));
        session.directed()
                .when(PROVINCE_DECIDES, direct("2020-07-01", "rules"))
                .refused(new ReviewRejection.FollowUpNamedTwice("rules"));
        session.directed()
                .when(PROVINCE_DECIDES, direct("2020-07-01", "training"))
                .recorded(direction("2020-07-01", "training"));
    }

    @Test
    void who_has_to_do_it_stands_by_then() {
        session.landscape.dissolve("post", "2020-06-03");
        session.assessed()
                .when(PROVINCE_DECIDES, direct("2020-06-03", "rules"))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2020-06-03"), List.of()));
    }

    @Test
    void who_had_to_do_it_or_the_convener_records_that_it_was_done() {
        ReviewEvent.FollowUpDone done =
                new ReviewEvent.FollowUpDone(day("2020-11-20"), RULES, organisation("post"), REGULATION);
        session.directed().when(POST, finish("2020-11-20", RULES, REGULATION)).recorded(done).keys();
        session.directed().when(PROVINCE, finish("2020-11-20", RULES, REGULATION)).recorded(done);
        session.directed()
                .when(DISTRICT, finish("2020-11-20", RULES, null))
                .refused(new ReviewRejection.NotYourStep(List.of("post", "province")));
    }

    @Test
    void a_follow_up_is_done_once_and_not_before_it_was_asked_for() {
        session.directed()
                .given(POST, new ReviewEvent.FollowUpDone(day("2020-11-20"), RULES, organisation("post"), null))
                .when(POST, finish("2020-11-21", RULES, null))
                .refused(new ReviewRejection.FollowUpAlreadyDone("rules", day("2020-11-20")));
        session.directed()
                .when(POST, finish("2020-06-02", RULES, null))
                .refused(new ReviewRejection.UnknownFollowUp("rules", List.of()));
        session.directed()
                .when(POST, finish("2020-11-20", new PartKey("training"), null))
                .refused(new ReviewRejection.UnknownFollowUp("training", List.of("rules")));
    }

    @Test
    void the_document_that_shows_it_exists_by_then_and_who_did_it_stands() {
        session.directed()
                .when(POST, finish("2020-11-20", RULES, new BasisDocumentId("nowhere")))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "nowhere", day("2020-11-20")));
        session.landscape.dissolve("post", "2020-11-20");
        session.directed()
                .when(PROVINCE, finish("2020-11-20", RULES, null))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2020-11-20"), List.of()));
    }

    private static ReviewCommand.Direct direct(String day, String... keys) {
        ReviewEvent.Directed e = direction(day, keys);
        return new ReviewCommand.Direct(REVIEW, e.effectiveOn(), e.followUps(), e.bases());
    }

    private static ReviewCommand.FinishFollowUp finish(
            String day, PartKey followUp, @Nullable BasisDocumentId document) {
        return new ReviewCommand.FinishFollowUp(REVIEW, day(day), followUp, organisation("post"), document);
    }
}
