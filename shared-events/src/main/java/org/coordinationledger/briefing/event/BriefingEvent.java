package org.coordinationledger.briefing.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a situation briefing that a border post prepares for village cells. Each step is the act of the
 * post; its party committee or its command passes, returns and rejects.
 */
public sealed interface BriefingEvent extends RecordEvent {

    /** The post drafted a briefing; its text is revision 1. */
    record Drafted(
            LocalDate effectiveOn,
            OrganisationId post,
            Subject subject,
            BriefingTopic topic,
            Classification classification,
            TextDigest digest,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements BriefingEvent {
        public Drafted {
            Bounded.required("post", post);
            Bounded.required("subject", subject);
            Bounded.required("topic", topic);
            Bounded.required("classification", classification);
            Bounded.required("digest", digest);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /**
     * The text was written anew. What passed before does not count for it.
     *
     * @param revision the next one, counted from 1
     */
    record Revised(LocalDate effectiveOn, int revision, TextDigest digest) implements BriefingEvent {
        public Revised {
            Bounded.required("digest", digest);
        }
    }

    /** The latest revision was put before the post's party committee or command. */
    record Submitted(LocalDate effectiveOn, int revision) implements BriefingEvent {}

    /** The post's party committee or its command passed the revision submitted; exactly this text was before it. */
    record Passed(LocalDate effectiveOn, int revision, TextDigest digest, List<BasisDocumentId> bases)
            implements BriefingEvent {
        public Passed {
            Bounded.required("digest", digest);
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
    }

    /** What was submitted went back with remarks. */
    record Returned(LocalDate effectiveOn, Reason reason) implements BriefingEvent {
        public Returned {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** What was submitted will not be delivered, in whatever revision. */
    record Rejected(LocalDate effectiveOn, Reason reason) implements BriefingEvent {
        public Rejected {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * The passed text was delivered to a cell.
     *
     * @param digest of the text as it was shown there
     * @param cellMeeting the meeting at which it was delivered, where it was at one
     */
    record Delivered(
            LocalDate effectiveOn,
            OrganisationId cell,
            Audience audience,
            TextDigest digest,
            @Nullable CellMeetingId cellMeeting)
            implements BriefingEvent {
        public Delivered {
            Bounded.required("cell", cell);
            Bounded.required("audience", audience);
            Bounded.required("digest", digest);
        }
    }

    /** The post took the briefing back, passed or not; it is not delivered from this day on. */
    record Withdrawn(LocalDate effectiveOn, Reason reason) implements BriefingEvent {
        public Withdrawn {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }
}
