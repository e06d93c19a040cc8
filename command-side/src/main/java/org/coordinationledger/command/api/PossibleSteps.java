package org.coordinationledger.command.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.StepsAllowed;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds out which steps somebody could take about a record, by the rules that commands are decided by: each is tried by
 * some bodies, for today. A step that is refused for what was said is possible, since something else could be said; so
 * a step that cannot be taken is sometimes offered, and one that can be taken hardly ever hidden.
 */
final class PossibleSteps {

    /** Corrections and voidings are tried for at most so many steps of a record, the latest ones. */
    static final int MOST_AMENDED = 50;

    private static final String NOTHING = "-";

    private final CommandFeatures features;
    private final CommandBinding binding;
    private final CommandDescriptions descriptions;
    private final Previews previews;
    private final ProblemWriter problems;
    private final Clock clock;

    PossibleSteps(
            CommandFeatures features,
            CommandBinding binding,
            CommandDescriptions descriptions,
            Previews previews,
            ProblemWriter problems,
            Clock clock) {
        this.features = features;
        this.binding = binding;
        this.descriptions = descriptions;
        this.previews = previews;
        this.problems = problems;
        this.clock = clock;
    }

    /** What came of trying a command: why it cannot be taken, or null if it can, and what it asks for. */
    private record Found(@Nullable Rejection refusal, @Nullable Competence competence) {}

    /**
     * The steps about one record.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there is no such record
     */
    StepsAllowed about(CommandFeature feature, String id, Actor actor, Locale language) {
        CommandDescription.Feature described = descriptions.of(feature);
        return previews.ask(questions -> {
            RecordType<?, ?> type = feature.type();
            Timeline<?, ?> known = questions.known(type, id);
            if (known.isEmpty()) {
                throw new RejectedException(new ServiceRejection.UnknownRecord(type.resource(), id));
            }
            LocalDate day = day(known);
            KnownValues values = KnownValues.of(known.on(day).orElse(null), known);
            Function<RecordCommand, Optional<Rejection>> asking =
                    command -> questions.refusal(type, command, actor);
            Map<String, Class<? extends RecordCommand>> commands = CommandFeatures.steps(feature);
            List<StepsAllowed.Step> steps = new ArrayList<>();
            for (CommandDescription step : described.steps()) {
                String name = step.step();
                if (Amend.CORRECT.equals(name) || Amend.VOID.equals(name)) {
                    steps.add(amended(name, id, known, day, asking, language));
                } else if (name != null) {
                    ObjectNode example =
                            Examples.of(CommandDescriptions.described(feature, commands.get(name)), name);
                    Probes probes = new Probes(step, example, values, actor, day);
                    Found found = found(
                            probes.bodies(), body -> binding.step(feature, id, name, body), questions, type, actor);
                    boolean allowed = found.refusal() == null;
                    steps.add(new StepsAllowed.Step(
                            name, found.competence(), allowed, null, allowed ? probes.held() : Map.of(),
                            problem(found.refusal(), language)));
                }
            }
            return new StepsAllowed(type.resource(), id, known.version(), steps);
        });
    }

    /** Which records somebody may begin. */
    StepsAllowed.Beginnings beginnings(Actor actor, Locale language) {
        return previews.ask(questions -> new StepsAllowed.Beginnings(features.all().stream()
                .map(feature -> beginning(feature, questions, actor, language))
                .toList()));
    }

    private StepsAllowed.Beginning beginning(
            CommandFeature feature, Previews.Questions questions, Actor actor, Locale language) {
        RecordType<?, ?> type = feature.type();
        Probes probes = new Probes(
                descriptions.of(feature).begin(),
                Examples.of(type.resource(), null),
                KnownValues.of(null, type.empty()),
                actor,
                LocalDate.now(clock.withZone(Dates.ZONE)));
        Found found = found(probes.bodies(2), body -> binding.begin(feature, body), questions, type, actor);
        return new StepsAllowed.Beginning(
                type.resource(), found.competence(), found.refusal() == null, problem(found.refusal(), language));
    }

    /** Today; of a record that begins later, its first day. */
    private LocalDate day(Timeline<?, ?> known) {
        LocalDate today = LocalDate.now(clock.withZone(Dates.ZONE));
        return known.phases().stream()
                .map(Phase::from)
                .findFirst()
                .filter(first -> first.isAfter(today))
                .orElse(today);
    }

    private static Found found(
            Set<ObjectNode> bodies,
            Function<byte[], BoundCommand> reading,
            Previews.Questions questions,
            RecordType<?, ?> type,
            Actor actor) {
        Rejection first = null;
        Competence competence = null;
        for (ObjectNode body : bodies) {
            try {
                BoundCommand bound = reading.apply(CommandDescriptions.bytes(body));
                RecordCommand command = bound.command();
                competence = competence == null ? command.event().competence() : competence;
                Actor acting = actor.through(bound.actingBody());
                Rejection refusal = (bound.freshId()
                                ? questions.refusalOfFresh(type, command, acting)
                                : questions.refusal(type, command, acting))
                        .orElse(null);
                if (refusal == null || !counts(refusal, actor)) {
                    return new Found(null, command.event().competence());
                }
                first = first == null ? refusal : first;
                if (refusal instanceof CommandRejection.NotEntitled
                        || refusal instanceof CommandRejection.DelegationOver) {
                    break;
                }
            } catch (RejectedException | JacksonException e) {
                // what this body says cannot be read, which tells nothing about others
                continue;
            }
        }
        return new Found(first, competence);
    }

    /** Whether a refusal is met whatever is said, by this actor. */
    private static boolean counts(Rejection refusal, Actor actor) {
        return refusal instanceof WhateverIsSaid
                || refusal instanceof NeighbourRejection.WrongOrganisationKind wrong
                        && wrong.organisation().equals(actor.organisation().value());
    }

    /** A correction is tried with what the step says already, and a voiding says nothing that could be said otherwise. */
    private StepsAllowed.Step amended(
            String step,
            String id,
            Timeline<?, ?> known,
            LocalDate day,
            Function<RecordCommand, Optional<Rejection>> asking,
            Locale language) {
        Rejection first = null;
        List<Long> sequences = new ArrayList<>();
        Competence competence = null;
        long earliest = Math.max(0, known.version() - MOST_AMENDED + 1);
        for (long sequence = known.version(); sequence >= earliest; sequence--) {
            RecordCommand command = amendment(step, id, known, day, sequence);
            Rejection refusal = asking.apply(command).orElse(null);
            if (refusal == null || step.equals(Amend.CORRECT) && !(refusal instanceof WhateverIsSaid)) {
                sequences.add(sequence);
                competence = competence == null ? content(known, sequence).competence() : competence;
            } else if (first == null) {
                first = refusal;
            }
        }
        boolean allowed = !sequences.isEmpty();
        return new StepsAllowed.Step(
                step, competence, allowed, List.copyOf(sequences), Map.of(), allowed ? null : problem(first, language));
    }

    private static RecordCommand amendment(
            String step, String id, Timeline<?, ?> known, LocalDate day, long sequence) {
        AnyRecordId record = new AnyRecordId(id);
        Reason reason = new Reason(NOTHING);
        return step.equals(Amend.CORRECT)
                ? new Amend.Correct(record, day, sequence, content(known, sequence), reason, List.of())
                : new Amend.Void(record, day, sequence, reason, List.of());
    }

    private static RecordEvent content(Timeline<?, ?> known, long sequence) {
        return known.contentAt(known.originOf(sequence));
    }

    private @Nullable Map<String, Object> problem(@Nullable Rejection refusal, Locale language) {
        return refusal == null ? null : problems.body(refusal, language);
    }
}
