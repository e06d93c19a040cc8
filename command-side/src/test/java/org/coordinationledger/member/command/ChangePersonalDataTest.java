package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.HOME_DECIDES;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.OTHER;
import static org.coordinationledger.member.command.Roster.erased;
import static org.coordinationledger.member.command.Roster.transferred;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberRejection;
import org.junit.jupiter.api.Test;

class ChangePersonalDataTest {

    private final Roster roster = new Roster();

    @Test
    void the_home_changes_personal_data() {
        roster.registered()
                .when(HOME, change("2015-01-01"))
                .recorded(new MemberEvent.PersonalDataChanged(day("2015-01-01"), OTHER))
                .keys();
    }

    @Test
    void only_the_home_of_that_day_changes_them() {
        roster.registered()
                .when(recorder("border-guard"), change("2015-01-01"))
                .refused(new MemberRejection.NotItsHome("post"));
        roster.registered()
                .given(HOME_DECIDES, transferred("2014-01-01", "post-2"))
                .when(HOME, change("2015-01-01"))
                .refused(new MemberRejection.NotItsHome("post-2"));
        roster.registered()
                .given(HOME_DECIDES, transferred("2014-01-01", "post-2"))
                .when(HOME, change("2013-12-31"))
                .recorded(new MemberEvent.PersonalDataChanged(day("2013-12-31"), OTHER));
    }

    @Test
    void erased_data_do_not_come_back_for_whatever_day() {
        roster.registered()
                .given(HOME_DECIDES, erased("2020-01-01"))
                .when(HOME, change("2020-01-01"))
                .refused(new MemberRejection.PersonalDataErased(day("2020-01-01")));
        roster.registered()
                .given(HOME_DECIDES, erased("2020-01-01"))
                .when(HOME, change("2015-01-01"))
                .refused(new MemberRejection.PersonalDataErased(day("2020-01-01")));
    }

    @Test
    void who_left_service_and_the_party_still_has_a_name() {
        roster.registered()
                .given(HOME, Roster.leftService("2014-01-01"))
                .given(HOME, Roster.leftParty("2014-01-01"))
                .when(HOME, change("2015-01-01"))
                .recorded(new MemberEvent.PersonalDataChanged(day("2015-01-01"), OTHER));
    }

    private static MemberCommand.ChangePersonalData change(String day) {
        return new MemberCommand.ChangePersonalData(MEMBER, day(day), OTHER);
    }
}
