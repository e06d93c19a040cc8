package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to append, as the processes of one ledger agree on it. It decides about speed alone.
 *
 * @param version grows with every change
 * @param beat    grows whenever the turn passes to somebody or its holder goes on: a sign of life
 * @param holder  the process whose turn it is; null if it is nobody's
 * @param waiting processes that wait for it, in their order
 */
record Turn(long version, long beat, @Nullable String holder, List<String> waiting) {

    /** Most processes in the line; further ones wait for a place in it. */
    static final int LONGEST_LINE = 32;

    /** Before anybody took a turn. */
    static final Turn NOBODYS = new Turn(0, 0, null, List.of());

    Turn {
        waiting = List.copyOf(waiting);
    }

    /** It is this process's turn now. */
    Turn takenBy(String process) {
        return new Turn(version + 1, beat + 1, process, without(process));
    }

    /** Its holder goes on. */
    Turn goneOn() {
        return new Turn(version + 1, beat + 1, holder, waiting);
    }

    /** It passes to the first in the line, or to nobody. */
    Turn passedOn() {
        return waiting.isEmpty() ? new Turn(version + 1, beat + 1, null, waiting) : takenBy(waiting.get(0));
    }

    /** This process waits at the end of the line. */
    Turn joinedBy(String process) {
        List<String> line = without(process);
        line.add(process);
        return new Turn(version + 1, beat, holder, line);
    }

    /** This process waits no more. */
    Turn leftBy(String process) {
        return new Turn(version + 1, beat, holder, without(process));
    }

    private List<String> without(String process) {
        List<String> others = new ArrayList<>(waiting);
        others.remove(process);
        return others;
    }
}
