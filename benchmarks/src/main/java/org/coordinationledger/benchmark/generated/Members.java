package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.member.event.Rating;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** Members of posts: rated each year, at times transferred, some leaving. Nobody can open their personal data. */
final class Members {

    private static final Reason MOVED = new Reason("Điều động theo yêu cầu công tác");
    private static final Reason RETIRED = new Reason("Nghỉ hưu theo chế độ");
    private static final int SEALED_BYTES = 110;

    private final World world;
    private final List<Member> choosable = new ArrayList<>();
    private final Map<OrganisationId, List<Member>> registeredAt = new HashMap<>();
    private int registered;
    private int count;

    /** A member, and whether an assignment is under way. */
    static final class Member {
        final Life<MemberEvent, MemberState> life;
        Post post;

        /** The day since when the post is home. */
        LocalDate since;

        boolean busy;
        @Nullable CellAssignmentId lastAssignment;

        Member(Life<MemberEvent, MemberState> life, Post post, LocalDate since) {
            this.life = life;
            this.post = post;
            this.since = since;
        }

        OrganisationId home() {
            return post.id();
        }
    }

    Members(World world) {
        this.world = world;
    }

    int count() {
        return count;
    }

    /** A member who could be sent, or empty if none was found. */
    Optional<Member> anyFree() {
        for (int attempt = 0; attempt < 20 && !choosable.isEmpty(); attempt++) {
            int index = world.between(0, choosable.size() - 1);
            Member member = choosable.get(index);
            boolean available = member.life.on(world.today()).filter(MemberState::available).isPresent();
            if (!available) {
                choosable.set(index, choosable.get(choosable.size() - 1));
                choosable.remove(choosable.size() - 1);
            } else if (!member.busy) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /** A member of a post who serves, sent to a cell or not. */
    Optional<Member> anyOf(Post post) {
        return world.find(registeredAt.getOrDefault(post.id(), List.of()), member -> member.post.equals(post)
                && member.life.on(world.today()).filter(MemberState::available).isPresent());
    }

    /** Another member of a post who could be sent. */
    Optional<Member> freeOf(Post post) {
        return registeredAt.getOrDefault(post.id(), List.of()).stream()
                .filter(member -> !member.busy && member.post.equals(post))
                .filter(member -> member.life.on(world.today()).filter(MemberState::available).isPresent())
                .findFirst();
    }

    boolean register() {
        Post post = world.organisations.anyPost();
        LocalDate day = world.chance(0.6)
                ? world.today().minusDays(world.between(30, 2_500))
                : world.effective(LocalDate.of(2006, 1, 1));
        boolean probationary = world.chance(0.25);
        registered++;
        Optional<Life<MemberEvent, MemberState>> begun = world.begin(
                MemberState.TYPE,
                "",
                new MemberEvent.Registered(
                        day,
                        new MemberCode("DV-%06d".formatted(registered)),
                        post.id(),
                        probationary ? Membership.PROBATIONARY : Membership.OFFICIAL,
                        sealed(),
                        world.chance(0.01)),
                world.actor(post.id(), Competence.RECORD));
        begun.ifPresent(life -> live(new Member(life, post, day), day, probationary));
        return begun.isPresent();
    }

    private void live(Member member, LocalDate since, boolean probationary) {
        count++;
        choosable.add(member);
        registeredAt.computeIfAbsent(member.home(), home -> new ArrayList<>()).add(member);
        if (probationary) {
            world.later(200, 420, () -> take(member, new MemberEvent.BecameOfficial(
                    world.effective(since.plusDays(100)),
                    world.documents.bases(member.post.province(), member.home(), world.today()))));
        }
        rateIn(member, Math.max(since.getYear(), world.today().getYear()));
        if (world.chance(0.35)) {
            world.later(100, 3_000, () -> take(
                    member, new MemberEvent.PersonalDataChanged(world.effective(since.plusDays(1)), sealed())));
        }
        if (world.chance(0.35)) {
            world.later(150, 3_000, () -> transfer(member, since));
        }
        if (world.chance(0.25)) {
            world.later(500, 4_000, () -> leave(member, since));
        }
    }

    private void rateIn(Member member, int year) {
        LocalDate decided = LocalDate.of(year, 12, world.between(1, 25));
        world.at(decided.plusDays(world.between(0, 60)), () -> {
            CellAssignmentId assignment = member.lastAssignment;
            take(member, new MemberEvent.Rated(
                    decided, year, world.oneOf(List.of(Rating.values())),
                    assignment == null || !world.assignments.begunBy(assignment, decided)
                            ? List.of()
                            : List.of(assignment)));
            if (member.life.on(decided).filter(MemberState::available).isPresent()) {
                rateIn(member, year + 1);
            }
        });
    }

    private void transfer(Member member, LocalDate since) {
        Post to = world.oneOf(member.post.province().posts);
        if (member.busy || to.id().equals(member.home())) {
            return;
        }
        LocalDate day = world.effective(lastDay(member, since));
        if (take(member, new MemberEvent.Transferred(day, to.id(), MOVED, List.of()))) {
            member.post = to;
            member.since = day;
        }
    }

    private void leave(Member member, LocalDate since) {
        if (member.busy) {
            world.later(60, 120, () -> leave(member, since));
            return;
        }
        LocalDate day = world.effective(lastDay(member, since));
        if (world.chance(0.7)) {
            take(member, new MemberEvent.LeftService(day, RETIRED));
        } else {
            take(member, new MemberEvent.LeftParty(day, RETIRED));
        }
        if (world.chance(0.5)) {
            world.later(60, 700, () -> take(member, new MemberEvent.PersonalDataErased(
                    world.today(), new Reason("Theo yêu cầu của đảng viên"))));
        }
    }

    /** The day of the member's last step, so that nothing recorded before is made impossible. */
    private static LocalDate lastDay(Member member, LocalDate since) {
        return member.life.timeline.steps().stream()
                .map(step -> step.event().effectiveOn())
                .reduce(since, (a, b) -> a.isAfter(b) ? a : b);
    }

    private boolean take(Member member, MemberEvent event) {
        return world.take(member.life, event, world.actor(member.home(), event.competence()));
    }

    private PersonalData.Sealed sealed() {
        Base64.Encoder base64 = Base64.getEncoder();
        return new PersonalData.Sealed(
                base64.encodeToString(world.bytes(12)), base64.encodeToString(world.bytes(SEALED_BYTES)));
    }
}
