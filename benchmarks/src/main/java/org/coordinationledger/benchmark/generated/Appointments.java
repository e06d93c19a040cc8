package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.benchmark.generated.Members.Member;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;

/** Officers of posts in committees of communes and districts: nominated by the post, decided on above the committee. */
final class Appointments {

    private static final Reason WITHDRAWN = new Reason("Không còn nhu cầu bổ sung");
    private static final Reason MOVED = new Reason("Điều động công tác khác");

    private final World world;

    private record Seat(
            Way<CommitteeAppointmentEvent, CommitteeAppointmentState> way, Post post, OrganisationId committee) {}

    Appointments(World world) {
        this.world = world;
    }

    boolean nominate() {
        Post post = world.organisations.anyPost();
        Member member = world.members.anyOf(post).orElse(null);
        if (member == null) {
            return false;
        }
        OrganisationId commune = world.organisations.anyCommune(post).id();
        LocalDate day = world.effective(member.since);
        boolean ofDistrict = world.chance(0.25) && day.isBefore(Organisations.REORGANISED.minusYears(1));
        OrganisationId committee = ofDistrict
                ? world.organisations.superior(commune, day).orElse(commune)
                : commune;
        Optional<Seat> seat = world.way(
                        CommitteeAppointmentState.TYPE,
                        member.life.id,
                        new CommitteeAppointmentEvent.Nominated(
                                day, new MemberId(member.life.id), committee,
                                ofDistrict ? CommitteeLevel.DISTRICT : CommitteeLevel.COMMUNE,
                                world.oneOf(List.of(CommitteePosition.values())),
                                world.documents.bases(post.province(), post.id(), day), world.chance(0.01)),
                        post.id())
                .map(way -> new Seat(way, post, committee));
        seat.ifPresent(nominated -> world.later(5, 30, () -> vet(nominated)));
        return seat.isPresent();
    }

    private void vet(Seat seat) {
        if (world.chance(0.1)) {
            end(seat, WITHDRAWN);
        } else if (fromAbove(seat, day -> new CommitteeAppointmentEvent.Vetted(
                day, world.chance(0.5) ? world.number("-CV/BTC") : null))) {
            world.later(5, 40, () -> decide(seat));
        }
    }

    private void decide(Seat seat) {
        LocalDate lastDay = world.chance(0.7) ? world.today().plusDays(world.between(500, 1_800)) : null;
        boolean outsideQuota = world.chance(0.2);
        boolean taken = world.chance(0.7)
                ? fromAbove(seat, day -> new CommitteeAppointmentEvent.Designated(
                        day, world.number("-QĐ/HU"), lastDay, outsideQuota, List.of()))
                : fromAbove(seat, day -> new CommitteeAppointmentEvent.ElectionConfirmed(
                        day, world.number("-QĐ/HU"), lastDay, outsideQuota, List.of()));
        if (!taken) {
            return;
        }
        if (lastDay != null && world.chance(0.5)) {
            world.later(200, 480, () -> extend(seat, lastDay.plusYears(1)));
        }
        if (world.chance(0.5)) {
            world.later(100, 490, () -> leave(seat));
        }
    }

    private void extend(Seat seat, LocalDate lastDay) {
        if (inOffice(seat)) {
            fromAbove(seat, day -> new CommitteeAppointmentEvent.Extended(day, lastDay, null, List.of()));
        }
    }

    private void leave(Seat seat) {
        if (world.chance(0.6)) {
            fromAbove(seat, day -> new CommitteeAppointmentEvent.Relieved(day, MOVED, List.of()));
        } else {
            end(seat, MOVED);
        }
    }

    private boolean inOffice(Seat seat) {
        return seat.way().on(world.today()).filter(CommitteeAppointmentState::open).isPresent();
    }

    private void end(Seat seat, Reason reason) {
        seat.way().step(seat.post().id(), day -> new CommitteeAppointmentEvent.Ended(day, reason));
    }

    /** The body above the committee takes a step. */
    private boolean fromAbove(Seat seat, Function<LocalDate, CommitteeAppointmentEvent> made) {
        return world.organisations.superior(seat.committee(), seat.way().last())
                .filter(above -> seat.way().step(above, made))
                .isPresent();
    }
}
