package org.coordinationledger.benchmark.generated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;

/** What a record's steps say once amendments are read, without any rule of the record: no fold is asked. */
final class RawRecord {

    /**
     * What one step says.
     *
     * @param persons who took it and who corrected it
     */
    record Said(long sequence, RecordEvent event, Step<?> step, Set<String> persons) {}

    private final List<Step<?>> steps;
    private final Set<Long> dead = new HashSet<>();

    private RawRecord(List<Step<?>> steps) {
        this.steps = steps;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).event() instanceof Amendment.Voided voided && !dead.contains((long) i)) {
                dead.add(voided.voids());
            }
        }
    }

    /** What counts of these steps, in the order of effective days. */
    static List<Said> of(List<Step<?>> steps) {
        RawRecord record = new RawRecord(steps);
        List<Said> all = new ArrayList<>();
        for (Step<?> step : steps) {
            if (!(step.event() instanceof Amendment) && !record.dead.contains(step.sequence())) {
                Set<String> persons = new HashSet<>();
                all.add(new Said(step.sequence(), record.last(step, persons), step, persons));
            }
        }
        all.sort(Comparator.comparing((Said s) -> s.event().effectiveOn()).thenComparing(Said::sequence));
        return all;
    }

    private RecordEvent last(Step<?> step, Set<String> persons) {
        persons.add(step.actor().person());
        for (Step<?> later : steps) {
            if (later.event() instanceof Amendment.Corrected corrected
                    && corrected.corrects() == step.sequence()
                    && !dead.contains(later.sequence())) {
                return last(later, persons);
            }
        }
        return step.event() instanceof Amendment.Corrected corrected ? corrected.replacement() : step.event();
    }
}
