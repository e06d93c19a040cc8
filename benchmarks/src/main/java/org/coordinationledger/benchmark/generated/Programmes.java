package org.coordinationledger.benchmark.generated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.programme.event.ComputedFrom;
import org.coordinationledger.programme.event.Indicator;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.Target;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.Unit;

/** Programmes of provinces, communes and posts, whose targets are reported on until they close. */
final class Programmes {

    private static final Subject SUBJECT = new Subject("Nâng cao chất lượng công tác phối hợp ở khu vực biên giới");
    private static final Indicator SENT = new Indicator("Số đảng viên được giới thiệu về sinh hoạt tại chi bộ thôn, bản");
    private static final Unit MEMBERS = new Unit("đồng chí");
    private static final FigureName OPEN_ASSIGNMENTS = new FigureName("openCellAssignments");
    private static final Reason MORE_NEEDED = new Reason("Điều chỉnh theo tình hình thực tế");
    private static final Reason TERM_OVER = new Reason("Tổng kết chương trình");

    private final World world;
    private final List<Programme> adopted = new ArrayList<>();

    /** A programme and whose it is. */
    record Programme(Way<ProgrammeEvent, ProgrammeState> way, Post near, OrganisationId of, List<PartKey> targets) {
        private boolean step(Function<LocalDate, ProgrammeEvent> made) {
            return way.step(of, made);
        }
    }

    Programmes(World world) {
        this.world = world;
    }

    /** A programme that was adopted at some time, or empty if none was found. */
    Optional<Programme> any() {
        return world.find(adopted, programme -> world.organisations.stands(programme.of(), world.today()));
    }

    boolean adopt() {
        Post post = world.organisations.anyPost();
        LocalDate day = world.effective();
        OrganisationId commune = world.organisations.anyCommune(post).id();
        OrganisationId of = world.chance(0.4)
                ? post.id()
                : world.chance(0.5) ? commune : world.organisations.superior(commune, day).orElse(commune);
        List<Target> targets = new ArrayList<>();
        for (int i = world.between(1, 3); i > 0; i--) {
            targets.add(new Target(
                    new PartKey("chi-tieu-" + i), SENT, MEMBERS, members(20, 60), day.plusDays(world.between(300, 900))));
        }
        List<BasisDocumentId> documents = world.documents.bases(post.province(), of, day);
        Optional<Programme> programme = world.way(
                        ProgrammeState.TYPE,
                        "",
                        new ProgrammeEvent.Adopted(
                                day, of, world.oneOf(List.of(ProgrammeKind.values())), SUBJECT,
                                documents.isEmpty() ? null : documents.get(documents.size() - 1), world.chance(0.3),
                                day, world.chance(0.8) ? day.plusYears(world.between(1, 5)) : null, targets, documents,
                                world.chance(0.01)),
                        of)
                .map(way -> new Programme(way, post, of, targets.stream().map(Target::key).toList()));
        programme.ifPresent(begun -> {
            adopted.add(begun);
            world.later(60, 120, () -> report(begun));
            if (world.chance(0.5)) {
                world.later(100, 400, () -> begun.step(on -> new ProgrammeEvent.TargetAdjusted(
                        on, world.oneOf(begun.targets()), members(15, 70), on.plusDays(400), MORE_NEEDED, List.of())));
            }
            if (world.chance(0.7)) {
                world.later(400, 1_300, () -> begun.step(on -> new ProgrammeEvent.Closed(on, TERM_OVER)));
            }
        });
        return programme.isPresent();
    }

    private void report(Programme programme) {
        if (programme.way().on(world.today()).filter(ProgrammeState::open).isPresent()
                && programme.step(day -> new ProgrammeEvent.ProgressReported(
                        day, world.oneOf(programme.targets()), members(1, 70), world.chance(0.2),
                        world.chance(0.4)
                                ? new ComputedFrom(
                                        OPEN_ASSIGNMENTS, programme.of().value(), day, world.knownPosition())
                                : null))) {
            world.later(60, 150, () -> report(programme));
        }
    }

    private Quantity members(int least, int most) {
        return new Quantity(BigDecimal.valueOf(world.between(least, most)), Quality.EXACT, null);
    }
}
