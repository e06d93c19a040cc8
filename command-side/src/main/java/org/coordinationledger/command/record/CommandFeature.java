package org.coordinationledger.command.record;

import java.util.Map;
import org.coordinationledger.timeline.RecordType;

/**
 * What the command side must know about a feature.
 *
 * @param type its records
 * @param aggregate the class that decides; its command handler bears the resource's name
 * @param begin the command that begins a record: {@code POST /api/v1/{resource}}
 * @param steps the further commands by path step: {@code POST /api/v1/{resource}/{id}/{step}}; {@link Amend} is common
 *     to all features and not listed
 */
public record CommandFeature(
        RecordType<?, ?> type,
        Class<? extends RecordAggregate<?, ?>> aggregate,
        Class<? extends RecordCommand> begin,
        Map<String, Class<? extends RecordCommand>> steps) {}
