package org.coordinationledger.organisation.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationRejection;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

class RenameTest {

    private final Landscape landscape = new Landscape();

    @Test
    void an_organisation_is_called_otherwise_from_a_day_on() {
        post().when(administrator(), rename("2015-01-01", "Đồn Biên phòng Hòn Khoai"))
                .recorded(renamed("2015-01-01", "Đồn Biên phòng Hòn Khoai"))
                .keys();
    }

    @Test
    void a_late_name_takes_its_place_between_two_others() {
        post().given(administrator(), renamed("2020-01-01", "Tên sau"))
                .when(administrator(), rename("2015-01-01", "Tên giữa"))
                .recorded(renamed("2015-01-01", "Tên giữa"));
    }

    @Test
    void nothing_is_renamed_before_its_first_day() {
        post().when(administrator(), rename("2009-12-31", "Tên sớm"))
                .refused(new TimelineRejection.NotYetBegun(day("2009-12-31")));
    }

    @Test
    void a_dissolved_organisation_is_not_renamed_but_was_before() {
        OrganisationEvent.Dissolved dissolved = new OrganisationEvent.Dissolved(
                day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Landscape.REASON, List.of());
        post().given(administrator(), dissolved)
                .when(administrator(), rename("2025-07-01", "Tên muộn"))
                .refused(new OrganisationRejection.AlreadyDissolved(day("2025-07-01")));
        post().given(administrator(), dissolved)
                .when(administrator(), rename("2025-06-30", "Tên cuối"))
                .recorded(renamed("2025-06-30", "Tên cuối"));
    }

    @Test
    void an_organisation_does_not_rename_itself() {
        post().when(recorder("post"), rename("2015-01-01", "Tên mới"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "ADMINISTER"));
    }

    private Decision<Organisation> post() {
        return Decision.of(Organisation.class, OrganisationState.TYPE, landscape.registry)
                .given(administrator(), Landscape.registered(OrganisationKind.BORDER_POST, "post", "border-guard"));
    }

    private static OrganisationEvent.Renamed renamed(String day, String name) {
        return new OrganisationEvent.Renamed(day(day), new Name(name), null, List.of());
    }

    private static OrganisationCommand.Rename rename(String day, String name) {
        return new OrganisationCommand.Rename(new OrganisationId("post"), day(day), new Name(name), null, List.of());
    }
}
