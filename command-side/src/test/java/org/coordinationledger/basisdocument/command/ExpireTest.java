package org.coordinationledger.basisdocument.command;

import static org.coordinationledger.basisdocument.command.Archive.DOCUMENT;
import static org.coordinationledger.basisdocument.command.Archive.ISSUER;
import static org.coordinationledger.basisdocument.command.Archive.KEEPER;
import static org.coordinationledger.basisdocument.command.Archive.document;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentRejection;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class ExpireTest {

    private final Archive archive = new Archive();

    @Test
    void its_keeper_or_its_issuer_records_it() {
        archive.issued().when(KEEPER, expire("2020-01-01")).recorded(expired("2020-01-01")).keys();
        archive.issued().when(ISSUER, expire("2020-01-01")).recorded(expired("2020-01-01")).keys();
    }

    @Test
    void nobody_else_records_it() {
        archive.issued()
                .when(recorder("post"), expire("2020-01-01"))
                .refused(new BasisDocumentRejection.NotItsKeeper("border-guard"));
        archive.issued()
                .when(new Actor("inspector", organisation("province"), Role.INSPECTOR), expire("2020-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("INSPECTOR", "RECORD"));
    }

    @Test
    void nothing_happens_to_a_document_before_it_is_in_force() {
        archive.issued()
                .when(KEEPER, expire("2018-09-27"))
                .refused(new TimelineRejection.NotYetBegun(day("2018-09-27")));
    }

    @Test
    void nothing_happens_to_a_document_that_is_no_longer_in_force() {
        archive.issued()
                .given(KEEPER, new BasisDocumentEvent.Expired(day("2019-06-01"), Landscape.REASON))
                .when(KEEPER, expire("2020-01-01"))
                .refused(new BasisDocumentRejection.NoLongerInForce("EXPIRED", day("2019-06-01")));
        archive.decision()
                .given(KEEPER, document("2018-09-28", "2018-09-28", Series.PARTY_TERM, "2019-12-31"))
                .when(KEEPER, expire("2020-01-01"))
                .refused(new BasisDocumentRejection.NoLongerInForce("EXPIRED", day("2020-01-01")));
    }

    private static BasisDocumentEvent.Expired expired(String day) {
        return new BasisDocumentEvent.Expired(day(day), Landscape.REASON);
    }

    private static BasisDocumentCommand.Expire expire(String day) {
        return new BasisDocumentCommand.Expire(DOCUMENT, day(day), Landscape.REASON);
    }
}
