package org.coordinationledger.view.lives;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.basisdocument.view.BasisDocumentView;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellassignment.view.CellAssignmentView;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.member.event.Rating;
import org.coordinationledger.member.view.MemberView;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;

/** Proposes events at random, keeps those that the timeline accepts: late ones, corrections and voids among them. */
public final class Lives {

    private static final Reason REASON = new Reason("vì lý do thử nghiệm");
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private final Random random;
    private final List<OrganisationId> organisations;

    public Lives(long seed, int organisations) {
        this.random = new Random(seed);
        List<OrganisationId> ids = new ArrayList<>();
        for (int i = 0; i < organisations; i++) {
            ids.add(new OrganisationId("org-" + i));
        }
        this.organisations = List.copyOf(ids);
    }

    /** One life per organisation id, then {@code others} lives of the other features. */
    public List<Life> several(int others, int proposals) {
        List<Life> lives = new ArrayList<>();
        for (OrganisationId id : organisations) {
            lives.add(organisation(id.value(), proposals));
        }
        for (int i = 0; i < others; i++) {
            lives.add(
                    switch (i % 3) {
                        case 0 -> cellAssignment("assignment-" + i, proposals);
                        case 1 -> member("member-" + i, proposals);
                        default -> basisDocument("document-" + i, proposals);
                    });
        }
        return lives;
    }

    public Life organisation(String id, int proposals) {
        Life life = new Life(OrganisationView.VIEW, id, new ArrayList<>());
        return live(life, OrganisationView.VIEW, proposals, this::organisationEvent);
    }

    public Life basisDocument(String id, int proposals) {
        Life life = new Life(BasisDocumentView.VIEW, id, new ArrayList<>());
        return live(life, BasisDocumentView.VIEW, proposals, this::documentEvent);
    }

    public Life member(String id, int proposals) {
        Life life = new Life(MemberView.VIEW, id, new ArrayList<>());
        return live(life, MemberView.VIEW, proposals, this::memberEvent);
    }

    public Life cellAssignment(String id, int proposals) {
        Life life = new Life(CellAssignmentView.VIEW, id, new ArrayList<>());
        OrganisationId post = anyOrganisation();
        OrganisationId commune = anyOrganisation();
        return live(life, CellAssignmentView.VIEW, proposals, first -> assignmentEvent(first, post, commune));
    }

    private interface Proposal {
        RecordEvent next(boolean first);
    }

    private <S> Life live(Life life, FeatureView<S> view, int proposals, Proposal proposal) {
        Timeline<?, S> timeline = view.type().empty();
        for (int i = 0; i < proposals; i++) {
            RecordEvent event = timeline.isEmpty() || random.nextInt(5) > 0
                    ? proposal.next(timeline.isEmpty())
                    : amendment(timeline, proposal);
            Actor actor = new Actor("person-" + random.nextInt(3), anyOrganisation(), Role.APPROVER);
            for (OrganisationId acting : organisations) {
                Actor tried = i % 2 == 0 ? new Actor(actor.person(), acting, actor.role()) : actor;
                try {
                    timeline = timeline.require(event, tried);
                    life.deeds().add(new Life.Deed(event, tried));
                    break;
                } catch (RejectedException refused) {
                    continue;
                }
            }
        }
        return life;
    }

    private RecordEvent amendment(Timeline<?, ?> timeline, Proposal proposal) {
        long target = random.nextInt(timeline.steps().size());
        RecordEvent content = timeline.contentAt(target);
        if (random.nextInt(3) == 0) {
            return new Amendment.Voided(day(), target, REASON, List.of());
        }
        for (int i = 0; i < 30; i++) {
            RecordEvent replacement = proposal.next(target == 0);
            if (replacement.getClass().equals(content.getClass())) {
                return new Amendment.Corrected(day(), target, replacement, "1", REASON, List.of());
            }
        }
        return new Amendment.Voided(day(), target, REASON, List.of());
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(40));
    }

    private OrganisationId anyOrganisation() {
        return organisations.get(random.nextInt(organisations.size()));
    }

    /** None, one or two of three documents. */
    private List<BasisDocumentId> bases() {
        return random.ints(random.nextInt(3), 0, 3)
                .distinct()
                .mapToObj(i -> new BasisDocumentId("basis-" + i))
                .toList();
    }

    private OrganisationEvent organisationEvent(boolean first) {
        if (first) {
            return new OrganisationEvent.Registered(
                    day(),
                    OrganisationKind.values()[random.nextInt(OrganisationKind.values().length)],
                    new Name("Tổ chức " + random.nextInt(5)),
                    random.nextBoolean() ? anyOrganisation() : null,
                    random.nextBoolean() ? anyOrganisation() : null,
                    List.of(anyOrganisation()),
                    territory(),
                    random.nextBoolean(),
                    List.of());
        }
        return switch (random.nextInt(7)) {
            case 0 -> new OrganisationEvent.Renamed(day(), new Name("Tên " + random.nextInt(3)), null, bases());
            case 1, 2 -> new OrganisationEvent.Reattached(
                    day(), random.nextBoolean() ? Line.PARTY : Line.COMMAND, anyOrganisation(), null, bases());
            case 3 -> new OrganisationEvent.TerritoryCovered(day(), List.of(anyOrganisation()), null, List.of());
            case 4 -> new OrganisationEvent.TerritoryDescribed(day(), territory(), bases());
            case 5 -> new OrganisationEvent.TermOpened(
                    day(), new TermName("2015–" + random.nextInt(9)), day().plusDays(5));
            default -> new OrganisationEvent.Dissolved(
                    day().plusDays(20), OrganisationEvent.Manner.MERGED, List.of(anyOrganisation()), REASON, List.of());
        };
    }

    private Territory territory() {
        Quantity coast = new Quantity(BigDecimal.valueOf(random.nextInt(300)), Quality.ABOUT, "khoảng");
        return new Territory(null, null, coast, null, null, null);
    }

    private BasisDocumentEvent documentEvent(boolean first) {
        LocalDate on = day();
        if (first) {
            return new BasisDocumentEvent.Issued(
                    on, new DocumentNumber("0" + random.nextInt(9) + "-QĐ/TU"), DocumentKind.REGULATION,
                    Series.PARTY_TERM, anyOrganisation(), null, List.of(), on, new Subject("Quy định thử"),
                    random.nextBoolean(), bases(), List.of(anyOrganisation()),
                    random.nextBoolean() ? on.plusDays(random.nextInt(30)) : null, false);
        }
        return switch (random.nextInt(4)) {
            case 0 -> new BasisDocumentEvent.Amended(on, new BasisDocumentId("document-x"), null);
            case 1 -> new BasisDocumentEvent.Superseded(on, new BasisDocumentId("document-y"), null);
            case 2 -> new BasisDocumentEvent.Expired(on, REASON);
            default -> new BasisDocumentEvent.Revoked(on, null, REASON);
        };
    }

    private MemberEvent memberEvent(boolean first) {
        PersonalData.Sealed sealed = new PersonalData.Sealed("AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        if (first) {
            return new MemberEvent.Registered(
                    day(), new MemberCode("DV-" + random.nextInt(100)), anyOrganisation(), Membership.PROBATIONARY,
                    sealed, false);
        }
        return switch (random.nextInt(7)) {
            case 0 -> new MemberEvent.PersonalDataChanged(day(), sealed);
            case 1 -> new MemberEvent.BecameOfficial(day(), bases());
            case 2, 3 -> new MemberEvent.Transferred(day(), anyOrganisation(), null, bases());
            case 4 -> new MemberEvent.Rated(day(), 2014, Rating.WELL, List.of());
            case 5 -> new MemberEvent.LeftService(day().plusDays(20), REASON);
            default -> new MemberEvent.LeftParty(day().plusDays(20), REASON);
        };
    }

    private CellAssignmentEvent assignmentEvent(boolean first, OrganisationId post, OrganisationId commune) {
        LocalDate on = day();
        if (first) {
            return new CellAssignmentEvent.Selected(
                    on, new MemberId("member-1"), post, commune, random.nextBoolean(), bases());
        }
        return switch (random.nextInt(13)) {
            case 0 -> new CellAssignmentEvent.Selected(
                    on, new MemberId("member-2"), post, commune, random.nextBoolean(), bases());
            case 1 -> new CellAssignmentEvent.Agreed(on, null);
            case 2 -> new CellAssignmentEvent.Introduced(
                    on, new DocumentNumber("1-GT/ĐU"), on, List.of(), Regime.ATTENDANCE, false, bases());
            case 3 -> new CellAssignmentEvent.Received(on);
            case 4 -> new CellAssignmentEvent.ReplacementRequested(on, REASON);
            case 5, 6 -> new CellAssignmentEvent.Assigned(on, anyOrganisation(), bases());
            case 7 -> new CellAssignmentEvent.AttendanceConfirmed(on);
            case 8 -> new CellAssignmentEvent.HostCommented(on, new CommentPeriod("2015-Q1"), null);
            case 9 -> new CellAssignmentEvent.CommentNoted(on, new CommentPeriod("2015-Q1"));
            case 10 -> new CellAssignmentEvent.Suspended(on, REASON);
            case 11 -> new CellAssignmentEvent.Resumed(on, null);
            default -> random.nextBoolean()
                    ? new CellAssignmentEvent.Ended(on.plusDays(10), REASON)
                    : new CellAssignmentEvent.Replaced(on.plusDays(10), new CellAssignmentId("assignment-z"), REASON);
        };
    }
}
