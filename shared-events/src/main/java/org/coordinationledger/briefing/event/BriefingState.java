package org.coordinationledger.briefing.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a briefing is on a day.
 *
 * @param draftedOn the first day of all
 * @param text the latest revision
 * @param stageSince the first day of the stage
 * @param submission who submitted the latest revision and when, while it is submitted or passed
 * @param pass by whom and when the latest revision passed, once it has
 * @param returnedOn when it was returned with remarks for the first time, if it ever was
 * @param deliveries of all revisions, in order
 */
public record BriefingState(
        OrganisationId post,
        Subject subject,
        BriefingTopic topic,
        boolean illustrative,
        LocalDate draftedOn,
        Text text,
        BriefingStage stage,
        LocalDate stageSince,
        @Nullable Submission submission,
        @Nullable Pass pass,
        @Nullable LocalDate returnedOn,
        List<Delivery> deliveries) {

    /** A text is revised at most so many times. */
    public static final int MOST_REVISIONS = 100;

    /** A briefing is delivered at most so many times. */
    public static final int MOST_DELIVERIES = 500;

    /**
     * A revision of the text.
     *
     * @param writers the codes of all who drafted or revised it so far, who may not pass it
     */
    public record Text(int revision, TextDigest digest, List<String> writers) {}

    /** @param by the code of the person who submitted, who may not pass */
    public record Submission(LocalDate on, String by) {}

    /** @param body the body of the post that passed it */
    public record Pass(LocalDate on, Body body) {}

    /** A delivery of the text with this revision. */
    public record Delivery(
            LocalDate on,
            OrganisationId cell,
            Audience audience,
            int revision,
            @Nullable CellMeetingId cellMeeting) {}

    public static final RecordType<BriefingEvent, BriefingState> TYPE =
            new RecordType<>("Briefing", "briefings", BriefingEvent.class, new BriefingEvolution());

    /** Whether its latest revision passed and it was not withdrawn: it may be delivered. */
    public boolean deliverable() {
        return stage == BriefingStage.PASSED;
    }

    /** The day of its first delivery, if there was one. */
    public @Nullable LocalDate deliveredOn() {
        return deliveries.isEmpty() ? null : deliveries.get(0).on();
    }

    /** The day of its last delivery, if there was one. */
    public @Nullable LocalDate lastDeliveredOn() {
        return deliveries.isEmpty() ? null : deliveries.get(deliveries.size() - 1).on();
    }

    BriefingState of(OrganisationId heir) {
        return new BriefingState(
                heir, subject, topic, illustrative, draftedOn, text, stage, stageSince, submission, pass, returnedOn,
                deliveries);
    }

    BriefingState revised(Text next, LocalDate since) {
        return in(BriefingStage.DRAFTED, since, next, null, null, returnedOn, deliveries);
    }

    BriefingState submitted(Submission made) {
        return in(BriefingStage.SUBMITTED, made.on(), text, made, null, returnedOn, deliveries);
    }

    BriefingState passed(Pass given) {
        return in(BriefingStage.PASSED, given.on(), text, submission, given, returnedOn, deliveries);
    }

    BriefingState returnedOn(LocalDate since) {
        LocalDate first = returnedOn == null ? since : returnedOn;
        return in(BriefingStage.RETURNED, since, text, null, null, first, deliveries);
    }

    BriefingState delivered(Delivery delivery) {
        List<Delivery> longer = new ArrayList<>(deliveries);
        longer.add(delivery);
        return in(stage, stageSince, text, submission, pass, returnedOn, List.copyOf(longer));
    }

    BriefingState over(BriefingStage end, LocalDate since) {
        return in(end, since, text, submission, pass, returnedOn, deliveries);
    }

    private BriefingState in(
            BriefingStage next,
            LocalDate since,
            Text latest,
            @Nullable Submission made,
            @Nullable Pass given,
            @Nullable LocalDate firstReturned,
            List<Delivery> all) {
        return new BriefingState(
                post, subject, topic, illustrative, draftedOn, latest, next, since, made, given, firstReturned, all);
    }
}
