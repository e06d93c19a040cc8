package org.coordinationledger.view.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is known about how a record came about. Persons are told by their codes.
 *
 * @param steps in the order of (effective day, sequence)
 * @param whole whether all steps up to the day are shown
 * @param revisions of the record's text, in order
 * @param differences between each revision and the one before
 */
public record Trail(
        List<TrailStep> steps,
        boolean whole,
        List<Revision> revisions,
        List<Difference> differences,
        List<Finding> findings) {

    /** What became of a step. */
    public enum Status {
        COUNTS,
        /** It counts as it was corrected. */
        CORRECTED,
        /** It stands, but what it follows no longer does, or not as it has to. */
        OUT_OF_ORDER,
        VOIDED
    }

    /**
     * A step.
     *
     * @param refusal the code of the problem, where it is out of order
     * @param document the number of the letter or decision that it names
     * @param text the text that it names
     * @param daysSinceStepBefore since the step before that counts, where both do
     * @param daysToRecording from the day on which it takes effect to that of its recording
     * @param entitled whether the person was entitled to it as known when it was recorded; null where that is unknown
     */
    public record TrailStep(
            String event,
            Status status,
            @Nullable String refusal,
            long sequence,
            long position,
            Instant recordedAt,
            LocalDate effectiveOn,
            String person,
            Organisation organisation,
            Role role,
            @Nullable Body body,
            Competence competence,
            boolean approval,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Boolean entitled,
            @Nullable String document,
            @Nullable NamedText text,
            List<CitedBasis> bases,
            @Nullable Long daysSinceStepBefore,
            long daysToRecording,
            boolean late,
            List<AmendedBy> amendedBy) {}

    /** @param name as on the day that is asked about; null where it is not known under any on that day */
    public record Organisation(
            String id, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name) {}

    /**
     * A text as a step names it.
     *
     * @param revision the revision that it is, where that is known
     * @param location where it is read
     */
    public record NamedText(@Nullable Integer revision, @Nullable String digest, @Nullable String location) {}

    /**
     * A document as a step cites it.
     *
     * @param number its number; null where no such document is known
     * @param inForceWhenRecorded whether it was in force on the step's day, as known when the step was recorded
     * @param inForce the same, as known where the trail is read
     */
    public record CitedBasis(
            String id,
            @Nullable String number,
            @Nullable String kind,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            boolean inForceWhenRecorded,
            boolean inForce) {}

    /**
     * An amendment of a step, or of such an amendment.
     *
     * @param event {@code record.corrected} or {@code record.voided}
     * @param amends the sequence of what it amends
     * @param effectiveOn of a correction the day that it gives the step, of a voiding the day on which it was decided
     * @param counts whether it was not voided itself
     */
    public record AmendedBy(
            String event,
            long sequence,
            long position,
            Instant recordedAt,
            long amends,
            LocalDate effectiveOn,
            String person,
            String organisation,
            Role role,
            @Nullable Body body,
            String reason,
            boolean counts) {}

    /** Who did something with a text; who corrected such a step is told beside who took it. */
    public record Doing(
            String event,
            long sequence,
            LocalDate effectiveOn,
            String person,
            String organisation,
            Role role,
            @Nullable Body body) {}

    /**
     * A revision of a text.
     *
     * @param bytes how many it has in UTF-8; null where it is not stored
     * @param approvedBy who approved or signed exactly it
     */
    public record Revision(
            int revision,
            String digest,
            String location,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer bytes,
            List<Doing> writtenBy,
            List<Doing> submittedBy,
            List<Doing> approvedBy) {}

    /**
     * How a revision differs from the one before.
     *
     * @param lines those that differ, where they were compared
     */
    public record Difference(int from, int to, TextDifferences.Outcome outcome, List<TextDifferences.Line> lines) {}
}
