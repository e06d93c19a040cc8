package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.coordinationledger.ledger.testing.LedgerAudit;
import org.coordinationledger.ledger.testing.LedgerAudit.Told;

/**
 * What processes tried to append and came to know, kept outside of them. Each of their lines ends in a full stop: half a
 * line tells nothing.
 */
final class Journal {

    /** Their lines: key, stream, first sequence, id of the first event; key, first position; key. */
    static final String TRY = "try %s %s %d %s .";
    static final String ACKNOWLEDGED = "ack %s %d .";
    static final String REFUSED = "refused %s .";

    static final String ACTOR = "writer";

    /**
     * One append that was begun.
     *
     * @param key      its request key
     * @param stream   the stream it writes
     * @param sequence the first sequence it writes there
     * @param eventId  id of its first event
     */
    record Attempt(String key, String stream, long sequence, String eventId) {
    }

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<Long> acknowledgedAtNanos = new ArrayList<>();

    synchronized void note(String line) {
        String[] words = line.split(" ");
        if (!words[words.length - 1].equals(".")) {
            System.err.println(line);
            return;
        }
        switch (words[0]) {
            case "try" -> attempts.put(words[1], new Attempt(words[1], words[2], Long.parseLong(words[3]), words[4]));
            case "ack" -> {
                if (acknowledged.put(words[1], Long.parseLong(words[2])) != null) {
                    throw new IllegalStateException("acknowledged twice: " + line);
                }
                acknowledgedAtNanos.add(System.nanoTime());
                notifyAll();
            }
            case "refused" -> refused.add(words[1]);
            default -> System.err.println(line);
        }
    }

    /** Number of appends that were acknowledged. */
    synchronized int acknowledged() {
        return acknowledged.size();
    }

    /** Number of appends that were refused. */
    synchronized int refused() {
        return refused.size();
    }

    /** Appends whose callers learnt nothing. */
    synchronized List<Attempt> open() {
        return attempts.values().stream()
                .filter(attempt -> !acknowledged.containsKey(attempt.key()) && !refused.contains(attempt.key())).toList();
    }

    /** Everything, for an audit. */
    synchronized List<LedgerAudit.Append> appends() {
        return attempts.values().stream().map(attempt -> new LedgerAudit.Append(
                LedgerMetadata.request(ACTOR, attempt.key()),
                attempt.eventId(),
                acknowledged.containsKey(attempt.key())
                        ? Told.ACKNOWLEDGED
                        : refused.contains(attempt.key()) ? Told.REFUSED : Told.NOTHING,
                acknowledged.getOrDefault(attempt.key(), -1L))).toList();
    }

    /** Waits until so many more appends were acknowledged. */
    synchronized void awaitMore(int appends) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        int enough = acknowledged.size() + appends;
        while (acknowledged.size() < enough) {
            long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (millis <= 0) {
                throw new IllegalStateException("only " + acknowledged.size() + " of " + enough + " appends were acknowledged");
            }
            wait(millis);
        }
    }

    /** The longest time without an acknowledgement since then, in milliseconds. */
    synchronized long longestSilenceMillis(long sinceNanos) {
        long longest = 0;
        long last = sinceNanos;
        for (long at : acknowledgedAtNanos) {
            if (at > sinceNanos) {
                longest = Math.max(longest, at - last);
                last = at;
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(Math.max(longest, System.nanoTime() - last));
    }
}
