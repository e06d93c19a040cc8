package org.coordinationledger.cellassignment.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of a cell assignment. The components mean what they mean in the events. */
public sealed interface CellAssignmentCommand extends RecordCommand {

    /** The post chooses a member for a commune. */
    record Select(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            MemberId member,
            OrganisationId post,
            OrganisationId commune,
            @Nullable Boolean illustrative,
            List<BasisDocumentId> bases)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Selected event() {
            return new CellAssignmentEvent.Selected(
                    effectiveOn, member, post, commune, Boolean.TRUE.equals(illustrative), bases);
        }
    }

    /** The commune committee agrees to the choice. */
    record Agree(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            @Nullable DocumentNumber document)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Agreed event() {
            return new CellAssignmentEvent.Agreed(effectiveOn, document);
        }
    }

    /** The post introduces the member by letter. */
    record Introduce(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            DocumentNumber letter,
            LocalDate letterDate,
            List<OrganisationId> cells,
            Regime regime,
            boolean votingRight,
            List<BasisDocumentId> bases)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Introduced event() {
            return new CellAssignmentEvent.Introduced(
                    effectiveOn, letter, letterDate, cells, regime, votingRight, bases);
        }
    }

    /** The commune committee receives the member. */
    record Receive(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Received event() {
            return new CellAssignmentEvent.Received(effectiveOn);
        }
    }

    /** The commune committee asks for somebody else. */
    record RequestReplacement(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            Reason reason)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.ReplacementRequested event() {
            return new CellAssignmentEvent.ReplacementRequested(effectiveOn, reason);
        }
    }

    /** The commune committee gives the member a seat in a cell. */
    record Assign(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            OrganisationId cell,
            List<BasisDocumentId> bases)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Assigned event() {
            return new CellAssignmentEvent.Assigned(effectiveOn, cell, bases);
        }
    }

    /** The host confirms that the member attends. */
    record ConfirmAttendance(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.AttendanceConfirmed event() {
            return new CellAssignmentEvent.AttendanceConfirmed(effectiveOn);
        }
    }

    /** The host comments for a period. */
    record Comment(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            CommentPeriod period,
            @Nullable DocumentNumber letter)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.HostCommented event() {
            return new CellAssignmentEvent.HostCommented(effectiveOn, period, letter);
        }
    }

    /** The post takes note of a comment. */
    record NoteComment(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            CommentPeriod period)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.CommentNoted event() {
            return new CellAssignmentEvent.CommentNoted(effectiveOn, period);
        }
    }

    /** The assignment rests. */
    record Suspend(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            Reason reason)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Suspended event() {
            return new CellAssignmentEvent.Suspended(effectiveOn, reason);
        }
    }

    /** The assignment goes on. */
    record Resume(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            @Nullable Reason reason)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Resumed event() {
            return new CellAssignmentEvent.Resumed(effectiveOn, reason);
        }
    }

    /** Another assignment takes its place. */
    record Replace(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            CellAssignmentId by,
            Reason reason)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Replaced event() {
            return new CellAssignmentEvent.Replaced(effectiveOn, by, reason);
        }
    }

    /** The assignment is over. */
    record End(
            @TargetAggregateIdentifier CellAssignmentId id,
            LocalDate effectiveOn,
            Reason reason)
            implements CellAssignmentCommand {
        @Override
        public CellAssignmentEvent.Ended event() {
            return new CellAssignmentEvent.Ended(effectiveOn, reason);
        }
    }
}
