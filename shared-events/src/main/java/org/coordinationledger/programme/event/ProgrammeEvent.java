package org.coordinationledger.programme.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can happen to a programme. Every step is the act of the organisation that adopted it. */
public sealed interface ProgrammeEvent extends RecordEvent {

    /** At most this many targets in one programme. */
    int MOST_TARGETS = 32;

    /**
     * The organisation adopted the programme with its targets.
     *
     * @param subject what it is called or about
     * @param document the document that it is laid down in, where there is one
     * @param thematic whether it is about one theme (chuyên đề)
     * @param firstDay the first day of its term
     * @param lastDay the last day of its term, included; null where it names none
     * @param targets at most {@link #MOST_TARGETS}; empty where the sources name none
     * @param illustrative true where the sources do not state it
     */
    record Adopted(
            LocalDate effectiveOn,
            OrganisationId organisation,
            ProgrammeKind kind,
            Subject subject,
            @Nullable BasisDocumentId document,
            boolean thematic,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            List<Target> targets,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements ProgrammeEvent {
        public Adopted {
            Bounded.required("organisation", organisation);
            Bounded.required("kind", kind);
            Bounded.required("subject", subject);
            Dates.plausible("firstDay", firstDay);
            if (lastDay != null) {
                Dates.plausible("lastDay", lastDay);
            }
            targets = Bounded.list("targets", targets, MOST_TARGETS);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * How far a target has come by this day.
     *
     * @param achieved in all so far, in the target's unit
     * @param behind whether the reporter finds it lagging
     * @param computedFrom the figure of this ledger that {@code achieved} was read from; null where it was entered
     */
    record ProgressReported(
            LocalDate effectiveOn,
            PartKey target,
            Quantity achieved,
            boolean behind,
            @Nullable ComputedFrom computedFrom)
            implements ProgrammeEvent {
        public ProgressReported {
            Bounded.required("target", target);
            Bounded.required("achieved", achieved);
        }

        @Override
        public List<FigureReading> readings() {
            return computedFrom == null ? List.of() : List.of(computedFrom.cameTo(achieved));
        }
    }

    /** A target asks for another quantity or another day from here on; both are told as they now are. */
    record TargetAdjusted(
            LocalDate effectiveOn,
            PartKey target,
            Quantity planned,
            LocalDate dueOn,
            Reason reason,
            List<BasisDocumentId> bases)
            implements ProgrammeEvent {
        public TargetAdjusted {
            Bounded.required("target", target);
            Bounded.required("planned", planned);
            Dates.plausible("dueOn", dueOn);
            Bounded.required("reason", reason);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The programme is over from this day on; its targets stay as they stand. */
    record Closed(LocalDate effectiveOn, Reason reason) implements ProgrammeEvent {
        public Closed {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }
}
