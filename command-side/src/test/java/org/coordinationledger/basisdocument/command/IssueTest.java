package org.coordinationledger.basisdocument.command;

import static org.coordinationledger.basisdocument.command.Archive.KEEPER;
import static org.coordinationledger.basisdocument.command.Archive.document;
import static org.coordinationledger.basisdocument.command.Archive.held;
import static org.coordinationledger.basisdocument.command.Archive.issue;
import static org.coordinationledger.basisdocument.command.Archive.key;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentRejection;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.junit.jupiter.api.Test;

class IssueTest {

    private final Archive archive = new Archive();

    @Test
    void a_document_is_recorded_and_its_number_is_held_in_the_term_of_its_issuer() {
        BasisDocumentEvent.Issued document = document("2018-09-28");
        archive.decision()
                .when(KEEPER, issue(document))
                .recorded(document)
                .keys(new Recorded(key("2015–2020"), held()));
    }

    @Test
    void a_number_is_used_once_for_an_issuer_a_kind_and_a_term() {
        archive.landscape.registry.holding(key("2015–2020"), heldBy("other"));
        archive.decision()
                .when(KEEPER, issue(document("2018-09-28")))
                .refused(new BasisDocumentAcross.NumberTaken("09-QĐ/TU", "other"));
        archive.decision()
                .when(KEEPER, issue(with(DocumentKind.REGULATION, "province", "09-qđ/tu")))
                .refused(new BasisDocumentAcross.NumberTaken("09-qđ/tu", "other"));
    }

    @Test
    void another_term_another_kind_or_another_issuer_is_another_series() {
        archive.landscape.registry.holding(key("2015–2020"), heldBy("other"));
        archive.landscape.term("elsewhere", "2015–2020", "2015-10-01", "2020-09-30");
        BasisDocumentEvent.Issued nextTerm = document("2021-09-28");
        BasisDocumentEvent.Issued decision = with(DocumentKind.DECISION, "province", "09-QĐ/TU");
        BasisDocumentEvent.Issued elsewhere = with(DocumentKind.REGULATION, "elsewhere", "09-QĐ/TU");
        archive.decision().when(KEEPER, issue(nextTerm)).recorded(nextTerm);
        archive.decision().when(KEEPER, issue(decision)).recorded(decision);
        archive.decision()
                .when(KEEPER, issue(elsewhere))
                .recorded(elsewhere)
                .keys(
                        new Recorded(key("2020–2025"), held()),
                        new Recorded("document-number:province:DECISION:2015–2020:9-QĐ/TU", held()),
                        new Recorded("document-number:elsewhere:REGULATION:2015–2020:9-QĐ/TU", held()));
    }

    @Test
    void the_last_day_of_a_term_is_of_that_term() {
        archive.decision().when(KEEPER, issue(document("2020-10-14"))).recorded(document("2020-10-14"));
        archive.decision()
                .when(KEEPER, issue(document("2020-10-15")))
                .recorded(document("2020-10-15"))
                .keys(new Recorded(key("2015–2020"), held()), new Recorded(key("2020–2025"), held()));
    }

    @Test
    void a_party_document_needs_a_term_of_office_that_is_known() {
        archive.decision()
                .when(KEEPER, issue(document("2015-10-14")))
                .refused(new BasisDocumentAcross.NoTermOfOffice("province", day("2015-10-14")));
        archive.decision()
                .when(KEEPER, issue(document("2025-10-15")))
                .refused(new BasisDocumentAcross.NoTermOfOffice("province", day("2025-10-15")));
    }

    @Test
    void the_numbers_of_state_documents_run_by_the_year() {
        BasisDocumentEvent.Issued before = document("2012-05-15", "2012-05-02", Series.STATE_YEAR, null);
        archive.decision()
                .when(KEEPER, issue(before))
                .recorded(before)
                .keys(new Recorded(key("2012"), held()));
        archive.landscape.registry.holding(key("2013"), heldBy("other"));
        archive.decision()
                .when(KEEPER, issue(document("2013-12-31", "2013-12-31", Series.STATE_YEAR, null)))
                .refused(new BasisDocumentAcross.NumberTaken("09-QĐ/TU", "other"));
    }

    @Test
    void the_issuers_stood_on_the_day_of_issue_and_whom_it_applies_to_on_the_first_day() {
        archive.landscape.dissolve("province", "2019-01-01");
        archive.decision()
                .when(KEEPER, issue(document("2019-01-01")))
                .refused(new NeighbourRejection.OrganisationDissolved("province", day("2019-01-01"), List.of()));
        archive.decision()
                .when(KEEPER, issue(document("2019-01-01", "2018-12-31", Series.PARTY_TERM, null)))
                .refused(new NeighbourRejection.OrganisationDissolved("province", day("2019-01-01"), List.of()));
        archive.decision().when(KEEPER, issue(document("2018-12-31"))).recorded(document("2018-12-31"));
    }

    @Test
    void joint_issuers_exist_and_the_number_is_the_lead_agencys() {
        BasisDocumentEvent.Issued joint = joint("elsewhere");
        archive.decision()
                .when(KEEPER, issue(joint("nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nothing", day("2018-09-28")));
        archive.decision()
                .when(KEEPER, issue(joint))
                .recorded(joint)
                .keys(new Recorded(key("2015–2020"), held()));
    }

    @Test
    void a_document_is_in_force_from_its_date_on_at_the_earliest() {
        archive.decision()
                .when(KEEPER, issue(document("2018-09-27", "2018-09-28", Series.PARTY_TERM, null)))
                .refused(new BasisDocumentRejection.InForceBeforeIssued(day("2018-09-27"), day("2018-09-28")));
        BasisDocumentEvent.Issued later = document("2018-11-01", "2018-09-28", Series.PARTY_TERM, null);
        archive.decision().when(KEEPER, issue(later)).recorded(later);
    }

    @Test
    void a_last_day_is_not_before_the_first() {
        archive.decision()
                .when(KEEPER, issue(document("2018-09-28", "2018-09-28", Series.PARTY_TERM, "2018-09-27")))
                .refused(new BasisDocumentRejection.LastDayBeforeFirst(day("2018-09-28"), day("2018-09-27")));
        BasisDocumentEvent.Issued oneDay = document("2018-09-28", "2018-09-28", Series.PARTY_TERM, "2018-09-28");
        archive.decision().when(KEEPER, issue(oneDay)).recorded(oneDay);
    }

    @Test
    void what_it_carries_out_is_in_force_on_its_first_day_and_applies() {
        BasisDocumentId parent = new BasisDocumentId("parent");
        archive.landscape.registry.with(
                BasisDocumentState.TYPE, parent, KEEPER,
                document("2016-01-01", "2016-01-01", Series.PARTY_TERM, "2018-09-27"));
        archive.decision()
                .when(KEEPER, issue(carryingOut("2018-09-28", parent)))
                .refused(new NeighbourRejection.BasisNotInForce("parent", "09-QĐ/TU", "EXPIRED", day("2018-09-28")));
        archive.decision()
                .when(KEEPER, issue(carryingOut("2018-09-27", parent)))
                .recorded(carryingOut("2018-09-27", parent));
        archive.decision()
                .when(recorder("elsewhere"), issue(carryingOut("2018-09-27", parent)))
                .refused(new NeighbourRejection.BasisDoesNotApply("parent", "09-QĐ/TU", "elsewhere"));
    }

    @Test
    void a_document_is_issued_once() {
        archive.issued().when(KEEPER, issue(document("2019-01-01"))).refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void an_auditor_records_no_document() {
        archive.decision()
                .when(new Actor("auditor", organisation("province"), Role.AUDITOR), issue(document("2018-09-28")))
                .refused(new CommandRejection.RoleNotCompetent("AUDITOR", "RECORD"));
    }

    private static ReservationEvent.Held heldBy(String holder) {
        return new ReservationEvent.Held(holder, List.of(HeldPeriod.ALWAYS), null);
    }

    private static BasisDocumentEvent.Issued with(DocumentKind kind, String issuer, String number) {
        BasisDocumentEvent.Issued e = document("2018-09-28");
        return new BasisDocumentEvent.Issued(
                e.effectiveOn(), new DocumentNumber(number), kind, e.series(), organisation(issuer), e.issuerBody(),
                e.jointIssuers(),
                e.issuedOn(), e.subject(), e.provisional(), e.carriesOut(), e.appliesTo(), null, false);
    }

    private static BasisDocumentEvent.Issued joint(String other) {
        BasisDocumentEvent.Issued e = document("2018-09-28");
        return new BasisDocumentEvent.Issued(
                e.effectiveOn(), e.number(), e.kind(), e.series(), e.issuer(), e.issuerBody(),
                List.of(organisation(other)),
                e.issuedOn(), e.subject(), e.provisional(), e.carriesOut(), e.appliesTo(), null, false);
    }

    private static BasisDocumentEvent.Issued carryingOut(String day, BasisDocumentId parent) {
        BasisDocumentEvent.Issued e = document(day);
        return new BasisDocumentEvent.Issued(
                e.effectiveOn(), e.number(), e.kind(), e.series(), e.issuer(), e.issuerBody(), e.jointIssuers(),
                e.issuedOn(),
                e.subject(), e.provisional(), List.of(parent), e.appliesTo(), null, false);
    }
}
