package org.coordinationledger.timeline;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;

/** Steps of one kind of record, drawn from a seed. Days are few, so that steps meet, collide and pass each other. */
final class RandomSteps {

    /** Something that somebody tries. */
    record Attempt(Actor actor, RecordEvent event) {}

    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final int DAYS = 24;
    private static final int ANY = Integer.MAX_VALUE;
    private static final List<Integer> USUAL_WAY = List.of(0, 1, 2, 3, 5);
    private static final Reason REASON = new Reason("lý do");
    private static final Actor SELECTOR = new Actor("selector", organisation("post"), Role.SIGNATORY);

    private final Random random;
    private final BiFunction<LocalDate, Integer, Attempt> fresh;
    private final int firstSteps;

    private RandomSteps(long seed, boolean cellAssignments) {
        this.random = new Random(seed);
        this.fresh = cellAssignments ? this::ofCellAssignment : this::ofOrganisation;
        this.firstSteps = cellAssignments ? 5 : 1;
    }

    static RandomSteps ofCellAssignments(long seed) {
        return new RandomSteps(seed, true);
    }

    static RandomSteps ofOrganisations(long seed) {
        return new RandomSteps(seed, false);
    }

    /** All days that steps are drawn from. */
    static List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(i -> FIRST.plusDays(20L * i)).toList();
    }

    /** How many positions other records take before the next step. */
    int gap() {
        return random.nextInt(3);
    }

    Attempt next(List<Step<?>> steps) {
        int amendments = steps.size() < firstSteps ? 10 : 3;
        if (!steps.isEmpty() && random.nextInt(amendments) == 0) {
            return amendment(steps);
        }
        int count = steps.size();
        return fresh.apply(day(count < firstSteps ? 2 + 2 * count : DAYS), count);
    }

    private Attempt amendment(List<Step<?>> steps) {
        int target = random.nextInt(3) == 0
                ? random.nextInt(steps.size())
                : Math.max(0, steps.size() - 1 - random.nextInt(3));
        Step<?> step = steps.get(target);
        Actor actor = random.nextInt(20) == 0 ? decider("somebody-else") : step.actor();
        LocalDate today = LocalDate.of(2026, 1, 1);
        if (random.nextBoolean()) {
            return new Attempt(actor, new Amendment.Voided(today, target, REASON, List.of()));
        }
        RecordEvent content = step.event() instanceof Amendment.Corrected c ? c.replacement() : step.event();
        RecordEvent replacement = null;
        for (int i = 0; i < 200 && (replacement == null || replacement.getClass() != content.getClass()); i++) {
            replacement = fresh.apply(day(DAYS), ANY).event();
        }
        return new Attempt(actor, new Amendment.Corrected(today, target, replacement, "1", REASON, List.of()));
    }

    private LocalDate day(int within) {
        return days().get(random.nextInt(Math.min(within, DAYS)));
    }

    /** Mostly along the usual way until the member has a seat; without that few would ever get one. */
    private Attempt ofCellAssignment(LocalDate day, int count) {
        Actor post = random.nextInt(8) == 0 ? SELECTOR : decider("post");
        Actor commune = random.nextInt(12) == 0 ? decider("commune-2") : decider("commune");
        Actor host = random.nextBoolean() ? commune : decider("cell-" + (1 + random.nextInt(2)));
        CommentPeriod period = new CommentPeriod(oneOf("2013", "2013-Q1", "2013-Q2", "2014"));
        OrganisationId cell = organisation("cell-" + (1 + random.nextInt(2)));
        boolean usual = count < USUAL_WAY.size() && random.nextInt(4) > 0;
        return switch (usual ? USUAL_WAY.get(count) : random.nextInt(13)) {
            case 0 -> new Attempt(SELECTOR, new CellAssignmentEvent.Selected(
                    day, new MemberId("member-" + random.nextInt(2)), organisation("post"), organisation("commune"),
                    random.nextBoolean(), List.of()));
            case 1 -> new Attempt(commune, new CellAssignmentEvent.Agreed(day, null));
            case 2 -> new Attempt(post, new CellAssignmentEvent.Introduced(
                    day, new DocumentNumber(random.nextInt(9) + "-GT/ĐU"), day.minusDays(random.nextInt(3)),
                    random.nextInt(3) == 0 ? List.of(cell) : List.of(), Regime.ATTENDANCE, random.nextBoolean(),
                    List.of()));
            case 3 -> new Attempt(commune, new CellAssignmentEvent.Received(day));
            case 4 -> new Attempt(commune, new CellAssignmentEvent.ReplacementRequested(day, REASON));
            case 5 -> new Attempt(commune, new CellAssignmentEvent.Assigned(day, cell, List.of()));
            case 6 -> new Attempt(host, new CellAssignmentEvent.AttendanceConfirmed(day));
            case 7 -> new Attempt(host, new CellAssignmentEvent.HostCommented(day, period, null));
            case 8 -> new Attempt(post, new CellAssignmentEvent.CommentNoted(day, period));
            case 9 -> new Attempt(post, new CellAssignmentEvent.Suspended(day, REASON));
            case 10 -> new Attempt(post, new CellAssignmentEvent.Resumed(day, null));
            case 11 -> new Attempt(post, new CellAssignmentEvent.Replaced(day, new CellAssignmentId("other"), REASON));
            default -> new Attempt(post, new CellAssignmentEvent.Ended(day, REASON));
        };
    }

    private Attempt ofOrganisation(LocalDate day, int count) {
        Name name = new Name("Tên " + random.nextInt(4));
        OrganisationId other = organisation("other-" + random.nextInt(3));
        OrganisationEvent event =
                switch (count == 0 ? 0 : random.nextInt(9)) {
                    case 0, 1 -> new OrganisationEvent.Registered(
                            day, OrganisationKind.BORDER_POST, name, other, null, List.of(), Territory.UNKNOWN, false,
                            List.of());
                    case 2, 3 -> new OrganisationEvent.Renamed(day, name, null, List.of());
                    case 4 -> new OrganisationEvent.Reattached(
                            day, random.nextBoolean() ? Line.PARTY : Line.COMMAND, random.nextBoolean() ? other : null,
                            null, List.of());
                    case 5 -> new OrganisationEvent.TerritoryCovered(day, List.of(other), null, List.of());
                    case 6 -> new OrganisationEvent.TerritoryDescribed(
                            day, new Territory(null, null, null, null, null, name.value()), List.of());
                    case 7 -> new OrganisationEvent.TermOpened(
                            day, new TermName("Khóa " + random.nextInt(5)), day.plusDays(random.nextInt(120) - 5));
                    default -> new OrganisationEvent.Dissolved(
                            day, oneOf(OrganisationEvent.Manner.values()),
                            random.nextBoolean() ? List.of(other) : List.of(), REASON, List.of());
                };
        return new Attempt(administrator(), event);
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
