package org.coordinationledger.command.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.PassOn;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordType;

/** All features' commands, by their place in addresses. */
public record CommandFeatures(List<CommandFeature> all) {

    /** The feature whose records stand under a resource name. */
    CommandFeature under(String resource) {
        return all.stream()
                .filter(f -> f.type().resource().equals(resource))
                .findFirst()
                .orElseThrow(() -> new RejectedException(new ServiceRejection.UnknownResource("/api/v1/" + resource)));
    }

    /** The feature of a type of records. */
    public CommandFeature of(RecordType<?, ?> type) {
        return under(type.resource());
    }

    /** Every step of a feature after the first, in the order in which the feature has them, then those common to all. */
    static Map<String, Class<? extends RecordCommand>> steps(CommandFeature feature) {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>(feature.steps());
        steps.put(Amend.CORRECT, Amend.Correct.class);
        steps.put(Amend.VOID, Amend.Void.class);
        steps.putAll(new TreeMap<>(PassOn.STEPS));
        return steps;
    }
}
