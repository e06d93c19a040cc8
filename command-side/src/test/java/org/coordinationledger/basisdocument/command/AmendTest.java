package org.coordinationledger.basisdocument.command;

import static org.coordinationledger.basisdocument.command.Archive.DOCUMENT;
import static org.coordinationledger.basisdocument.command.Archive.ISSUER;
import static org.coordinationledger.basisdocument.command.Archive.KEEPER;
import static org.coordinationledger.basisdocument.command.Archive.NEXT;
import static org.coordinationledger.basisdocument.command.Archive.document;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentRejection;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class AmendTest {

    private final Archive archive = new Archive();

    AmendTest() {
        archive.other(NEXT, "2019-01-01");
    }

    @Test
    void its_keeper_or_its_issuer_records_it() {
        archive.issued().when(KEEPER, amend("2020-01-01")).recorded(amended("2020-01-01")).keys();
        archive.issued().when(ISSUER, amend("2020-01-01")).recorded(amended("2020-01-01")).keys();
    }

    @Test
    void nobody_else_records_it() {
        archive.issued()
                .when(recorder("post"), amend("2020-01-01"))
                .refused(new BasisDocumentRejection.NotItsKeeper("border-guard"));
        archive.issued()
                .when(new Actor("inspector", organisation("province"), Role.INSPECTOR), amend("2020-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("INSPECTOR", "RECORD"));
    }

    @Test
    void nothing_happens_to_a_document_before_it_is_in_force() {
        archive.issued()
                .when(KEEPER, amend("2018-09-27"))
                .refused(new TimelineRejection.NotYetBegun(day("2018-09-27")));
    }

    @Test
    void nothing_happens_to_a_document_that_is_no_longer_in_force() {
        archive.issued()
                .given(KEEPER, new BasisDocumentEvent.Expired(day("2019-06-01"), Landscape.REASON))
                .when(KEEPER, amend("2020-01-01"))
                .refused(new BasisDocumentRejection.NoLongerInForce("EXPIRED", day("2019-06-01")));
        archive.decision()
                .given(KEEPER, document("2018-09-28", "2018-09-28", Series.PARTY_TERM, "2019-12-31"))
                .when(KEEPER, amend("2020-01-01"))
                .refused(new BasisDocumentRejection.NoLongerInForce("EXPIRED", day("2020-01-01")));
    }

    @Test
    void the_other_document_exists_and_is_in_force_on_that_day() {
        archive.issued()
                .when(KEEPER, amend("2018-12-31"))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "next", day("2018-12-31")));
        archive.landscape.registry.with(
                BasisDocumentState.TYPE, NEXT, KEEPER,
                new BasisDocumentEvent.Revoked(day("2020-01-01"), null, Landscape.REASON));
        archive.issued()
                .when(KEEPER, amend("2020-01-01"))
                .refused(new BasisDocumentAcross.ByDocumentNotInForce("next", "09-QĐ/TU"));
    }

    @Test
    void a_document_neither_changes_nor_ends_itself() {
        archive.issued()
                .when(KEEPER, new BasisDocumentCommand.AmendText(DOCUMENT, day("2020-01-01"), DOCUMENT, null))
                .refused(new BasisDocumentAcross.EndsItself());
    }

    @Test
    void an_amended_document_stays_in_force_and_can_be_amended_again() {
        archive.issued()
                .given(KEEPER, amended("2020-01-01"))
                .when(KEEPER, amend("2020-06-01"))
                .recorded(amended("2020-06-01"));
    }

    private static BasisDocumentEvent.Amended amended(String day) {
        return new BasisDocumentEvent.Amended(day(day), NEXT, null);
    }

    private static BasisDocumentCommand.AmendText amend(String day) {
        return new BasisDocumentCommand.AmendText(DOCUMENT, day(day), NEXT, null);
    }
}
