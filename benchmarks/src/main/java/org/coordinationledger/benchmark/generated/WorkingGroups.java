package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupState;

/** Groups of posts that help villages, established by the border guard's committee of a province. */
final class WorkingGroups {

    private static final Subject PURPOSE = new Subject("Giúp các thôn, bản xây dựng hệ thống chính trị cơ sở");
    private static final Reason DONE = new Reason("Hoàn thành nhiệm vụ");

    private final World world;
    private int established;

    private record Group(
            Way<WorkingGroupEvent, WorkingGroupState> way, Post post, OrganisationId establishedBy) {

        boolean step(Function<LocalDate, WorkingGroupEvent> made) {
            return way.step(establishedBy, made);
        }
    }

    WorkingGroups(World world) {
        this.world = world;
    }

    boolean establish() {
        Post post = world.organisations.anyPost();
        OrganisationId by = Organisations.id(Objects.requireNonNull(post.province().borderCommittee));
        LocalDate day = world.effective();
        OrganisationId commune = world.organisations.anyCommune(post).id();
        OrganisationId worksFor = world.organisations.superior(commune, day).orElse(commune);
        Optional<Group> group = world.way(
                        WorkingGroupState.TYPE,
                        "",
                        new WorkingGroupEvent.Established(
                                day, new Name("Tổ công tác số " + ++established), PURPOSE, worksFor,
                                world.documents.bases(post.province(), by, day), world.chance(0.01)),
                        by)
                .map(way -> new Group(way, post, by));
        group.ifPresent(this::begun);
        return group.isPresent();
    }

    private void begun(Group group) {
        world.later(1, 20, () -> attach(group, group.post()));
        if (world.chance(0.6)) {
            Post other = world.oneOf(group.post().province().posts);
            if (!other.equals(group.post())) {
                world.later(21, 200, () -> attach(group, other));
            }
        }
        world.later(700, 1_800, () -> group.step(day -> new WorkingGroupEvent.Dissolved(day, DONE)));
    }

    private void attach(Group group, Post post) {
        if (!world.organisations.stands(post.id(), world.today())
                || !group.step(day -> new WorkingGroupEvent.PostAttached(day, post.id()))) {
            return;
        }
        List<OrganisationId> villages =
                world.organisations.cellsOf(world.organisations.anyCommune(post), world.today());
        if (!villages.isEmpty()) {
            world.later(1, 20, () -> group.step(day ->
                    new WorkingGroupEvent.VillagesAssigned(day, post.id(), world.some(villages, 5))));
            world.later(100, 400, () -> release(group, post));
        }
        if (world.chance(0.5)) {
            world.later(401, 690, () -> group.step(day -> new WorkingGroupEvent.PostDetached(day, post.id(), DONE)));
        }
    }

    private void release(Group group, Post post) {
        List<OrganisationId> helped = group.way().state().stream()
                .flatMap(state -> state.posts().stream())
                .filter(helper -> helper.post().equals(post.id()))
                .flatMap(helper -> helper.villages().stream())
                .toList();
        if (!helped.isEmpty() && world.chance(0.6)) {
            group.step(day -> new WorkingGroupEvent.VillagesReleased(day, world.some(helped, 2), DONE));
        }
    }
}
