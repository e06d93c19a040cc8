package org.coordinationledger.handover.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class HandoverStateTest {

    private static final String ON = "2025-07-01";
    private static final Reason REASON = new Reason("Hai bên đã giải thể");

    private final Life<HandoverEvent, HandoverState> decided = Life.of(HandoverState.TYPE)
            .then(decider("heir"), decided(lapsed("a"), lapsed("b"), lapsed("c")));

    @Test
    void a_handover_is_open_until_the_last_record_passed_on_or_was_refused() {
        Life<HandoverEvent, HandoverState> partly = decided.then(
                decider("heir"), settled(Settlement.passedOn(0, 5), Settlement.refused(1, "succession/not-named")));

        assertThat(partly.on(ON).open()).isTrue();
        assertThat(partly.on(ON).passedOn()).isEqualTo(1);
        assertThat(partly.on(ON).refused()).isEqualTo(1);
        assertThat(partly.then(decider("heir"), settled(Settlement.passedOn(2, 6))).on(ON).open()).isFalse();
    }

    @Test
    void a_record_stands_once_in_the_list() {
        refused(() -> HandoverState.TYPE.empty().require(decided(lapsed("a"), lapsed("a")), decider("heir")),
                new HandoverRejection.RecordNamedTwice("proposals", "a"));
    }

    @Test
    void an_heir_goes_with_inherited_alone() {
        HandoverItem item = new HandoverItem(
                new RecordReference("proposals", "a"), HandoverOutcome.LAPSED, organisation("heir"), null, REASON);

        refused(() -> HandoverState.TYPE.empty().require(decided(item), decider("heir")),
                new HandoverRejection.OutcomeDoesNotFit(0, "LAPSED"));
        refused(() -> new HandoverItem(
                        new RecordReference("proposals", "a"), HandoverOutcome.INHERITED, null, null, null),
                new ValueRejection.Missing("by"));
    }

    @Test
    void what_became_of_a_record_is_said_once_for_who_decided_and_of_records_of_the_list() {
        Life<HandoverEvent, HandoverState> partly = decided.then(decider("heir"), settled(Settlement.passedOn(0, 5)));

        refused(() -> partly.timeline().require(settled(Settlement.passedOn(0, 5)), decider("heir")),
                new HandoverRejection.AlreadySettled(0));
        refused(() -> partly.timeline().require(settled(Settlement.passedOn(3, 5)), decider("heir")),
                new HandoverRejection.UnknownItem(3, 3));
        refused(() -> partly.timeline().require(settled(Settlement.passedOn(1, 5)), decider("stranger")),
                new HandoverRejection.NotYourStep(List.of("heir")));
    }

    private static HandoverItem lapsed(String proposal) {
        return new HandoverItem(
                new RecordReference("proposals", proposal), HandoverOutcome.LAPSED, null, null, REASON);
    }

    private static HandoverEvent.Decided decided(HandoverItem... items) {
        return new HandoverEvent.Decided(day(ON), organisation("old"), List.of(items), null, List.of(), false);
    }

    private static HandoverEvent.Settled settled(Settlement... settlements) {
        return new HandoverEvent.Settled(day(ON), List.of(settlements));
    }

    private static void refused(ThrowingCallable step, Rejection rejection) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
    }
}
