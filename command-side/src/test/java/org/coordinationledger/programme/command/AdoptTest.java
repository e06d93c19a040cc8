package org.coordinationledger.programme.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.programme.command.Campaign.CELLS;
import static org.coordinationledger.programme.command.Campaign.DISTRICT_DECIDES;
import static org.coordinationledger.programme.command.Campaign.HOUSES;
import static org.coordinationledger.programme.command.Campaign.PROVINCE;
import static org.coordinationledger.programme.command.Campaign.PROVINCE_DECIDES;
import static org.coordinationledger.programme.command.Campaign.REGULATION;
import static org.coordinationledger.programme.command.Campaign.adopt;
import static org.coordinationledger.programme.command.Campaign.adoption;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.IntStream;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeRejection;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class AdoptTest {

    private final Campaign campaign = new Campaign();

    @Test
    void an_organisation_adopts_a_programme_with_its_targets() {
        campaign.decision().when(PROVINCE_DECIDES, adopt(adoption())).recorded(adoption()).keys();
    }

    @Test
    void its_targets_need_not_be_known_and_are_no_more_than_so_many() {
        ProgrammeEvent.Adopted none = adoption("2018-01-01", null, null);
        campaign.decision().when(PROVINCE_DECIDES, adopt(none)).recorded(none);
        PartKey[] many = IntStream.rangeClosed(1, 33).mapToObj(i -> new PartKey("t" + i)).toArray(PartKey[]::new);
        RejectedException refused =
                catchThrowableOfType(RejectedException.class, () -> adoption("2018-01-01", null, null, many));
        assertThat(refused.rejection()).isEqualTo(new ValueRejection.TooMany(33, 32));
    }

    @Test
    void adopting_is_a_decision_of_the_organisation_itself() {
        campaign.decision()
                .when(PROVINCE, adopt(adoption()))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        campaign.decision()
                .when(DISTRICT_DECIDES, adopt(adoption()))
                .refused(new ProgrammeRejection.NotYourProgramme("province"));
    }

    @Test
    void a_programme_is_adopted_once() {
        campaign.adopted()
                .when(PROVINCE_DECIDES, adopt(adoption()))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void its_term_does_not_end_before_it_begins() {
        campaign.decision()
                .when(PROVINCE_DECIDES, adopt(adoption("2018-01-01", null, "2017-12-31", CELLS)))
                .refused(new ProgrammeRejection.LastDayBeforeFirst(day("2018-01-01"), day("2017-12-31")));
        ProgrammeEvent.Adopted oneDay = adoption("2018-01-01", null, "2018-01-01", CELLS);
        campaign.decision().when(PROVINCE_DECIDES, adopt(oneDay)).recorded(oneDay);
        ProgrammeEvent.Adopted endless = adoption("2018-01-01", null, null, CELLS);
        campaign.decision().when(PROVINCE_DECIDES, adopt(endless)).recorded(endless);
    }

    @Test
    void each_target_has_its_own_key() {
        campaign.decision()
                .when(PROVINCE_DECIDES, adopt(adoption("2018-01-01", null, null, CELLS, HOUSES, CELLS)))
                .refused(new ProgrammeRejection.TargetNamedTwice("cells"));
    }

    @Test
    void the_document_that_it_is_laid_down_in_is_in_force_by_then() {
        ProgrammeEvent.Adopted documented = adoption("2018-01-01", REGULATION, null, CELLS);
        campaign.decision().when(PROVINCE_DECIDES, adopt(documented)).recorded(documented);
        campaign.decision()
                .when(PROVINCE_DECIDES, adopt(adoption("2012-01-01", REGULATION, null, CELLS)))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "regulation", day("2012-01-01")));
        campaign.landscape.registry.with(
                BasisDocumentState.TYPE, REGULATION, recorder("province"),
                new BasisDocumentEvent.Expired(day("2018-01-01"), Landscape.REASON));
        campaign.decision()
                .when(PROVINCE_DECIDES, adopt(documented))
                .refused(new ProgrammeAcross.DocumentNotInForce("regulation", "09-QĐ/TU"));
    }

    @Test
    void a_dissolved_organisation_adopts_nothing() {
        campaign.landscape.dissolve("province", "2018-01-01");
        campaign.decision()
                .when(PROVINCE_DECIDES, adopt(adoption()))
                .refused(new NeighbourRejection.OrganisationDissolved("province", day("2018-01-01"), List.of()));
    }
}
