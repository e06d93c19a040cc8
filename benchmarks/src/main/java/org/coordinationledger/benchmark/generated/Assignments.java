package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.benchmark.generated.Members.Member;
import org.coordinationledger.benchmark.generated.Organisations.Commune;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellassignment.event.Stage;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** The way of members into village cells, and what happens there until they leave. */
final class Assignments {

    private static final Reason NEEDED_ELSEWHERE = new Reason("Điều động công tác khác");
    private static final Reason ILL = new Reason("Tạm nghỉ để điều trị");
    private static final Reason NOT_FITTING = new Reason("Đề nghị giới thiệu đồng chí khác phù hợp hơn");

    private final World world;
    private final Map<CellAssignmentId, Seat> underWay = new HashMap<>();
    private final Map<OrganisationId, List<Seat>> seated = new HashMap<>();
    private final List<OrganisationId> hosts = new ArrayList<>();
    private int letters;

    /** An assignment under way. */
    private static final class Seat {
        final Life<CellAssignmentEvent, CellAssignmentState> life;
        final Member member;
        final Post post;
        final Commune commune;
        LocalDate last;
        @Nullable OrganisationId cell;

        Seat(Life<CellAssignmentEvent, CellAssignmentState> life, Member member, Post post, Commune commune,
                LocalDate last) {
            this.life = life;
            this.member = member;
            this.post = post;
            this.commune = commune;
            this.last = last;
        }

        CellAssignmentId id() {
            return new CellAssignmentId(life.id);
        }
    }

    Assignments(World world) {
        this.world = world;
    }

    /** Whether an assignment still under way had begun by a day. */
    boolean begunBy(CellAssignmentId id, LocalDate day) {
        Seat seat = underWay.get(id);
        return seat != null && seat.life.on(day).isPresent();
    }

    /** A cell that somebody of a post was sent to. */
    record Host(Post post, OrganisationId cell) {}

    /** A cell in which somebody sits, or empty if none was found. */
    Optional<Host> anyHost() {
        return world.find(hosts, cell -> !seated.get(cell).isEmpty())
                .map(cell -> new Host(seated.get(cell).get(0).post, cell));
    }

    /** The assignments under way by which somebody sits in a cell on a day. */
    List<CellAssignmentId> seatedOn(OrganisationId cell, LocalDate day) {
        return seated.getOrDefault(cell, List.of()).stream()
                .filter(seat -> seat.life.on(day)
                        .filter(state -> state.open() && cell.equals(state.cell()))
                        .isPresent())
                .map(Seat::id)
                .toList();
    }

    /** Selects somebody new; false if nobody could be. */
    boolean select() {
        Member member = world.members.anyFree().orElse(null);
        if (member == null) {
            return false;
        }
        Post post = member.post;
        Optional<Seat> seat = select(member, post, world.oneOf(post.communes()), world.effective(LocalDate.of(2012, 1, 1)));
        seat.ifPresent(selected -> {
            member.busy = true;
            world.later(3, 25, () -> agree(selected));
        });
        return true;
    }

    private Optional<Seat> select(Member member, Post post, Commune commune, LocalDate day) {
        return world.begin(
                        CellAssignmentState.TYPE,
                        member.life.id,
                        new CellAssignmentEvent.Selected(
                                day, new MemberId(member.life.id), post.id(), commune.id(), world.chance(0.01),
                                world.documents.bases(post.province(), post.id(), day)),
                        world.actor(post.id(), Competence.RECORD))
                .map(life -> {
                    Seat seat = new Seat(life, member, post, commune, day);
                    underWay.put(seat.id(), seat);
                    return seat;
                });
    }

    private void agree(Seat seat) {
        step(seat, seat.commune.id(), day -> new CellAssignmentEvent.Agreed(
                day, world.chance(0.5) ? new DocumentNumber(++letters + "-CV/ĐU") : null), () ->
                world.later(2, 12, () -> introduce(seat)));
    }

    private void introduce(Seat seat) {
        letters++;
        LocalDate day = effective(seat);
        if (world.chance(0.04) && seat.commune.cells().size() > 1) {
            introduceToTwo(seat, day);
            return;
        }
        List<OrganisationId> named = world.chance(0.6) ? List.of(world.oneOf(seat.commune.cells())) : List.of();
        if (introduce(seat, day, named)) {
            world.later(1, 10, () -> receive(seat, null));
        } else {
            end(seat);
        }
    }

    /** One letter that names two cells: a second assignment of the same member goes the same way. */
    private void introduceToTwo(Seat seat, LocalDate day) {
        OrganisationId one = seat.commune.cells().get(0);
        OrganisationId two = seat.commune.cells().get(1);
        Seat second = select(seat.member, seat.post, seat.commune, day).orElse(null);
        boolean agreed = second != null && world.take(
                second.life, new CellAssignmentEvent.Agreed(day, null),
                world.actor(seat.commune.id(), Competence.DECIDE));
        if (introduce(seat, day, List.of(one, two))) {
            world.later(1, 10, () -> receive(seat, one));
        } else {
            end(seat);
        }
        if (second != null) {
            if (agreed && introduce(second, day, List.of(one, two))) {
                world.later(1, 10, () -> receive(second, two));
            } else {
                end(second);
            }
        }
    }

    private boolean introduce(Seat seat, LocalDate day, List<OrganisationId> cells) {
        CellAssignmentEvent.Introduced event = new CellAssignmentEvent.Introduced(
                day,
                new DocumentNumber(letters + "-GT/ĐU"),
                day.minusDays(2),
                cells,
                world.oneOf(List.of(Regime.values())),
                world.chance(0.3),
                world.documents.bases(seat.post.province(), seat.post.id(), day));
        boolean taken = world.take(
                seat.life, event, world.actor(seat.post.id(), Competence.DECIDE, world.chance(0.8) ? Body.COMMITTEE : null));
        if (taken) {
            seat.last = day;
        }
        return taken;
    }

    private void receive(Seat seat, @Nullable OrganisationId cell) {
        if (world.chance(0.05)) {
            step(seat, seat.commune.id(), day -> new CellAssignmentEvent.ReplacementRequested(day, NOT_FITTING), () ->
                    world.later(5, 40, () -> replace(seat)));
            return;
        }
        step(seat, seat.commune.id(), CellAssignmentEvent.Received::new, () ->
                world.later(1, 6, () -> assign(seat, cell)));
    }

    private void assign(Seat seat, @Nullable OrganisationId wanted) {
        List<OrganisationId> named = seat.life.on(seat.last)
                .map(CellAssignmentState::letter)
                .map(CellAssignmentState.Letter::cells)
                .orElse(List.of());
        OrganisationId cell = wanted != null
                ? wanted
                : named.isEmpty() ? world.oneOf(seat.commune.cells()) : named.get(0);
        step(seat, seat.commune.id(), day -> new CellAssignmentEvent.Assigned(day, cell, List.of()), () -> {
            seat.member.lastAssignment = seat.id();
            seat.cell = cell;
            seated.computeIfAbsent(cell, added -> {
                hosts.add(added);
                return new ArrayList<>();
            }).add(seat);
            world.later(10, 45, () -> attend(seat, cell));
            world.later(100, 200, () -> comment(seat, cell));
            if (world.chance(0.08)) {
                world.later(50, 400, () -> suspend(seat));
            }
            world.later(250, 1_300, () -> finish(seat));
        });
    }

    private void attend(Seat seat, OrganisationId cell) {
        world.take(
                seat.life, new CellAssignmentEvent.AttendanceConfirmed(effective(seat)),
                world.actor(world.chance(0.7) ? cell : seat.commune.id(), Competence.RECORD));
    }

    private void comment(Seat seat, OrganisationId cell) {
        if (!underWay.containsKey(seat.id())) {
            return;
        }
        LocalDate day = world.today();
        LocalDate before = day.minusDays(60);
        CommentPeriod period = new CommentPeriod(before.getYear() + "-Q" + ((before.getMonthValue() + 2) / 3));
        boolean taken = world.take(
                seat.life,
                new CellAssignmentEvent.HostCommented(
                        day, period, world.chance(0.3) ? new DocumentNumber(++letters + "-NX/CB") : null),
                world.actor(cell, Competence.RECORD));
        if (taken && world.chance(0.9)) {
            world.later(5, 50, () -> world.take(
                    seat.life, new CellAssignmentEvent.CommentNoted(world.today(), period),
                    world.actor(seat.post.id(), Competence.RECORD)));
        }
        world.later(85, 100, () -> comment(seat, cell));
    }

    private void suspend(Seat seat) {
        step(seat, seat.post.id(), day -> new CellAssignmentEvent.Suspended(day, ILL), () ->
                world.later(20, 150, () -> step(
                        seat, seat.post.id(), day -> new CellAssignmentEvent.Resumed(day, null), () -> {})));
    }

    private void finish(Seat seat) {
        if (world.chance(0.25)) {
            replace(seat);
        } else {
            end(seat);
        }
    }

    /** Somebody else of the post is selected for the same commune, and goes the same way. */
    private void replace(Seat seat) {
        LocalDate day = effective(seat);
        Member other = world.members.freeOf(seat.post).orElse(null);
        Seat next = other == null ? null : select(other, seat.post, seat.commune, day).orElse(null);
        if (next == null) {
            end(seat);
            return;
        }
        next.member.busy = true;
        world.later(3, 25, () -> agree(next));
        if (!over(seat) && world.take(
                seat.life, new CellAssignmentEvent.Replaced(day, next.id(), NEEDED_ELSEWHERE),
                world.actor(seat.post.id(), Competence.DECIDE))) {
            free(seat);
        } else {
            end(seat);
        }
    }

    /** The post ends it; where it cannot any more, the assignment stays as it is. */
    private void end(Seat seat) {
        if (!over(seat)) {
            LocalDate day = effective(seat);
            world.take(
                    seat.life, new CellAssignmentEvent.Ended(day, NEEDED_ELSEWHERE),
                    world.actor(seat.post.id(), Competence.DECIDE));
        }
        free(seat);
    }

    private void free(Seat seat) {
        seat.member.busy = false;
        underWay.remove(seat.id());
        if (seat.cell != null) {
            seated.get(seat.cell).remove(seat);
        }
    }

    private static boolean over(Seat seat) {
        return seat.life.on(seat.last).map(CellAssignmentState::stage).filter(Stage::over).isPresent();
    }

    private LocalDate effective(Seat seat) {
        return world.effective(seat.last);
    }

    /** Takes the next step and goes on; where it is refused, the assignment ends. */
    private void step(
            Seat seat,
            OrganisationId acting,
            Function<LocalDate, CellAssignmentEvent> event,
            Runnable next) {
        if (!underWay.containsKey(seat.id())) {
            return;
        }
        LocalDate day = effective(seat);
        CellAssignmentEvent made = event.apply(day);
        if (world.take(seat.life, made, world.actor(acting, made.competence()))) {
            seat.last = day;
            next.run();
        } else {
            end(seat);
        }
    }
}
