package org.coordinationledger.view.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.TrailRules.Apart;
import org.coordinationledger.view.declaration.TrailRules.Need;
import org.coordinationledger.view.declaration.TrailRules.NeedOfEach;
import org.coordinationledger.view.trail.Finding.Code;
import org.coordinationledger.vocabulary.OrganisationId;

/**
 * What is out of order or missing in a record's acts. A step that stands needs what its feature declares, whether the
 * fold takes it or not; only steps that the fold takes are what another needs.
 */
final class OrderFindings {

    private final TrailRules rules;
    private final List<Act> acts;
    private final List<Finding> findings = new ArrayList<>();

    private OrderFindings(TrailRules rules, List<Act> acts) {
        this.rules = rules;
        this.acts = acts;
    }

    /** The findings about acts in the order of (effective day, sequence). */
    static List<Finding> of(TrailRules rules, List<Act> acts) {
        OrderFindings all = new OrderFindings(rules, acts);
        for (int i = 0; i < acts.size(); i++) {
            all.look(acts.get(i), acts.subList(0, i));
        }
        return all.findings;
    }

    /** The findings about the last of these acts alone. */
    static List<Finding> ofLast(TrailRules rules, List<Act> acts) {
        OrderFindings all = new OrderFindings(rules, acts);
        all.look(acts.get(acts.size() - 1), acts.subList(0, acts.size() - 1));
        return all.findings;
    }

    private void look(Act act, List<Act> before) {
        if (!act.stands()) {
            if (act.event().approval()) {
                findings.add(Finding.of(Code.APPROVAL_VOIDED, act, Map.of("reason", lastReason(act))));
            }
            return;
        }
        Rejection fitsNot = act.fitsNot();
        if (fitsNot != null) {
            findings.add(Finding.of(Code.OUT_OF_ORDER, act, Map.of("problem", fitsNot.code())));
        }
        for (Need need : rules.needs()) {
            if (need.step().isInstance(act.event())) {
                requireStep(act, need, before);
            }
        }
        for (NeedOfEach need : rules.needsOfEach()) {
            if (need.steps().contains(act.event().getClass())) {
                requireOfEach(act, need, before);
            }
        }
        for (Apart apart : rules.aparts()) {
            if (apart.step().isInstance(act.event())) {
                requireOthers(act, apart, before);
            }
        }
        if (rules.differing().contains(act.event().getClass())) {
            requireOthers(act, new Apart(act.event().getClass(), act.event().getClass(), false), before);
        }
        if (!act.actor().role().isCompetentFor(act.event().competence())) {
            findings.add(Finding.of(Code.ROLE_NOT_COMPETENT, act, Map.of("role", act.actor().role())));
        }
        boolean citesAll = rules.citingAll().contains(act.event().getClass());
        boolean rests = rules.resting().contains(act.event().getClass());
        if (act.event().bases().isEmpty() && (citesAll || rests && before.stream().noneMatch(OrderFindings::cites))) {
            findings.add(Finding.of(Code.WITHOUT_BASIS, act));
        }
    }

    private static boolean cites(Act act) {
        return act.counts() && !act.event().bases().isEmpty();
    }

    private static String lastReason(Act act) {
        return act.amendments().stream()
                .filter(amending -> amending.voids() && amending.counts() && amending.amends() == act.sequence())
                .map(Act.Amending::reason)
                .findFirst()
                .orElse("");
    }

    private Stream<Act> counting(List<Act> before, Class<?> kind, Act about) {
        return before.stream()
                .filter(other -> other.counts()
                        && kind.isInstance(other.event())
                        && rules.aboutTheSame(other.event(), about.event()));
    }

    private void requireStep(Act act, Need need, List<Act> before) {
        List<Act> met = need.oneOf().stream().flatMap(kind -> counting(before, kind, act)).toList();
        List<String> needed = need.oneOf().stream().map(Acts::nameOf).toList();
        if (met.isEmpty()) {
            findings.add(Finding.of(Code.STEP_MISSING, act, Map.of("needed", needed)));
        } else if (met.stream().allMatch(other -> other.sequence() > act.sequence())) {
            findings.add(Finding.of(Code.RECORDED_AFTERWARDS, act, Map.of("needed", needed)));
        }
    }

    /** The best of the texts counts: where one lacks nobody, nothing is missing. Who inherited stands for whom it did. */
    private void requireOfEach(Act act, NeedOfEach need, List<Act> before) {
        Set<OrganisationId> asked = new HashSet<>();
        Map<Object, Set<OrganisationId>> given = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            Act other = before.get(i);
            List<Act> after = before.subList(i + 1, before.size());
            if (other.counts() && need.named().isInstance(other.event())) {
                need.organisations().apply(other.event()).forEach(party -> asked.add(heir(party, after)));
            }
            if (other.counts() && need.by().isInstance(other.event())) {
                given.computeIfAbsent(part(other), p -> new HashSet<>())
                        .add(heir(other.actor().organisation(), after));
            }
        }
        Set<OrganisationId> fewest = asked;
        for (Set<OrganisationId> some : given.values()) {
            Set<OrganisationId> lacking = new HashSet<>(asked);
            lacking.removeAll(some);
            fewest = lacking.size() < fewest.size() ? lacking : fewest;
        }
        if (!fewest.isEmpty()) {
            findings.add(Finding.of(Code.SIGNATURE_MISSING, act, Map.of(
                    "needed", Acts.nameOf(need.by()),
                    "organisations", fewest.stream().map(OrganisationId::value).sorted().toList())));
        }
    }

    private static OrganisationId heir(OrganisationId organisation, List<Act> after) {
        OrganisationId heir = organisation;
        for (Act act : after) {
            if (act.counts() && act.event() instanceof Succession.Inherited e && e.from().equals(heir)) {
                heir = e.by();
            }
        }
        return heir;
    }

    private Object part(Act act) {
        Object part = rules.partOf(act.event());
        return part == null ? "" : part;
    }

    private void requireOthers(Act act, Apart apart, List<Act> before) {
        List<Act> others = counting(before, apart.other(), act).toList();
        List<Act> looked = others.subList(apart.lastOnly() ? Math.max(0, others.size() - 1) : 0, others.size());
        for (Act other : looked) {
            for (String person : act.persons()) {
                if (other.persons().contains(person)) {
                    findings.add(Finding.of(Code.SAME_PERSON, act, Map.of(
                            "person", person, "other", other.name(), "otherStep", other.sequence())));
                }
            }
        }
    }
}
