package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.actor.Role;
import org.coordinationledger.benchmark.generated.Organisations.Commune;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;

/** Inspections of posts and communes by the committee above the commune: findings, the conclusion, and what is remedied. */
final class Inspections {

    private static final Subject SCOPE = new Subject("Việc thực hiện quy chế phối hợp và giới thiệu đảng viên");
    private static final Subject FOUND = new Subject("Chưa duy trì đầy đủ chế độ giao ban, nhận xét định kỳ");
    private static final Subject STATEMENT = new Subject("Nhất trí với dự thảo kết luận");
    private static final Subject TO_REMEDY = new Subject("Bổ sung nhận xét, khôi phục chế độ giao ban");
    private static final Subject REMEDIED = new Subject("Đã bổ sung, khôi phục đầy đủ");
    private static final Reason NOT_ENOUGH = new Reason("Kết quả khắc phục chưa đầy đủ");
    private static final int MANDATE = 60;

    private final World world;

    private static final class Inspection {
        private final Way<InspectionEvent, InspectionState> way;
        private final OrganisationId commissioner;
        private final Commune commune;
        private final OrganisationId subject;
        private final List<PartKey> findings = new ArrayList<>();
        private int unremedied;

        private Inspection(
                Way<InspectionEvent, InspectionState> way, OrganisationId commissioner, Commune commune,
                OrganisationId subject) {
            this.way = way;
            this.commissioner = commissioner;
            this.commune = commune;
            this.subject = subject;
        }
    }

    Inspections(World world) {
        this.world = world;
    }

    boolean decide() {
        Post post = world.organisations.anyPost();
        LocalDate day = world.today();
        Commune commune = world.organisations.anyCommune(post);
        OrganisationId subject = world.chance(0.6) ? post.id() : commune.id();
        OrganisationId by = world.organisations.superior(commune.id(), day).orElseThrow();
        List<PersonCode> team = world.persons(by, Role.INSPECTOR).stream().map(PersonCode::new).toList();
        LocalDate firstDay = day.plusDays(world.between(5, 15));
        Optional<Inspection> inspection = world.way(
                        InspectionState.TYPE,
                        "",
                        new InspectionEvent.Decided(
                                day, world.oneOf(List.of(InspectionKind.values())), by, world.number("-QĐ/UBKT"),
                                List.of(subject), SCOPE, team, team.get(0), firstDay, firstDay.plusDays(MANDATE),
                                List.of(), world.chance(0.01)),
                        by)
                .map(way -> new Inspection(way, by, commune, subject));
        inspection.ifPresent(decided -> {
            if (world.chance(0.8)) {
                world.later(1, 4, () -> today(decided, subject, on ->
                        new InspectionEvent.SelfReported(on, world.chance(0.5) ? world.number("-BC/ĐU") : null)));
            }
            int findings = world.chance(0.2) ? 0 : world.between(1, 3);
            for (int i = 1; i <= findings; i++) {
                PartKey key = new PartKey("phat-hien-" + i);
                world.at(firstDay.plusDays(world.between(1, MANDATE)), () -> find(decided, key));
            }
            world.at(firstDay.plusDays(MANDATE + world.between(1, 20)), () -> hear(decided));
        });
        return inspection.isPresent();
    }

    private void find(Inspection inspection, PartKey key) {
        RecordReference record = world.organisations.cellsOf(inspection.commune, world.today()).stream()
                .flatMap(cell -> world.assignments.seatedOn(cell, world.today()).stream())
                .findFirst()
                .filter(assignment -> world.chance(0.5))
                .map(assignment -> new RecordReference("cell-assignments", assignment.value()))
                .orElse(null);
        if (today(inspection, inspection.commissioner, day -> new InspectionEvent.Found(
                day, key, world.chance(0.8) ? FindingKind.SHORTCOMING : FindingKind.VIOLATION, inspection.subject,
                record, FOUND))) {
            inspection.findings.add(key);
        }
    }

    private void hear(Inspection inspection) {
        if (today(inspection, inspection.subject, day -> new InspectionEvent.Heard(day, STATEMENT))) {
            world.later(5, 20, () -> conclude(inspection));
        }
    }

    private void conclude(Inspection inspection) {
        if (!today(inspection, inspection.commissioner, day -> new InspectionEvent.Concluded(
                day, world.number("-KL/UBKT"), inspection.findings, world.chance(0.6) ? world.text() : null,
                List.of()))) {
            return;
        }
        inspection.unremedied = inspection.findings.size();
        if (inspection.unremedied == 0) {
            world.later(1, 20, () -> close(inspection));
        }
        inspection.findings.forEach(finding -> world.later(1, 10, () -> require(inspection, finding)));
    }

    private void require(Inspection inspection, PartKey finding) {
        LocalDate dueOn = world.today().plusDays(world.between(30, 60));
        if (today(inspection, inspection.commissioner, day -> new InspectionEvent.RemedyRequired(
                day, finding, inspection.subject, TO_REMEDY, dueOn))) {
            boolean late = world.chance(0.5);
            if (late) {
                boolean byTeam = world.chance(0.5);
                world.at(dueOn.plusDays(world.between(3, 15)), () -> today(inspection, inspection.commissioner, day ->
                        new InspectionEvent.Reminded(day, finding, byTeam)));
            }
            world.at(dueOn.plusDays(late ? world.between(16, 60) : -world.between(0, 25)), () ->
                    report(inspection, finding));
        }
    }

    private void report(Inspection inspection, PartKey finding) {
        if (today(inspection, inspection.subject, day -> new InspectionEvent.RemedyReported(
                day, finding, REMEDIED, world.chance(0.5) ? world.number("-BC/ĐU") : null))) {
            world.later(3, 20, () -> judge(inspection, finding));
        }
    }

    private void judge(Inspection inspection, PartKey finding) {
        if (world.chance(0.25)) {
            if (today(inspection, inspection.commissioner, day ->
                    new InspectionEvent.RemedyRefused(day, finding, NOT_ENOUGH))) {
                world.later(5, 40, () -> report(inspection, finding));
            }
        } else if (today(inspection, inspection.commissioner, day ->
                        new InspectionEvent.RemedyAccepted(day, finding))
                && --inspection.unremedied == 0) {
            world.later(1, 20, () -> close(inspection));
        }
    }

    private void close(Inspection inspection) {
        today(inspection, inspection.commissioner, InspectionEvent.Closed::new);
    }

    /** Steps of inspections take effect when they are recorded, since mandate and due dates count days. */
    private boolean today(Inspection inspection, OrganisationId acting, Function<LocalDate, InspectionEvent> made) {
        return inspection.way.stepOn(world.today(), acting, made);
    }
}
