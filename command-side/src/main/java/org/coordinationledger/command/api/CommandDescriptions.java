package org.coordinationledger.command.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.PassOn;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.timeline.RecordEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.node.ObjectNode;

/** Describes every command of every feature by the types that its body is read into. */
final class CommandDescriptions {

    /** Stands for the resource where a step is the same for all. */
    static final String ANY = "any";

    private static final String EVENT = "event";
    private static final String RECORD = "x";

    private final CommandBinding binding;
    private final Map<String, SingletonSupplier<CommandDescription.Feature>> features = new LinkedHashMap<>();

    CommandDescriptions(CommandFeatures features, CommandBinding binding) {
        this.binding = binding;
        features.all().forEach(feature -> this.features.put(
                feature.type().resource(), SingletonSupplier.of(() -> describe(feature))));
    }

    /** All commands; each feature's are worked out when first asked for. */
    CommandDescription.All all() {
        return new CommandDescription.All(
                features.values().stream().map(SingletonSupplier::obtain).toList());
    }

    /** The commands of one feature. */
    CommandDescription.Feature of(CommandFeature feature) {
        return Objects.requireNonNull(features.get(feature.type().resource())).obtain();
    }

    /** The resource under which a command is worded and exemplified, which is {@link #ANY} for those common to all. */
    static String described(CommandFeature feature, Class<? extends RecordCommand> command) {
        return PassOn.class.isAssignableFrom(command) ? ANY : feature.type().resource();
    }

    private CommandDescription.Feature describe(CommandFeature feature) {
        Map<String, RecordEvent> events = new TreeMap<>();
        CommandDescription begin =
                describe(feature, null, feature.begin(), body -> binding.begin(feature, body), events);
        List<CommandDescription> steps = new ArrayList<>();
        CommandFeatures.steps(feature).forEach((step, type) -> {
            if (type != Amend.Correct.class) {
                steps.add(describe(feature, step, type, body -> binding.step(feature, RECORD, step, body), events));
            }
        });
        Map<String, List<FieldDescription>> corrected = new LinkedHashMap<>();
        List<FieldDescription> correct = FieldShapes.ofCommand(Amend.Correct.class);
        events.forEach((name, event) -> {
            if (!event.approval() && Catalogue.of(event.getClass()).isPresent()) {
                corrected.put(name, fieldsOfEvent(feature, name, event, correct));
            }
        });
        String any = events.keySet().iterator().next();
        List<FieldDescription> limited = limits(feature, any, events.get(any), correct).of(correct, List.of());
        steps.add(new CommandDescription(
                Amend.CORRECT,
                words(feature, Amend.CORRECT, Amend.Correct.class),
                List.of(Catalogue.named("record.corrected").orElseThrow().name()),
                limited));
        return new CommandDescription.Feature(feature.type().resource(), begin, List.copyOf(steps), corrected);
    }

    private CommandDescription describe(
            CommandFeature feature,
            @Nullable String step,
            Class<? extends RecordCommand> type,
            Function<byte[], BoundCommand> reading,
            Map<String, RecordEvent> events) {
        List<FieldDescription> shapes = FieldShapes.ofCommand(type);
        ObjectNode complete = FieldSamples.all(shapes);
        Map<String, RecordEvent> becomes = becomes(complete, shapes, reading);
        if (!Amend.class.isAssignableFrom(type)) {
            events.putAll(becomes);
        }
        FieldLimits limits = new FieldLimits(complete, body -> reading.apply(bytes(body)));
        return new CommandDescription(
                step,
                words(feature, step == null ? word(type) : step, type),
                List.copyOf(becomes.keySet()),
                limits.of(shapes, List.of()));
    }

    /** The events that a command becomes: which one may depend on a code that it gives. */
    private static Map<String, RecordEvent> becomes(
            ObjectNode complete, List<FieldDescription> fields, Function<byte[], BoundCommand> reading) {
        Map<String, RecordEvent> events = new LinkedHashMap<>();
        Consumer<ObjectNode> read = body -> {
            RecordEvent event = reading.apply(bytes(body)).command().event();
            events.put(Catalogue.nameOf(event), event);
        };
        read.accept(complete);
        for (FieldDescription field : fields) {
            if (field.kind() == FieldKind.CODE && field.codes() != null) {
                field.codes().forEach(code -> read.accept(complete.deepCopy().put(field.name(), code)));
            }
        }
        return events;
    }

    private List<FieldDescription> fieldsOfEvent(
            CommandFeature feature, String name, RecordEvent event, List<FieldDescription> correct) {
        List<FieldDescription> shapes = FieldShapes.ofRecord(event.getClass());
        return limits(feature, name, event, correct).of(shapes, List.of(CommandBinding.REPLACEMENT));
    }

    /** The limits of a correction that puts an event in the place of a step. */
    private FieldLimits limits(
            CommandFeature feature, String name, RecordEvent event, List<FieldDescription> correct) {
        ObjectNode complete = FieldSamples.all(
                correct.stream().filter(f -> f.kind() != FieldKind.EVENT).toList());
        ObjectNode replacement = FieldSamples.all(FieldShapes.ofRecord(event.getClass()));
        complete.set(CommandBinding.REPLACEMENT, replacement.put(EVENT, name));
        return new FieldLimits(complete, body -> binding.step(feature, RECORD, Amend.CORRECT, bytes(body)));
    }

    static byte[] bytes(ObjectNode body) {
        return EventJson.mapper().writeValueAsBytes(body);
    }

    private static String words(CommandFeature feature, String word, Class<? extends RecordCommand> type) {
        return "command." + described(feature, type) + "." + word;
    }

    /** Register becomes register: what the command that begins a record is called among the words. */
    static String word(Class<?> command) {
        return command.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
