package org.coordinationledger.inspection.event;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection is on a day.
 *
 * @param decided what it was decided with; heirs stand in the place of organisations that were dissolved since
 * @param stageSince the first day of the stage
 * @param selfReported the subjects that reported on themselves, in order
 * @param heard the subjects that were heard on all that was found about them so far, in order
 * @param findings by their names
 * @param conclusion once it is issued
 */
public record InspectionState(
        InspectionEvent.Decided decided,
        InspectionStage stage,
        LocalDate stageSince,
        List<OrganisationId> selfReported,
        List<OrganisationId> heard,
        SortedMap<String, Finding> findings,
        @Nullable Conclusion conclusion) {

    public static final RecordType<InspectionEvent, InspectionState> TYPE =
            new RecordType<>("Inspection", "inspections", InspectionEvent.class, new InspectionEvolution());

    /** What the commissioning body issued. */
    public record Conclusion(LocalDate issuedOn, DocumentNumber number, @Nullable TextDigest text) {}

    /**
     * A finding as it stands.
     *
     * @param foundBy the code of the person who recorded it
     * @param remedy once one is required
     */
    public record Finding(InspectionEvent.Found found, String foundBy, @Nullable Remedy remedy) {

        /** Whether it is not remedied. */
        public boolean open() {
            return remedy == null || remedy.stage() != RemedyStage.ACCEPTED;
        }

        Finding inherited(UnaryOperator<OrganisationId> heir) {
            InspectionEvent.Found f = found;
            return new Finding(
                    new InspectionEvent.Found(
                            f.effectiveOn(), f.finding(), f.kind(), heir.apply(f.organisation()), f.record(), f.what()),
                    foundBy, remedy == null ? null : remedy.inherited(heir));
        }
    }

    /**
     * A remedy as it stands.
     *
     * @param overdue whether it is required, not reported, and its last day is over
     * @param report the latest report, refused or not; null before the first
     */
    public record Remedy(
            InspectionEvent.RemedyRequired required,
            RemedyStage stage,
            LocalDate stageSince,
            boolean overdue,
            @Nullable Report report,
            int reminders) {

        Remedy inherited(UnaryOperator<OrganisationId> heir) {
            InspectionEvent.RemedyRequired r = required;
            return stage == RemedyStage.ACCEPTED
                    ? this
                    : new Remedy(
                            new InspectionEvent.RemedyRequired(
                                    r.effectiveOn(), r.finding(), heir.apply(r.responsible()), r.what(), r.dueOn()),
                            stage, stageSince, overdue, report, reminders);
        }
    }

    /**
     * A report of a remedy.
     *
     * @param reportedBy the code of the person who reported
     */
    public record Report(InspectionEvent.RemedyReported reported, String reportedBy) {}

    public boolean open() {
        return stage == InspectionStage.UNDER_WAY || stage == InspectionStage.CONCLUDED;
    }

    /** How many findings are not remedied; none once it is closed. */
    public long findingsOpen() {
        return open() ? findings.values().stream().filter(Finding::open).count() : 0;
    }

    public long remediesOverdue() {
        return remedies().stream().filter(Remedy::overdue).count();
    }

    /** The remedies that are required or reported, in order of the findings' names; none once it is over. */
    public List<Remedy> remedies() {
        return !open() ? List.of() : findings.values().stream()
                .filter(Finding::open)
                .map(Finding::remedy)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The organisations that have something to remedy, each once. */
    public List<OrganisationId> responsible() {
        return remedies().stream().map(r -> r.required().responsible()).distinct().toList();
    }

    /** The subjects that something was found about and that were not heard on it, each once. */
    public List<OrganisationId> unheard() {
        return findings.values().stream()
                .map(f -> f.found().organisation())
                .distinct()
                .filter(o -> !heard.contains(o))
                .toList();
    }

    /** Refuses an actor who is none of the team, or who acts for a subject. */
    public void requireTeam(Actor actor) {
        if (!ofTheTeam(actor)) {
            throw new RejectedException(new InspectionRejection.NotOfTheTeam());
        }
        if (decided.subjects().contains(actor.organisation())) {
            throw new RejectedException(
                    new InspectionRejection.ActsForASubject(actor.organisation().value()));
        }
    }

    /** Refuses an actor who is one of the team. */
    public void requireNotTeam(Actor actor) {
        if (ofTheTeam(actor)) {
            throw new RejectedException(new InspectionRejection.OfTheTeam());
        }
    }

    /** Refuses an actor who reported the remedy of a finding. */
    public void requireNotReporter(Actor actor, PartKey finding) {
        Finding found = findings.get(finding.value());
        Remedy remedy = found == null ? null : found.remedy();
        Report report = remedy == null ? null : remedy.report();
        if (report != null && report.reportedBy().equals(actor.person())) {
            throw new RejectedException(new InspectionRejection.ReportedByTheSamePerson());
        }
    }

    private boolean ofTheTeam(Actor actor) {
        return decided.team().stream().map(PersonCode::value).anyMatch(actor.person()::equals);
    }

    /** With heirs in the place of the commissioning body, of subjects and of who has something to remedy. */
    InspectionState inherited(UnaryOperator<OrganisationId> heir) {
        InspectionEvent.Decided d = decided;
        List<OrganisationId> subjects = Heirs.of(d.subjects(), heir);
        OrganisationId commissioning = heir.apply(d.commissionedBy());
        Heirs.requireApart(commissioning, subjects);
        SortedMap<String, Finding> ofHeirs = new TreeMap<>();
        findings.forEach((key, finding) -> ofHeirs.put(key, finding.inherited(heir)));
        return new InspectionState(
                new InspectionEvent.Decided(
                        d.effectiveOn(), d.kind(), commissioning, d.number(), subjects, d.scope(), d.team(), d.leader(),
                        d.firstDay(), d.lastDay(), d.bases(), d.illustrative()),
                stage, stageSince, Heirs.of(selfReported, heir), Heirs.of(heard, heir),
                Collections.unmodifiableSortedMap(ofHeirs), conclusion);
    }

    InspectionState in(InspectionStage next, LocalDate since) {
        return new InspectionState(decided, next, since, selfReported, heard, findings, conclusion);
    }

    InspectionState selfReported(List<OrganisationId> subjects) {
        return new InspectionState(decided, stage, stageSince, subjects, heard, findings, conclusion);
    }

    InspectionState heard(List<OrganisationId> subjects) {
        return new InspectionState(decided, stage, stageSince, selfReported, subjects, findings, conclusion);
    }

    InspectionState with(SortedMap<String, Finding> others) {
        return new InspectionState(decided, stage, stageSince, selfReported, heard, others, conclusion);
    }

    InspectionState concluded(Conclusion issued) {
        return new InspectionState(
                decided, InspectionStage.CONCLUDED, issued.issuedOn(), selfReported, heard, findings, issued);
    }
}
