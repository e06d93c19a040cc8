package org.coordinationledger.view.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** Events of a made-up province, whose ids all begin with one key, so that several stand in one ledger. */
final class Province {

    static final Reason REASON = new Reason("theo kế hoạch");
    static final PersonalData.Sealed SEALED =
            new PersonalData.Sealed("AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private final QuerySide side;
    private final String key;

    Province(QuerySide side, String key) {
        this.side = side;
        this.key = key;
    }

    String id(String local) {
        return key + "-" + local;
    }

    OrganisationId organisationId(String local) {
        return new OrganisationId(id(local));
    }

    Deed organisation(String local, OrganisationKind kind, @Nullable String party, @Nullable String command) {
        return administrator(local, new OrganisationEvent.Registered(
                day("2010-01-01"), kind, new Name(kind + " " + local),
                party == null ? null : organisationId(party), command == null ? null : organisationId(command),
                List.of(), coast(kind), false, List.of()));
    }

    private static Territory coast(OrganisationKind kind) {
        return kind == OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE
                ? new Territory(null, null, quantity("254", Quality.EXACT), quantity("80000", Quality.ABOUT), null, null)
                : Territory.UNKNOWN;
    }

    private static Quantity quantity(String value, Quality quality) {
        return new Quantity(new BigDecimal(value), quality, null);
    }

    Deed administrator(String local, RecordEvent event) {
        return new Deed(
                OrganisationState.TYPE, id(local), new Actor("admin", organisationId("p"), Role.ADMINISTRATOR), event);
    }

    Deed document(String number, String local, String from, @Nullable String lastDay) {
        return new Deed(
                BasisDocumentState.TYPE, id(local), actor("p"),
                new BasisDocumentEvent.Issued(
                        day(from), new DocumentNumber(number), DocumentKind.REGULATION, Series.PARTY_TERM,
                        organisationId("p"), null, List.of(), day(from), new Subject("Quy định"), false, List.of(),
                        List.of(organisationId("p")), lastDay == null ? null : day(lastDay), false));
    }

    Deed documentThatCarriesOut(String number, String local, String from, String... others) {
        return new Deed(
                BasisDocumentState.TYPE, id(local), actor("p"),
                new BasisDocumentEvent.Issued(
                        day(from), new DocumentNumber(number), DocumentKind.OFFICIAL_LETTER, Series.PARTY_TERM,
                        organisationId("p"), null, List.of(), day(from), new Subject("Triển khai"), false,
                        bases(others), List.of(organisationId("p")), null, false));
    }

    List<BasisDocumentId> bases(String... locals) {
        return Stream.of(locals).map(local -> new BasisDocumentId(id(local))).toList();
    }

    Deed superseded(String local, String by, String on) {
        return new Deed(
                BasisDocumentState.TYPE, id(local), actor("p"),
                new BasisDocumentEvent.Superseded(day(on), new BasisDocumentId(id(by)), null));
    }

    Deed member(String local, String home, PersonalData.Sealed sealed) {
        return member(local, home, new MemberEvent.Registered(
                day("2012-01-01"), new MemberCode("DV-" + id(local)), organisationId(home), Membership.OFFICIAL, sealed,
                true));
    }

    Deed member(String local, String home, MemberEvent event) {
        return new Deed(MemberState.TYPE, id(local), actor(home), event);
    }

    /** All steps of an assignment that is open from a day on. */
    List<Deed> assignment(String local, String member, String post, String commune, String cell, String from) {
        LocalDate on = day(from);
        List<Deed> deeds = new ArrayList<>();
        deeds.add(assignment(local, post, "selects", new CellAssignmentEvent.Selected(
                on.minusDays(30), new MemberId(id(member)), organisationId(post), organisationId(commune), true,
                List.of())));
        deeds.add(assignment(local, commune, "agrees", new CellAssignmentEvent.Agreed(on.minusDays(20), null)));
        deeds.add(assignment(local, post, "introduces", new CellAssignmentEvent.Introduced(
                on.minusDays(10), new DocumentNumber("1-GT/ĐU"), on.minusDays(10), List.of(organisationId(cell)),
                Regime.ATTENDANCE, false, List.of())));
        deeds.add(assignment(local, commune, "receives", new CellAssignmentEvent.Received(on.minusDays(5))));
        deeds.add(assignment(local, commune, "assigns", new CellAssignmentEvent.Assigned(
                on, organisationId(cell), List.of())));
        return deeds;
    }

    Deed assignment(String local, String organisation, String person, RecordEvent event) {
        return new Deed(
                CellAssignmentState.TYPE, id(local), new Actor(person, organisationId(organisation), Role.APPROVER),
                event);
    }

    private Actor actor(String organisation) {
        return new Actor("somebody", organisationId(organisation), Role.APPROVER);
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    /** A province committee p, its border guard b, a district d, communes c1 and c2, posts s1 and s2, cells x1, x2. */
    Province small() {
        side.record(
                organisation("p", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, null, null),
                organisation("b", OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE, "p", null),
                organisation("d", OrganisationKind.DISTRICT_PARTY_COMMITTEE, "p", null),
                organisation("c1", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "d", null),
                organisation("c2", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "d", null),
                organisation("s1", OrganisationKind.BORDER_POST, "b", "b"),
                organisation("s2", OrganisationKind.BORDER_POST, null, "b"),
                organisation("x1", OrganisationKind.CELL, "c1", null),
                organisation("x2", OrganisationKind.CELL, "c2", null),
                member("m1", "s1", SEALED),
                member("m2", "s2", SEALED));
        return this;
    }

    /** The post s1 covers the commune c1, so that it may give briefings there. */
    Province covering() {
        side.record(administrator("s1", new OrganisationEvent.TerritoryCovered(
                day("2010-01-01"), List.of(organisationId("c1")), null, List.of())));
        return this;
    }

    /** The figures of the report of Dong Thap: 8 communes, 5 posts, 33 cells; one member each, then two. */
    Province dongThap() {
        int[] cells = {5, 4, 4, 4, 4, 4, 4, 4};
        int[] posts = {1, 1, 2, 2, 3, 3, 4, 5};
        List<Deed> bodies = new ArrayList<>(List.of(
                organisation("p", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, null, null),
                organisation("b", OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE, "p", null)));
        for (int post = 1; post <= 5; post++) {
            bodies.add(organisation("s" + post, OrganisationKind.BORDER_POST, "b", "b"));
        }
        side.record(bodies);
        int cell = 0;
        for (int commune = 1; commune <= 8; commune++) {
            List<Deed> deeds = new ArrayList<>();
            deeds.add(organisation("c" + commune, OrganisationKind.COMMUNE_PARTY_COMMITTEE, "p", null));
            String post = "s" + posts[commune - 1];
            for (int i = 0; i < cells[commune - 1]; i++) {
                cell++;
                deeds.add(organisation("x" + cell, OrganisationKind.CELL, "c" + commune, null));
                side.record(assignment("a" + cell, "m" + cell, post, "c" + commune, "x" + cell, "2013-03-01"));
                side.record(assignment("z" + cell, "n" + cell, post, "c" + commune, "x" + cell, "2018-07-01"));
            }
            side.record(deeds);
        }
        side.record(
                document("09-QĐ/TU", "r1", "2013-01-04", null),
                document("04", "r2", "2018-06-01", null),
                document("681-CT/ĐU", "r3", "2018-10-08", null),
                superseded("r1", "r2", "2018-06-01"));
        return this;
    }
}
