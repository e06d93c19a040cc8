package org.coordinationledger.view.trail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.trail.Finding.Code;

/**
 * What the steps of a record alone tell of its trail: what is out of order or missing, whatever other records say. A
 * {@link Trails trail} tells more.
 */
public final class StepFindings {

    /** What can be found so. */
    public static final List<Code> CODES = List.of(
            Code.OUT_OF_ORDER, Code.STEP_MISSING, Code.SIGNATURE_MISSING, Code.RECORDED_AFTERWARDS, Code.SAME_PERSON,
            Code.APPROVAL_VOIDED, Code.WITHOUT_BASIS, Code.ROLE_NOT_COMPETENT);

    private StepFindings() {}

    /**
     * What is found about the steps of a record so far, by their sequences; of steps with findings only.
     *
     * @param before what was found before its last step
     */
    public static Map<Long, Set<Code>> of(
            FeatureView<?> view, Timeline<?, ?> timeline, Map<Long, Set<Code>> before) {
        List<Act> acts = Acts.of(timeline);
        Step<?> last = timeline.steps().get(Math.toIntExact(timeline.version()));
        boolean comesLast = !(last.event() instanceof Amendment)
                && acts.get(acts.size() - 1).sequence() == last.sequence();
        if (!comesLast) {
            return bySequence(OrderFindings.of(view.trail(), acts));
        }
        Map<Long, Set<Code>> all = new HashMap<>(before);
        all.putAll(bySequence(OrderFindings.ofLast(view.trail(), acts)));
        return Map.copyOf(all);
    }

    private static Map<Long, Set<Code>> bySequence(List<Finding> findings) {
        return findings.stream().collect(groupingBy(Finding::step, mapping(Finding::code, toSet())));
    }
}
