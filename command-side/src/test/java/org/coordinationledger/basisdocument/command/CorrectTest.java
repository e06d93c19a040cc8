package org.coordinationledger.basisdocument.command;

import static org.coordinationledger.basisdocument.command.Archive.DOCUMENT;
import static org.coordinationledger.basisdocument.command.Archive.ISSUER;
import static org.coordinationledger.basisdocument.command.Archive.KEEPER;
import static org.coordinationledger.basisdocument.command.Archive.NEXT;
import static org.coordinationledger.basisdocument.command.Archive.document;
import static org.coordinationledger.basisdocument.command.Archive.held;
import static org.coordinationledger.basisdocument.command.Archive.key;
import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class CorrectTest {

    private final Archive archive = new Archive();

    @Test
    void a_wrong_date_corrected_moves_the_number_from_one_term_to_another() {
        archive.landscape.registry.holding(key("2020–2025"), held());
        Amend.Correct correct = correct(0, document("2018-09-28"));
        archive.decision()
                .given(KEEPER, document("2021-09-28"))
                .when(KEEPER, correct)
                .recorded(correct.event())
                .keys(
                        new Recorded(key("2015–2020"), held()),
                        new Recorded(key("2020–2025"), new ReservationEvent.Released("document")));
    }

    @Test
    void a_number_that_is_taken_in_the_right_term_refuses_the_correction() {
        archive.landscape.registry.holding(
                key("2015–2020"), new ReservationEvent.Held("other", List.of(HeldPeriod.ALWAYS), null));
        archive.landscape.registry.holding(key("2020–2025"), held());
        archive.decision()
                .given(KEEPER, document("2021-09-28"))
                .when(KEEPER, correct(0, document("2018-09-28")))
                .refused(new BasisDocumentAcross.NumberTaken("09-QĐ/TU", "other"));
    }

    @Test
    void a_correction_to_a_day_without_a_known_term_is_refused() {
        archive.issued()
                .when(KEEPER, correct(0, document("2015-10-14")))
                .refused(new BasisDocumentAcross.NoTermOfOffice("province", day("2015-10-14")));
    }

    @Test
    void a_date_can_be_corrected_though_its_wrong_term_was_voided_since() {
        archive.landscape.registry.with(
                OrganisationState.TYPE, organisation("province"), administrator(),
                new Amendment.Voided(day("2026-01-01"), 2, Landscape.REASON, List.of()));
        Amend.Correct correct = correct(0, document("2018-09-28"));
        archive.decision()
                .given(KEEPER, document("2021-09-28"))
                .when(KEEPER, correct)
                .recorded(correct.event())
                .keys(new Recorded(key("2015–2020"), held()));
    }

    @Test
    void a_correction_that_leaves_the_number_alone_records_nothing_about_it() {
        BasisDocumentEvent.Issued longer = document("2018-09-28", "2018-09-28", Series.PARTY_TERM, "2024-12-31");
        archive.issued()
                .when(KEEPER, correct(0, longer))
                .recorded(correct(0, longer).event())
                .keys();
    }

    @Test
    void a_shorter_life_is_refused_where_the_document_was_changed_after_it() {
        archive.other(NEXT, "2019-01-01");
        BasisDocumentEvent.Issued shorter = document("2018-09-28", "2018-09-28", Series.PARTY_TERM, "2019-12-31");
        archive.issued()
                .given(KEEPER, new BasisDocumentEvent.Amended(day("2020-06-01"), NEXT, null))
                .when(KEEPER, correct(0, shorter))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "basis-document.amended", day("2020-06-01"), "basis-document/no-longer-in-force"))));
    }

    @Test
    void only_whoever_recorded_it_corrects_it_not_even_its_issuer() {
        archive.issued()
                .when(ISSUER, correct(0, document("2018-09-29")))
                .refused(new TimelineRejection.NotItsOrganisation(0, "border-guard"));
    }

    @Test
    void a_voided_document_gives_its_number_back() {
        Amend.Void voiding = new Amend.Void(
                new AnyRecordId("document"), day("2026-01-01"), 0, Landscape.REASON, List.of());
        archive.issued()
                .when(KEEPER, voiding)
                .recorded(voiding.event())
                .keys(new Recorded(key("2015–2020"), new ReservationEvent.Released("document")));
    }

    @Test
    void a_voided_end_puts_the_document_in_force_again() {
        BasisDocumentEvent.Expired expired = new BasisDocumentEvent.Expired(day("2019-06-01"), Landscape.REASON);
        Amend.Void voiding = new Amend.Void(
                new AnyRecordId("document"), day("2026-01-01"), 1, Landscape.REASON, List.of());
        archive.issued()
                .given(KEEPER, expired)
                .when(KEEPER, voiding)
                .recorded(voiding.event())
                .keys();
        archive.issued()
                .given(KEEPER, expired)
                .given(KEEPER, voiding.event())
                .when(KEEPER, new BasisDocumentCommand.Expire(DOCUMENT, day("2020-01-01"), Landscape.REASON))
                .recorded(new BasisDocumentEvent.Expired(day("2020-01-01"), Landscape.REASON));
    }

    private static Amend.Correct correct(long corrects, BasisDocumentEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("document"), day("2026-01-01"), corrects, replacement, Landscape.REASON, List.of());
    }
}
