package org.coordinationledger.command.record;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;

/**
 * What the command side must know about a feature.
 *
 * @param type its records
 * @param aggregate makes one that decides; its command handler bears the resource's name
 * @param begin the command that begins a record: {@code POST /api/v1/{resource}}
 * @param steps the further commands by path step: {@code POST /api/v1/{resource}/{id}/{step}}; {@link Amend} is common
 *     to all features and not listed
 * @param followUps the commands that the service hands in by itself once a command is recorded, in order
 */
public record CommandFeature(
        RecordType<?, ?> type,
        Supplier<? extends RecordAggregate<?, ?>> aggregate,
        Class<? extends RecordCommand> begin,
        Map<String, Class<? extends RecordCommand>> steps,
        Function<RecordCommand, List<FollowUp>> followUps) {

    /** A feature whose commands nothing follows. */
    public CommandFeature(
            RecordType<?, ?> type,
            Supplier<? extends RecordAggregate<?, ?>> aggregate,
            Class<? extends RecordCommand> begin,
            Map<String, Class<? extends RecordCommand>> steps) {
        this(type, aggregate, begin, steps, command -> List.of());
    }

    /**
     * Decides about a step as a command for it would be decided, without recording anything.
     *
     * @param known the record as it is known; empty if the step would begin it
     * @throws RejectedException if a command that asks for the step would be refused
     */
    @SuppressWarnings("unchecked")
    public <E extends RecordEvent, S> Decided<E, S> decide(Asked asked, Timeline<E, S> known, Registry registry) {
        return ((RecordAggregate<E, S>) aggregate.get()).decideAbout(asked, known, registry);
    }
}
