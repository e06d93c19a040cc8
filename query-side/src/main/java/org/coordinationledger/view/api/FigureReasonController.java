package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.FigureReason;
import org.coordinationledger.view.figure.FigureReason.Counted;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a figure has its value: what it means, whose records count since which step, and what came and went. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/figures/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
final class FigureReasonController {

    private static final String API = "/api/v1/";

    /** Stands between the facts of a title. */
    private static final String BETWEEN = " · ";

    private final FigureReads reads;
    private final Messages messages;
    private final InstantSource clock;

    FigureReasonController(FigureReads reads, Messages messages, InstantSource clock) {
        this.reads = reads;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/why")
    ShownReasons.FigureWhy why(
            @PathVariable String name, HttpServletRequest request, Actor actor, Locale language) {
        FeatureFigure figure = reads.figure(name);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureParameters.ofWhy(figure));
        FigureReads.Why why = reads.why(actor, figure, query);
        return shown(why.question(), why.before(), why.found(), language);
    }

    private ShownReasons.FigureWhy shown(
            FigureQuestion question, @Nullable FigureQuestion before, FigureReason reason, Locale language) {
        FeatureFigure figure = question.figure();
        FigureValue value = reason.value();
        ShownReasons.Wording now = counted -> record(question, counted, language);
        return new ShownReasons.FigureWhy(
                figure.figure().name(),
                ShownFigures.title(figure.figure(), messages, language),
                ShownFigures.definition(figure.figure(), messages, language),
                question.scope(),
                question.effectiveOn(),
                question.period().from(),
                question.period().to(),
                question.point().knownAt(),
                value.value(),
                value.quality(),
                value.compared(),
                value.growth(),
                reason.records(),
                reason.organisationCount(),
                reason.organisations().stream().map(part -> ShownReasons.part(part, now)).toList(),
                records(question),
                fallenOut(question, reason.fallenOut(), language),
                change(reason.change(), before, now, language));
    }

    private ShownReasons.@Nullable FigureChange change(
            FigureReason.@Nullable Change change,
            @Nullable FigureQuestion before,
            ShownReasons.Wording now,
            Locale language) {
        if (change == null || before == null) {
            return null;
        }
        return new ShownReasons.FigureChange(
                before.effectiveOn(),
                before.point().knownAt(),
                ShownReasons.some(change.added(), now),
                ShownReasons.some(change.gone(), counted -> record(before, counted, language)),
                ShownReasons.some(change.changed(), now));
    }

    private ShownReasons.FallenRecords fallenOut(
            FigureQuestion question, FigureReason.FallenOut fallen, Locale language) {
        FeatureView<?> view = question.figure().view();
        return new ShownReasons.FallenRecords(
                fallen.count(),
                fallen.shown().stream()
                        .map(one -> new ShownReasons.FallenRecord(
                                one.id(),
                                view.resource(),
                                title(view, one.title(), language),
                                one.value(),
                                new RecordReference(one.byResource(), one.byRecord()),
                                Objects.requireNonNull(step(one.step(), language)),
                                API + view.resource() + "/" + one.id() + "?effectiveOn=" + question.effectiveOn()
                                        + "&knownOn=" + (one.byRecord().equals(one.id())
                                                ? one.step().position() - 1
                                                : question.point().knownAt()),
                                API + view.resource() + "/" + one.id() + "/history?knownOn=" + question.point().knownAt()))
                        .toList(),
                fallen.whole());
    }

    private ShownReasons.CountedRecord record(FigureQuestion question, Counted counted, Locale language) {
        FeatureView<?> view = question.figure().view();
        String address = API + view.resource() + "/" + counted.id();
        String known = "knownOn=" + question.point().knownAt();
        return new ShownReasons.CountedRecord(
                counted.id(),
                view.resource(),
                title(view, counted.title(), language),
                counted.value(),
                counted.since(),
                step(counted.step(), language),
                address + "?effectiveOn=" + question.effectiveOn() + "&" + known,
                address + "/history?" + known);
    }

    private ShownReasons.@Nullable CountingStep step(FigureReason.@Nullable CountingStep step, Locale language) {
        return step == null
                ? null
                : new ShownReasons.CountingStep(
                        step.event(), messages.find("event." + step.event(), language).orElse(step.event()),
                        step.sequence(), step.position(), step.recordedAt(), step.effectiveOn());
    }

    /** The facts by which people know a record, codes in words; null where it has none of them. */
    private @Nullable String title(FeatureView<?> view, Map<String, Object> facts, Locale language) {
        return facts.isEmpty()
                ? null
                : facts.entrySet().stream()
                        .map(fact -> text(view.fact(fact.getKey()).orElseThrow(), fact.getValue(), language))
                        .collect(Collectors.joining(BETWEEN));
    }

    private String text(Fact<?> fact, Object value, Locale language) {
        if (value instanceof List<?> several) {
            return several.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return fact.words() == null
                ? value.toString()
                : messages.find(fact.words() + "." + value, language).orElse(value.toString());
    }

    /** Where the list of all records behind the figure is read. */
    private static String records(FigureQuestion question) {
        StringBuilder address = new StringBuilder(API + "figures/" + question.figure().figure().name() + "/records")
                .append("?effectiveOn=").append(question.effectiveOn())
                .append("&knownOn=").append(question.point().knownAt());
        append(address, FigureReads.SCOPE, question.scope());
        append(address, FigureReads.FROM, question.period().from());
        append(address, FigureReads.TO, question.period().to());
        return address.toString();
    }

    private static void append(StringBuilder address, String parameter, @Nullable Object value) {
        if (value != null) {
            address.append('&').append(parameter).append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
