package org.coordinationledger.view.trail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.trail.Finding.Code;

/**
 * What the steps of a record alone tell of its trail: what is out of order or missing, whatever other records say. A
 * {@link Trails trail} tells more. Immutable: {@link #after} gives what is found after one more step.
 */
public final class StepFindings {

    /** What can be found so. */
    public static final List<Code> CODES = List.of(
            Code.OUT_OF_ORDER, Code.STEP_MISSING, Code.SIGNATURE_MISSING, Code.RECORDED_AFTERWARDS, Code.SAME_PERSON,
            Code.APPROVAL_VOIDED, Code.WITHOUT_BASIS, Code.ROLE_NOT_COMPETENT);

    /** Of a record that has no step yet. */
    public static final StepFindings NONE = new StepFindings(List.of(), Map.of());

    private final List<Act> acts;
    private final Map<Long, Set<Code>> bySequence;

    private StepFindings(List<Act> acts, Map<Long, Set<Code>> bySequence) {
        this.acts = acts;
        this.bySequence = bySequence;
    }

    /** The codes of what is found, by the sequences of the steps that it is about; of steps with findings only. */
    public Map<Long, Set<Code>> bySequence() {
        return bySequence;
    }

    /**
     * What is found after one more step. Where that comes last in effective time too, it alone is looked at: what was
     * found about the others stays.
     *
     * @param longer the record's steps, of which these findings are about all but the last
     */
    public StepFindings after(FeatureView<?> view, Timeline<?, ?> longer) {
        Act last = Acts.last(longer).orElse(null);
        boolean comesLast = last != null
                && (acts.isEmpty() || !last.day().isBefore(acts.get(acts.size() - 1).day()));
        if (!comesLast) {
            List<Act> all = Acts.of(longer);
            return new StepFindings(all, bySequence(OrderFindings.of(view.trail(), all)));
        }
        List<Act> all = new ArrayList<>(acts);
        all.add(last);
        List<Finding> more = OrderFindings.ofLast(view.trail(), all);
        return new StepFindings(List.copyOf(all), more.isEmpty() ? bySequence : with(more));
    }

    private Map<Long, Set<Code>> with(List<Finding> more) {
        Map<Long, Set<Code>> all = new HashMap<>(bySequence);
        all.putAll(bySequence(more));
        return Map.copyOf(all);
    }

    private static Map<Long, Set<Code>> bySequence(List<Finding> findings) {
        return findings.stream().collect(groupingBy(Finding::step, mapping(Finding::code, toSet())));
    }
}
