package org.coordinationledger.inspection.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to an inspection or a supervision. The commissioning body decides, concludes, requires remedies,
 * accepts or refuses them, and closes; the team finds; whoever is inspected reports and is heard; whoever has to remedy
 * reports that it did.
 */
public sealed interface InspectionEvent extends RecordEvent {

    /** At most this many organisations are inspected at once. */
    int MOST_SUBJECTS = 16;

    /** A team is not larger than this. */
    int MOST_TEAM = 16;

    /** An inspection has no more findings than this. */
    int MOST_FINDINGS = 32;

    /**
     * The commissioning body decided to inspect.
     *
     * @param number of the decision
     * @param subjects who is inspected; at least one
     * @param scope what is looked at
     * @param team the codes of those who inspect; the leader is one of them
     * @param firstDay the first day of the inspection
     * @param lastDay the last day of the inspection, on which findings can still be made
     * @param illustrative true where the sources do not state it
     */
    record Decided(
            LocalDate effectiveOn,
            InspectionKind kind,
            OrganisationId commissionedBy,
            DocumentNumber number,
            List<OrganisationId> subjects,
            Subject scope,
            List<PersonCode> team,
            PersonCode leader,
            LocalDate firstDay,
            LocalDate lastDay,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements InspectionEvent {
        public Decided {
            Bounded.required("kind", kind);
            Bounded.required("commissionedBy", commissionedBy);
            Bounded.required("number", number);
            subjects = Bounded.some("subjects", subjects, MOST_SUBJECTS);
            Bounded.required("scope", scope);
            team = Bounded.some("team", team, MOST_TEAM);
            Bounded.required("leader", leader);
            Dates.plausible("firstDay", firstDay);
            Dates.plausible("lastDay", lastDay);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.INSPECTION_DECISION, commissionedBy, number, effectiveOn);
        }
    }

    /** A subject, for which the actor acts, reported on itself. */
    record SelfReported(LocalDate effectiveOn, @Nullable DocumentNumber document) implements InspectionEvent {
        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.INSPECTION_SELF_REPORT, actingFor, document, effectiveOn);
        }
    }

    /**
     * One of the team found something.
     *
     * @param finding its name within the inspection
     * @param organisation the subject that it is about
     * @param record the record that it is about, if it is about one
     */
    record Found(
            LocalDate effectiveOn,
            PartKey finding,
            FindingKind kind,
            OrganisationId organisation,
            @Nullable RecordReference record,
            Subject what)
            implements InspectionEvent {
        public Found {
            Bounded.required("finding", finding);
            Bounded.required("kind", kind);
            Bounded.required("organisation", organisation);
            Bounded.required("what", what);
        }

        @Override
        public Competence competence() {
            return Competence.INSPECT;
        }
    }

    /** A subject, for which the actor acts, was heard on the draft of the conclusion, with all findings so far. */
    record Heard(LocalDate effectiveOn, Subject statement) implements InspectionEvent {
        public Heard {
            Bounded.required("statement", statement);
        }
    }

    /**
     * The commissioning body issued its conclusion.
     *
     * @param number of the conclusion
     * @param findings exactly the findings that were made
     * @param text the text, which is stored under this digest, if it is kept here
     */
    record Concluded(
            LocalDate effectiveOn,
            DocumentNumber number,
            List<PartKey> findings,
            @Nullable TextDigest text,
            List<BasisDocumentId> bases)
            implements InspectionEvent {
        public Concluded {
            Bounded.required("number", number);
            findings = Bounded.list("findings", findings, MOST_FINDINGS);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.INSPECTION_CONCLUSION, actingFor, number, effectiveOn);
        }
    }

    /**
     * The commissioning body required a remedy for a finding.
     *
     * @param responsible the organisation that has to remedy it
     * @param what what it has to do
     * @param dueOn the last day on which it is in time
     */
    record RemedyRequired(
            LocalDate effectiveOn, PartKey finding, OrganisationId responsible, Subject what, LocalDate dueOn)
            implements InspectionEvent {
        public RemedyRequired {
            Bounded.required("finding", finding);
            Bounded.required("responsible", responsible);
            Bounded.required("what", what);
            Dates.plausible("dueOn", dueOn);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * The responsible organisation reported that it remedied a finding.
     *
     * @param what what it did
     * @param document the number of its report, if it has one
     */
    record RemedyReported(
            LocalDate effectiveOn, PartKey finding, Subject what, @Nullable DocumentNumber document)
            implements InspectionEvent {
        public RemedyReported {
            Bounded.required("finding", finding);
            Bounded.required("what", what);
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.REMEDY_REPORT, actingFor, document, effectiveOn);
        }
    }

    /** The commissioning body accepted what was reported: the finding is no longer open. */
    record RemedyAccepted(LocalDate effectiveOn, PartKey finding) implements InspectionEvent {
        public RemedyAccepted {
            Bounded.required("finding", finding);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }
    }

    /** The commissioning body did not accept what was reported: the remedy is required as before, by the same day. */
    record RemedyRefused(LocalDate effectiveOn, PartKey finding, Reason reason) implements InspectionEvent {
        public RemedyRefused {
            Bounded.required("finding", finding);
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * Whoever has to remedy a finding was reminded that it is late.
     *
     * @param byTeam whether one of the team did, instead of the commissioning body
     */
    record Reminded(LocalDate effectiveOn, PartKey finding, boolean byTeam) implements InspectionEvent {
        public Reminded {
            Bounded.required("finding", finding);
        }

        @Override
        public Competence competence() {
            return byTeam ? Competence.INSPECT : Competence.RECORD;
        }
    }

    /** The commissioning body closed the inspection; no required remedy is left. */
    record Closed(LocalDate effectiveOn) implements InspectionEvent {
        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }
}
