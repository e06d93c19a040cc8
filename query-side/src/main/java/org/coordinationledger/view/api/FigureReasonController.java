package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.FigureReason;
import org.coordinationledger.view.figure.FigureReason.Counted;
import org.coordinationledger.view.figure.FigureReasons;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
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

    static final String COMPARED_KNOWN_ON = "comparedKnownOn";

    private static final String API = "/api/v1/";

    private final FigureReads reads;
    private final FigureReasons reasons;
    private final ReadPoints points;
    private final Messages messages;
    private final InstantSource clock;

    FigureReasonController(
            FigureReads reads, FigureReasons reasons, ReadPoints points, Messages messages, InstantSource clock) {
        this.reads = reads;
        this.reasons = reasons;
        this.points = points;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/why")
    ShownReasons.FigureWhy why(@PathVariable String name, HttpServletRequest request, Locale language) {
        FeatureFigure figure = reads.figure(name);
        List<String> parameters = new ArrayList<>(FigureReads.parameters(figure));
        if (figure.figure().comparable()) {
            parameters.add(COMPARED_KNOWN_ON);
        }
        ReadQuery query = ReadQuery.of(request, clock, false, parameters);
        LocalDate comparedWith = FigureReads.comparedWith(figure, query);
        KnownOn comparedKnownOn = query.knownOn(COMPARED_KNOWN_ON).orElse(null);
        FigureQuestion question = reads.question(figure, query);
        FigureQuestion before = before(question, comparedWith, comparedKnownOn);
        FigureReason reason = reasons.of(question, before)
                .orElseThrow(() -> new RejectedException(
                        new ReadRejection.TooManyRecords(FigureReasons.MOST_COMPARED)));
        return shown(question, before, reason, language);
    }

    private @Nullable FigureQuestion before(
            FigureQuestion question, @Nullable LocalDate comparedWith, @Nullable KnownOn comparedKnownOn) {
        if (comparedWith == null && comparedKnownOn == null) {
            return null;
        }
        ReadPoint point = comparedKnownOn == null ? question.point() : points.at(comparedKnownOn, -1);
        return question.at(point).on(comparedWith == null ? question.effectiveOn() : comparedWith);
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

    private @Nullable String title(FeatureView<?> view, @Nullable Object value, Locale language) {
        if (value == null || view.titledBy() == null) {
            return null;
        }
        String words = view.fact(view.titledBy()).map(Fact::words).orElse(null);
        return words == null
                ? value.toString()
                : messages.find(words + "." + value, language).orElse(value.toString());
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
