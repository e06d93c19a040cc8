package org.coordinationledger.view.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.junit.jupiter.api.Test;

/** What has to be so of other records, held against a small province: two communes were merged in 2018. */
class ReliancesTest {

    private static final Reason REASON = new Reason("Sắp xếp");
    private static final String BEFORE = "2017-12-31";
    private static final String SINCE = "2018-01-01";

    private final Known known = new Known();

    /** Records told by their events. */
    private static final class Known implements KnownRecords {

        private final Map<String, Timeline<?, ?>> timelines = new HashMap<>();
        private long positions;

        private Known tells(RecordType<?, ?> type, String id, RecordEvent event) {
            return tells("p", type, id, event);
        }

        private Known tells(String acting, RecordType<?, ?> type, String id, RecordEvent event) {
            Timeline<?, ?> before = timelines.getOrDefault(id, type.empty());
            timelines.put(id, before.plus(new Step<>(
                    before.version() + 1, positions++, new Actor("P-1", organisation(acting), Role.ADMINISTRATOR), event)));
            return this;
        }

        private Known registers(String id, OrganisationKind kind, String superior) {
            return tells(OrganisationState.TYPE, id, new OrganisationEvent.Registered(
                    day("2010-01-01"), kind, new Name(id), superior.isEmpty() ? null : organisation(superior), null,
                    List.of(), Territory.UNKNOWN, false, List.of()));
        }

        private Known merges(String id, String into) {
            return tells(OrganisationState.TYPE, id, new OrganisationEvent.Dissolved(
                    day(SINCE), OrganisationEvent.Manner.MERGED, List.of(organisation(into)), REASON, List.of()));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <S> Timeline<?, S> timeline(RecordType<?, S> type, String record) {
            return (Timeline<?, S>) timelines.getOrDefault(record, type.empty());
        }

        @Override
        public ReservationState reservation(String key) {
            return ReservationState.FREE;
        }
    }

    ReliancesTest() {
        known.registers("p", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, "")
                .registers("d", OrganisationKind.DISTRICT_PARTY_COMMITTEE, "p")
                .registers("other", OrganisationKind.DISTRICT_PARTY_COMMITTEE, "p")
                .registers("c1", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "d")
                .registers("c2", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "d")
                .registers("c3", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "d")
                .registers("cell", OrganisationKind.CELL, "c1")
                .registers("post", OrganisationKind.BORDER_POST, "p")
                .tells(OrganisationState.TYPE, "cell", new OrganisationEvent.Reattached(
                        day(SINCE), Line.PARTY, organisation("c2"), null, List.of()))
                .merges("c1", "c2")
                .tells(MemberState.TYPE, "m", new MemberEvent.Registered(
                        day("2012-01-01"), new MemberCode("DV-1"), organisation("post"), Membership.OFFICIAL,
                        new PersonalData.Sealed("AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), true));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static OrganisationId organisation(String id) {
        return new OrganisationId(id);
    }

    /** What is not so on a day for somebody who acts for an organisation. */
    private List<String> broken(String acting, String on, Consumer<Reliances> gathering) {
        Reliances reliances =
                new Reliances("record", new Actor("P-1", organisation(acting), Role.APPROVER), day(on));
        gathering.accept(reliances);
        assertThat(reliances.all()).isNotEmpty();
        return reliances.all().stream()
                .filter(reliance -> !reliance.holds(known))
                .map(reliance -> reliance.condition() + " " + reliance.on().id())
                .toList();
    }

    @Test
    void an_organisation_stands_from_its_registration_to_the_day_before_it_is_dissolved() {
        Consumer<Reliances> c1 = on -> on.standing(organisation("c1"));

        assertThat(broken("p", "2009-12-31", c1)).containsExactly("STANDS c1");
        assertThat(broken("p", BEFORE, c1)).isEmpty();
        assertThat(broken("p", SINCE, c1)).containsExactly("STANDS c1");
        assertThat(broken("p", BEFORE, on -> on.standing(organisation("nobody")))).containsExactly("STANDS nobody");
    }

    @Test
    void its_kind_is_asked_by_itself_while_it_stands() {
        Consumer<Reliances> post = on -> on.standing(organisation("c1"), OrganisationKind.BORDER_POST);

        assertThat(broken("p", BEFORE, post)).containsExactly("OF_ITS_KIND c1");
        assertThat(broken("p", SINCE, post)).containsExactly("STANDS c1");
    }

    @Test
    void what_passes_on_comes_from_what_is_dissolved_to_what_came_after_it_by_whom_may_decide_that() {
        Consumer<Reliances> inherited = on -> {
            on.dissolved(organisation("c1"));
            on.heir(organisation("c2"), organisation("c1"));
        };

        assertThat(broken("c2", BEFORE, inherited)).containsExactly("DISSOLVED c1");
        for (String deciding : List.of("c2", "d", "p")) {
            assertThat(broken(deciding, SINCE, inherited)).as(deciding).isEmpty();
        }
        assertThat(broken("other", SINCE, inherited)).containsExactly("MAY_DECIDE c1");
        assertThat(broken("d", SINCE, on -> on.heir(organisation("c3"), organisation("c1")))).containsExactly("SUCCEEDS c3");
    }

    @Test
    void an_heir_of_an_heir_came_after_the_first_one_too() {
        known.merges("c2", "c3");

        assertThat(broken("d", SINCE, on -> on.heir(organisation("c3"), organisation("c1")))).isEmpty();
        assertThat(broken("d", SINCE, on -> on.heir(organisation("c2"), organisation("c1"))))
                .containsExactly("STANDS c2");
    }

    @Test
    void a_cell_stands_under_the_commune_of_that_day() {
        Consumer<Reliances> under = on -> on.cellUnder(organisation("cell"), organisation("c1"));

        assertThat(broken("p", BEFORE, under)).isEmpty();
        assertThat(broken("p", SINCE, under)).containsExactly("UNDER_ITS_COMMUNE cell");
    }

    @Test
    void above_is_who_stands_further_up_the_line_of_that_day_and_nobody_above_themselves() {
        Consumer<Reliances> decided = on -> on.underWhoDecides(organisation("c1"));

        assertThat(broken("d", BEFORE, decided)).isEmpty();
        assertThat(broken("p", BEFORE, decided)).isEmpty();
        assertThat(broken("c1", BEFORE, decided)).containsExactly("UNDER_WHO_DECIDES c1");
        assertThat(broken("other", BEFORE, decided)).containsExactly("UNDER_WHO_DECIDES c1");
        assertThat(broken("other", BEFORE, on -> on.above(organisation("d"), organisation("c1")))).isEmpty();
        assertThat(broken("d", BEFORE, on -> on.above(organisation("c1"), organisation("d"))))
                .containsExactly("UNDER_WHO_DECIDES d");
    }

    @Test
    void a_member_is_available_while_in_service_and_at_the_post_that_is_home() {
        Consumer<Reliances> sent = on -> on.availableAt(organisation("post"), new MemberId("m"));
        assertThat(broken("post", BEFORE, sent)).isEmpty();
        assertThat(broken("post", "2011-12-31", sent)).as("not registered yet").containsExactly("AVAILABLE m");

        known.tells("post", MemberState.TYPE, "m", new MemberEvent.Transferred(
                day("2016-01-01"), organisation("p"), null, List.of()));
        assertThat(broken("post", "2015-12-31", sent)).isEmpty();
        assertThat(broken("post", "2016-01-01", sent)).containsExactly("AT_HOME m");

        known.tells("p", MemberState.TYPE, "m", new MemberEvent.LeftService(day("2017-01-01"), REASON));
        assertThat(broken("post", "2017-01-01", sent)).containsExactly("AVAILABLE m", "AT_HOME m");
    }
}
