package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.coordinationledger.ledger.Journal.Attempt;

/** What a caller does who learnt nothing: the same request again, under the same key. */
final class Repeats {

    private static final int TIMES = 100;

    private Repeats() {
    }

    /** The first outcome if there is one, else a new one; and the same ever after. */
    static void assertThatOneOutcomeIsGiven(LedgerStore store, Attempt attempt) {
        Optional<Commit> before = store.commitByRequest(Journal.ACTOR, attempt.key());
        Commit outcome = repeat(store, attempt);

        boolean first = outcome.entries().get(0).eventId().equals(attempt.eventId());
        assertThat(first).as("the outcome of %s is the first one", attempt).isEqualTo(before.isPresent());
        assertThat(store.commitByRequest(Journal.ACTOR, attempt.key())).contains(outcome);
        assertThat(repeat(store, attempt)).as("%s, repeated once more", attempt).isEqualTo(outcome);
    }

    /** Decides anew where the stream has moved. */
    private static Commit repeat(LedgerStore store, Attempt attempt) {
        for (int times = 0; times < TIMES; times++) {
            long last = store.lastSequenceOf(attempt.stream());
            try {
                return store.append(JournaledProcess.requestedEvents(attempt.key(), attempt.stream(), last + 1, 1),
                        TestEvents.read(attempt.stream(), last));
            } catch (DuplicateRequestException e) {
                return e.first();
            } catch (StreamMovedException e) {
                // others write there too
            }
        }
        throw new IllegalStateException("the stream moves all the time");
    }
}
