package org.coordinationledger.inspection.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.InspectionId;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** An inspection of the post and the commune by the province, and its team of two. */
final class Team {

    static final InspectionId INSPECTION = new InspectionId("inspection");
    static final PartKey LETTERS = new PartKey("letters");
    static final PartKey MEETINGS = new PartKey("meetings");
    static final Subject WHAT = new Subject("Giới thiệu chậm");
    static final DocumentNumber NUMBER = new DocumentNumber("20-KL/UBKT");

    static final Actor PROVINCE = decider("province");
    static final Actor INSPECTOR = new Actor("inspector", organisation("province"), Role.INSPECTOR);
    static final Actor SECOND = new Actor("second", organisation("province"), Role.INSPECTOR);
    static final Actor POST = recorder("post");
    static final Actor COMMUNE = recorder("commune");

    final Landscape landscape = new Landscape();

    Decision<Inspection> decision() {
        return Decision.of(Inspection.class, InspectionState.TYPE, landscape.registry);
    }

    static InspectionCommand.Decide decide(List<String> subjects, List<String> team, String leader, String lastDay) {
        return new InspectionCommand.Decide(
                INSPECTION, day("2019-03-01"), InspectionKind.INSPECTION, organisation("province"),
                new DocumentNumber("112-QĐ/UBKT"), subjects.stream().map(OrganisationId::new).toList(),
                new Subject("Việc thực hiện quy định"), team.stream().map(PersonCode::new).toList(),
                new PersonCode(leader), day("2019-03-11"), day(lastDay), List.of(), null);
    }

    /** Another commissions an inspection of one subject. */
    static InspectionCommand.Decide decideFor(String commissionedBy, String subject) {
        InspectionCommand.Decide like = decide(List.of(subject), List.of("inspector"), "inspector", "2019-04-26");
        return new InspectionCommand.Decide(
                like.id(), like.effectiveOn(), like.kind(), organisation(commissionedBy), like.number(), like.subjects(),
                like.scope(), like.team(), like.leader(), like.firstDay(), like.lastDay(), like.bases(), null);
    }

    static InspectionCommand.Decide decide() {
        return decide(List.of("post", "commune"), List.of("inspector", "second"), "inspector", "2019-04-26");
    }

    static InspectionCommand.Find find(String day, PartKey finding, String organisation, @Nullable RecordReference on) {
        return new InspectionCommand.Find(
                INSPECTION, day(day), finding, FindingKind.SHORTCOMING, organisation(organisation), on, WHAT);
    }

    static InspectionCommand.Hear hear(String day) {
        return new InspectionCommand.Hear(INSPECTION, day(day), new Subject("Nhất trí"));
    }

    static InspectionCommand.Conclude conclude(String day, PartKey... findings) {
        return new InspectionCommand.Conclude(INSPECTION, day(day), NUMBER, List.of(findings), null, List.of());
    }

    static InspectionCommand.RequireRemedy require(PartKey finding, String responsible, String dueOn) {
        return new InspectionCommand.RequireRemedy(
                INSPECTION, day("2019-05-10"), finding, organisation(responsible), new Subject("Bổ sung"), day(dueOn));
    }

    static InspectionCommand.ReportRemedy report(String day) {
        return new InspectionCommand.ReportRemedy(INSPECTION, day(day), LETTERS, new Subject("Đã bổ sung"), null);
    }

    static InspectionCommand.AcceptRemedy accept(String day) {
        return new InspectionCommand.AcceptRemedy(INSPECTION, day(day), LETTERS);
    }

    static InspectionCommand.RefuseRemedy refuse(String day) {
        return new InspectionCommand.RefuseRemedy(INSPECTION, day(day), LETTERS, Landscape.REASON);
    }

    static InspectionCommand.Remind remind(String day, boolean byTeam) {
        return new InspectionCommand.Remind(INSPECTION, day(day), LETTERS, byTeam);
    }

    static Amend.Correct correct(long sequence, RecordEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("inspection"), day("2026-01-01"), sequence, replacement, Landscape.REASON, List.of());
    }

    static Amend.Void voiding(long sequence) {
        return new Amend.Void(
                new AnyRecordId("inspection"), day("2026-01-01"), sequence, Landscape.REASON, List.of());
    }

    /** Step 0. */
    Decision<Inspection> decided() {
        return decision().given(PROVINCE, decide().event());
    }

    /** Step 1, about the post. */
    Decision<Inspection> found() {
        return decided().given(INSPECTOR, find("2019-04-02", LETTERS, "post", null).event());
    }

    /** Step 2. */
    Decision<Inspection> heard() {
        return found().given(POST, hear("2019-04-24").event());
    }

    /** Step 3. */
    Decision<Inspection> concluded() {
        return heard().given(PROVINCE, conclude("2019-05-10", LETTERS).event());
    }

    /** Step 4, of the post until 2019-09-30. */
    Decision<Inspection> required() {
        return concluded().given(PROVINCE, require(LETTERS, "post", "2019-09-30").event());
    }

    /** Step 5. */
    Decision<Inspection> reported() {
        return required().given(POST, report("2019-09-20").event());
    }

    /** Step 6. */
    Decision<Inspection> accepted() {
        return reported().given(PROVINCE, accept("2019-09-27").event());
    }

    /** A cell assignment on which the commune agreed by this person. */
    RecordReference assignmentAgreedBy(String id, String person) {
        CellAssignmentId assignment = new CellAssignmentId(id);
        Actor agreeing = new Actor(person, organisation("commune"), Role.APPROVER);
        Stream.of(
                        new CellAssignmentEvent.Selected(
                                day("2018-01-01"), new MemberId("member"), organisation("post"),
                                organisation("commune"), false, List.of()),
                        new CellAssignmentEvent.Agreed(day("2018-01-02"), null))
                .forEach(event -> landscape.registry.with(
                        CellAssignmentState.TYPE, assignment,
                        event instanceof CellAssignmentEvent.Selected ? POST : agreeing, event));
        return new RecordReference("cell-assignments", id);
    }

    static InspectionEvent.Found found(RecordReference on) {
        return find("2019-04-02", LETTERS, "post", on).event();
    }
}
