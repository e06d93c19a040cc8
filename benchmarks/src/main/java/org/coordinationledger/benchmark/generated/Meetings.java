package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.benchmark.generated.Assignments.Host;
import org.coordinationledger.benchmark.generated.Briefings.Draft;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.cellmeeting.event.Presence;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;

/** Regular meetings of cells that members were sent to, some with a briefing of their post. */
final class Meetings {

    private final World world;
    private final Set<String> held = new HashSet<>();

    Meetings(World world) {
        this.world = world;
    }

    /** A cell meets that did not yet meet this month; false if none was found. */
    boolean hold() {
        LocalDate day = world.today().minusDays(world.between(0, 12));
        MeetingMonth month = new MeetingMonth(day.toString().substring(0, 7));
        for (int attempt = 0; attempt < 10; attempt++) {
            Host host = world.assignments.anyHost().orElse(null);
            if (host != null && held.add(host.cell() + "/" + month)) {
                return hold(host, day, month);
            }
        }
        return false;
    }

    private boolean hold(Host host, LocalDate day, MeetingMonth month) {
        OrganisationId cell = host.cell();
        OrganisationId commune = world.organisations.superior(cell, day).orElseThrow();
        Draft briefing = world.chance(0.1) ? world.briefings.readyFor(host.post(), cell, day).orElse(null) : null;
        CellMeetingEvent.Held meeting = new CellMeetingEvent.Held(
                day,
                cell,
                month,
                world.assignments.seatedOn(cell, day).stream()
                        .map(seat -> new CellMeetingEvent.Attendance(seat, presence()))
                        .toList(),
                world.chance(0.1) ? List.of(commune) : List.of(),
                briefing == null ? List.of() : List.of(new BriefingId(briefing.way.id())),
                null,
                world.chance(0.01));
        return world.way(CellMeetingState.TYPE, cell.value(), meeting, world.chance(0.8) ? cell : commune)
                .map(way -> {
                    if (briefing != null) {
                        world.briefings.deliver(briefing, day, cell, new CellMeetingId(way.id()));
                    }
                    return true;
                })
                .orElse(false);
    }

    private Presence presence() {
        return world.chance(0.85) ? Presence.ATTENDED : world.oneOf(List.of(Presence.values()));
    }
}
