package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.benchmark.generated.Members.Member;
import org.coordinationledger.benchmark.generated.Organisations.Commune;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** Members in charge of households of a hamlet: they visit them until they end, or hand over to somebody else. */
final class Households {

    private static final Reason MOVED_AWAY = new Reason("Hộ đã chuyển đi nơi khác");
    private static final Reason NO_LONGER_NEEDED = new Reason("Hoàn thành nhiệm vụ phụ trách hộ");

    private final World world;
    private final Map<OrganisationId, Integer> numbered = new HashMap<>();

    /** A member's charge in a hamlet. */
    private record Charge(
            Way<HouseholdAssignmentEvent, HouseholdAssignmentState> way, Member member, Post post, Commune commune,
            OrganisationId cell) {

        boolean step(Function<LocalDate, HouseholdAssignmentEvent> made) {
            return way.step(post.id(), made);
        }

        List<HouseholdCode> households() {
            return way.state().map(HouseholdAssignmentState::households).orElse(List.of());
        }
    }

    Households(World world) {
        this.world = world;
    }

    /** Post and commune agree on somebody; false if there was nobody. */
    boolean agree() {
        Post post = world.organisations.anyPost();
        Commune commune = world.organisations.anyCommune(post);
        List<OrganisationId> cells = world.organisations.cellsOf(commune, world.today());
        if (cells.isEmpty()) {
            return false;
        }
        Optional<Charge> agreed = agree(post, commune, world.oneOf(cells), null);
        agreed.ifPresent(charge ->
                world.later(2, 20, () -> assign(charge, unnumbered(charge.cell(), world.between(3, 8)))));
        return agreed.isPresent();
    }

    private Optional<Charge> agree(Post post, Commune commune, OrganisationId cell, @Nullable Member before) {
        return world.members.anyOf(post).filter(member -> !member.equals(before)).flatMap(member -> {
            LocalDate day = world.effective(member.since);
            OrganisationId acting = world.chance(0.5) ? commune.id() : post.id();
            return world.way(
                            HouseholdAssignmentState.TYPE,
                            cell.value(),
                            new HouseholdAssignmentEvent.Agreed(
                                    day, new MemberId(member.life.id), post.id(), commune.id(), cell,
                                    world.documents.bases(post.province(), acting, day), world.chance(0.01)),
                            acting)
                    .map(way -> new Charge(way, member, post, commune, cell));
        });
    }

    private void assign(Charge charge, List<HouseholdCode> households) {
        Post post = charge.post();
        if (!charge.step(day -> new HouseholdAssignmentEvent.Assigned(
                day, households, world.documents.bases(post.province(), post.id(), day)))) {
            charge.step(day -> new HouseholdAssignmentEvent.Ended(day, NO_LONGER_NEEDED));
            return;
        }
        lookAfter(charge);
    }

    private void lookAfter(Charge charge) {
        world.later(10, 40, () -> visit(charge));
        if (world.chance(0.3)) {
            world.later(60, 300, () -> charge.step(day -> new HouseholdAssignmentEvent.HouseholdsAdded(
                    day, unnumbered(charge.cell(), world.between(1, 3)))));
        }
        if (world.chance(0.25)) {
            world.later(60, 300, () -> release(charge));
        }
        world.later(400, 1_500, () -> finish(charge));
    }

    private void visit(Charge charge) {
        List<HouseholdCode> households = charge.households();
        if (!households.isEmpty()
                && charge.step(day -> new HouseholdAssignmentEvent.VisitRecorded(day, world.some(households, 5)))) {
            world.later(20, 60, () -> visit(charge));
        }
    }

    private void release(Charge charge) {
        List<HouseholdCode> households = charge.households();
        if (!households.isEmpty()) {
            charge.step(day -> new HouseholdAssignmentEvent.HouseholdsReleased(
                    day, world.some(households, 1), MOVED_AWAY));
        }
    }

    private void finish(Charge charge) {
        if (world.chance(0.35)) {
            handOver(charge);
        }
        charge.step(day -> new HouseholdAssignmentEvent.Ended(day, NO_LONGER_NEEDED));
    }

    private void handOver(Charge charge) {
        List<HouseholdCode> given = charge.households();
        agree(charge.post(), charge.commune(), charge.cell(), charge.member()).ifPresent(other -> {
            charge.way().notBefore(other.way().last());
            if (!given.isEmpty() && charge.step(day -> new HouseholdAssignmentEvent.HandedOver(
                    day, new HouseholdAssignmentId(other.way().id()), given))) {
                other.way().notBefore(charge.way().last());
                lookAfter(other);
            }
        });
    }

    /** Households that nobody was in charge of yet. */
    private List<HouseholdCode> unnumbered(OrganisationId cell, int count) {
        List<HouseholdCode> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(new HouseholdCode("HO-%03d".formatted(numbered.merge(cell, 1, Integer::sum))));
        }
        return List.copyOf(codes);
    }
}
