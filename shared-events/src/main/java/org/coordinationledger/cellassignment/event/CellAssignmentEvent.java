package org.coordinationledger.cellassignment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What can happen on a post member's way into a village cell, and there. Each step is the act of one organisation: the
 * post selects, introduces, suspends, resumes, replaces and ends; the commune committee agrees, receives, asks for a
 * replacement and assigns; the cell or its committee confirms attendance and comments.
 */
public sealed interface CellAssignmentEvent extends RecordEvent {

    /** The post chose a member to be introduced to a commune. */
    record Selected(
            LocalDate effectiveOn,
            MemberId member,
            OrganisationId post,
            OrganisationId commune,
            boolean illustrative,
            List<BasisDocumentId> bases)
            implements CellAssignmentEvent {
        public Selected {
            Bounded.required("member", member);
            Bounded.required("post", post);
            Bounded.required("commune", commune);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** The commune committee agreed to the choice. */
    record Agreed(LocalDate effectiveOn, @Nullable DocumentNumber document) implements CellAssignmentEvent {
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
            return Paper.of(PaperKind.SELECTION_CONSENT, actingFor, document, effectiveOn);
        }
    }

    /**
     * The post's party committee introduced the member by letter.
     *
     * @param cells the cells that the letter names; empty if it leaves the cell to the commune. Where it names
     *     several, the member may sit in all of them at a time.
     * @param votingRight whether the member votes in the cell; official membership stays at the post
     */
    record Introduced(
            LocalDate effectiveOn,
            DocumentNumber letter,
            LocalDate letterDate,
            List<OrganisationId> cells,
            Regime regime,
            boolean votingRight,
            List<BasisDocumentId> bases)
            implements CellAssignmentEvent {
        public Introduced {
            Bounded.required("letter", letter);
            Dates.plausible("letterDate", letterDate);
            Bounded.required("regime", regime);
            cells = Bounded.list("cells", cells, Bounded.ORGANISATIONS);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.INTRODUCTION_LETTER, actingFor, letter, letterDate);
        }
    }

    /** The commune committee received the letter and the member. */
    record Received(LocalDate effectiveOn) implements CellAssignmentEvent {}

    /** The commune committee asked for somebody else instead of receiving the member. */
    record ReplacementRequested(LocalDate effectiveOn, Reason reason) implements CellAssignmentEvent {
        public ReplacementRequested {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The commune committee gave the member a seat in a cell; from here on the assignment is open. */
    record Assigned(LocalDate effectiveOn, OrganisationId cell, List<BasisDocumentId> bases)
            implements CellAssignmentEvent {
        public Assigned {
            Bounded.required("cell", cell);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The cell confirms that the member attends. */
    record AttendanceConfirmed(LocalDate effectiveOn) implements CellAssignmentEvent {}

    /**
     * The host commented on the member for a period. What it says about a person is in the letter, not here.
     *
     * @param letter the number of the comment's letter, if it has one
     */
    record HostCommented(LocalDate effectiveOn, CommentPeriod period, @Nullable DocumentNumber letter)
            implements CellAssignmentEvent {
        public HostCommented {
            Bounded.required("period", period);
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.HOST_COMMENT, actingFor, letter, effectiveOn);
        }
    }

    /** The home organisation took note of the host's comment for a period. */
    record CommentNoted(LocalDate effectiveOn, CommentPeriod period) implements CellAssignmentEvent {
        public CommentNoted {
            Bounded.required("period", period);
        }
    }

    /** The assignment rests; it does not count as open meanwhile. */
    record Suspended(LocalDate effectiveOn, Reason reason) implements CellAssignmentEvent {
        public Suspended {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The assignment goes on after resting. */
    record Resumed(LocalDate effectiveOn, @Nullable Reason reason) implements CellAssignmentEvent {
        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** Another assignment took the place of this one, which is over from this day on. */
    record Replaced(LocalDate effectiveOn, CellAssignmentId by, Reason reason) implements CellAssignmentEvent {
        public Replaced {
            Bounded.required("by", by);
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The assignment is over from this day on. */
    record Ended(LocalDate effectiveOn, Reason reason) implements CellAssignmentEvent {
        public Ended {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }
}
