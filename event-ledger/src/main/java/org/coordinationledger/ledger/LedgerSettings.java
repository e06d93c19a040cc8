package org.coordinationledger.ledger;

import java.time.Clock;
import java.time.Duration;

/**
 * Bounds and clocks of appending.
 *
 * @param clock          the ledger's clock; recorded times come from it
 * @param systemClock    the clock compared with the server's
 * @param greatestSkew   how far the two may be apart
 * @param queueCommits   most commits waiting
 * @param queueBytes     most bytes of commits waiting or under way
 * @param batchCommits   most commits sent at once
 * @param batchBytes     most bytes sent at once
 * @param longestWait    longest that a commit waits before it is sent
 * @param longestOutcome longest that a writer waits for the outcome of a commit that was taken to be sent
 * @param recentStreams  most streams whose last entry is remembered
 * @param closingGrace   how long closing waits for commits under way
 */
record LedgerSettings(
        Clock clock,
        Clock systemClock,
        Duration greatestSkew,
        int queueCommits,
        int queueBytes,
        int batchCommits,
        int batchBytes,
        Duration longestWait,
        Duration longestOutcome,
        int recentStreams,
        Duration closingGrace) {

    static final LedgerSettings DEFAULT = new LedgerSettings(
            Clock.systemUTC(), Clock.systemUTC(), Duration.ofSeconds(2),
            4_096, 64 << 20, 1_000, 8 << 20, Duration.ofSeconds(10), Duration.ofMinutes(1), 50_000, Duration.ofSeconds(10));

    LedgerSettings withClock(Clock other) {
        return new LedgerSettings(other, systemClock, greatestSkew, queueCommits, queueBytes, batchCommits, batchBytes,
                longestWait, longestOutcome, recentStreams, closingGrace);
    }

    LedgerSettings withSystemClock(Clock other) {
        return new LedgerSettings(clock, other, greatestSkew, queueCommits, queueBytes, batchCommits, batchBytes,
                longestWait, longestOutcome, recentStreams, closingGrace);
    }

    LedgerSettings withQueue(int commits, Duration wait) {
        return new LedgerSettings(clock, systemClock, greatestSkew, commits, queueBytes, batchCommits, batchBytes,
                wait, longestOutcome, recentStreams, closingGrace);
    }

    LedgerSettings withLongestOutcome(Duration wait) {
        return new LedgerSettings(clock, systemClock, greatestSkew, queueCommits, queueBytes, batchCommits, batchBytes,
                longestWait, wait, recentStreams, closingGrace);
    }

    LedgerSettings withBatch(int commits) {
        return new LedgerSettings(clock, systemClock, greatestSkew, queueCommits, queueBytes, commits, batchBytes,
                longestWait, longestOutcome, recentStreams, closingGrace);
    }

    LedgerSettings withRecentStreams(int streams) {
        return new LedgerSettings(clock, systemClock, greatestSkew, queueCommits, queueBytes, batchCommits, batchBytes,
                longestWait, longestOutcome, streams, closingGrace);
    }

    LedgerSettings withClosingGrace(Duration grace) {
        return new LedgerSettings(clock, systemClock, greatestSkew, queueCommits, queueBytes, batchCommits, batchBytes,
                longestWait, longestOutcome, recentStreams, grace);
    }
}
