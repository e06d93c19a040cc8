package org.coordinationledger.review.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.review.command.Session.DISTRICT_DECIDES;
import static org.coordinationledger.review.command.Session.PROGRAMME;
import static org.coordinationledger.review.command.Session.PROVINCE;
import static org.coordinationledger.review.command.Session.PROVINCE_DECIDES;
import static org.coordinationledger.review.command.Session.REGULATION;
import static org.coordinationledger.review.command.Session.convene;
import static org.coordinationledger.review.command.Session.convening;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewRejection;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class ConveneTest {

    private static final List<String> REVIEWABLE = List.of("agreements", "basis-documents", "programmes");

    private final Session session = new Session();

    @Test
    void an_organisation_convenes_a_review_of_a_programme() {
        session.decision().when(PROVINCE_DECIDES, convene(convening(PROGRAMME))).recorded(convening(PROGRAMME)).keys();
    }

    @Test
    void a_document_can_be_reviewed_even_after_its_end() {
        session.landscape.registry.with(
                BasisDocumentState.TYPE, REGULATION, PROVINCE,
                new BasisDocumentEvent.Expired(day("2019-01-01"), Landscape.REASON));
        ReviewEvent.Convened ofDocument = convening(new RecordReference("basis-documents", "regulation"));
        session.decision().when(PROVINCE_DECIDES, convene(ofDocument)).recorded(ofDocument);
    }

    @Test
    void an_agreement_can_be_reviewed() {
        session.landscape.registry.with(
                AgreementState.TYPE, new AgreementId("agreement"), PROVINCE, new AgreementEvent.Drafted(
                        day("2018-01-05"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                        organisation("province"), Session.ids("province", "post"), new TextDigest("a".repeat(64)),
                        day("2018-02-01"), null, null, List.of(), false));
        ReviewEvent.Convened ofAgreement = convening(new RecordReference("agreements", "agreement"));
        session.decision().when(PROVINCE_DECIDES, convene(ofAgreement)).recorded(ofAgreement);
    }

    @Test
    void nothing_else_is_reviewed() {
        for (String resource : List.of("members", "reviews", "nothing")) {
            session.decision()
                    .when(PROVINCE_DECIDES, convene(convening(new RecordReference(resource, "programme"))))
                    .refused(new ReviewRejection.NotReviewable(resource, REVIEWABLE));
        }
    }

    @Test
    void what_is_reviewed_exists_by_then() {
        session.decision()
                .when(PROVINCE_DECIDES, convene(convening(new RecordReference("agreements", "programme"))))
                .refused(new NeighbourRejection.UnknownNeighbour("agreements", "programme", day("2020-06-01")));
    }

    @Test
    void convening_is_a_decision_of_the_convener_itself() {
        session.decision()
                .when(PROVINCE, convene(convening(PROGRAMME)))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        session.decision()
                .when(DISTRICT_DECIDES, convene(convening(PROGRAMME)))
                .refused(new ReviewRejection.NotYourStep(List.of("province")));
    }

    @Test
    void the_period_does_not_end_before_it_begins() {
        session.decision()
                .when(PROVINCE_DECIDES, convene(convening(PROGRAMME, "2017-12-31", null, null)))
                .refused(new ReviewRejection.LastDayBeforeFirst(day("2018-01-01"), day("2017-12-31")));
    }

    @Test
    void it_is_a_body_above_that_consents() {
        ReviewEvent.Convened consented = convening(PROGRAMME, "2020-05-31", "centre", REGULATION);
        session.decision().when(PROVINCE_DECIDES, convene(consented)).recorded(consented);
        for (String notAbove : List.of("province", "district", "elsewhere")) {
            session.decision()
                    .when(PROVINCE_DECIDES, convene(convening(PROGRAMME, "2020-05-31", notAbove, null)))
                    .refused(new ReviewAcross.ConsentNotFromAbove(notAbove, "province"));
        }
        session.decision()
                .when(PROVINCE_DECIDES, convene(convening(
                        PROGRAMME, "2020-05-31", "centre", new BasisDocumentId("nowhere"))))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "nowhere", day("2020-06-01")));
        RejectedException nobody = catchThrowableOfType(
                RejectedException.class, () -> convening(PROGRAMME, "2020-05-31", null, REGULATION));
        assertThat(nobody.rejection()).isEqualTo(new ValueRejection.Missing("consentBy"));
    }

    @Test
    void the_convener_and_all_who_are_invited_stand_by_then() {
        session.landscape.dissolve("post", "2020-06-01");
        session.decision()
                .when(PROVINCE_DECIDES, convene(convening(PROGRAMME, "2020-05-31", null, null, "district", "post")))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2020-06-01"), List.of()));
        session.landscape.dissolve("province", "2020-06-01");
        session.decision()
                .when(decider("province"), convene(convening(PROGRAMME)))
                .refused(new NeighbourRejection.OrganisationDissolved("province", day("2020-06-01"), List.of()));
    }
}
