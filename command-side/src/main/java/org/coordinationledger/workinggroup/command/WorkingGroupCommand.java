package org.coordinationledger.workinggroup.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.WorkingGroupId;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.jspecify.annotations.Nullable;

/** What can be asked of a working group. The components mean what they mean in the events. */
public sealed interface WorkingGroupCommand extends RecordCommand {

    /** The acting organisation establishes the group. */
    record Establish(
            @TargetAggregateIdentifier WorkingGroupId id,
            LocalDate effectiveOn,
            Name name,
            Subject purpose,
            OrganisationId worksFor,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements WorkingGroupCommand {
        @Override
        public WorkingGroupEvent.Established event() {
            return new WorkingGroupEvent.Established(
                    effectiveOn, name, purpose, worksFor, bases, Boolean.TRUE.equals(illustrative));
        }
    }

    /** A post is attached. */
    record AttachPost(
            @TargetAggregateIdentifier WorkingGroupId id,
            LocalDate effectiveOn,
            OrganisationId post)
            implements WorkingGroupCommand {
        @Override
        public WorkingGroupEvent.PostAttached event() {
            return new WorkingGroupEvent.PostAttached(effectiveOn, post);
        }
    }

    /** An attached post is to help villages. */
    record AssignVillages(
            @TargetAggregateIdentifier WorkingGroupId id,
            LocalDate effectiveOn,
            OrganisationId post,
            List<OrganisationId> villages)
            implements WorkingGroupCommand {
        @Override
        public WorkingGroupEvent.VillagesAssigned event() {
            return new WorkingGroupEvent.VillagesAssigned(effectiveOn, post, villages);
        }
    }

    /** Villages are no longer to be helped. */
    record ReleaseVillages(
            @TargetAggregateIdentifier WorkingGroupId id,
            LocalDate effectiveOn,
            List<OrganisationId> villages,
            @Nullable Reason reason)
            implements WorkingGroupCommand {
        @Override
        public WorkingGroupEvent.VillagesReleased event() {
            return new WorkingGroupEvent.VillagesReleased(effectiveOn, villages, reason);
        }
    }

    /** A post is detached. */
    record DetachPost(
            @TargetAggregateIdentifier WorkingGroupId id,
            LocalDate effectiveOn,
            OrganisationId post,
            Reason reason)
            implements WorkingGroupCommand {
        @Override
        public WorkingGroupEvent.PostDetached event() {
            return new WorkingGroupEvent.PostDetached(effectiveOn, post, reason);
        }
    }

    /** The group is dissolved. */
    record Dissolve(
            @TargetAggregateIdentifier WorkingGroupId id,
            LocalDate effectiveOn,
            Reason reason)
            implements WorkingGroupCommand {
        @Override
        public WorkingGroupEvent.Dissolved event() {
            return new WorkingGroupEvent.Dissolved(effectiveOn, reason);
        }
    }
}
