package org.coordinationledger.command.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.request.RecordedCommand;
import org.coordinationledger.service.request.RequestKeys;
import org.coordinationledger.vocabulary.FigureReading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Commands of all features over HTTP. Each feature's addresses and bodies stand in the API description. Whoever takes no
 * JSON is refused before anything is recorded.
 */
@RestController
@RequestMapping(
        path = "/api/v1",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
final class CommandController {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The parameter by which a command is decided without being recorded. */
    static final String DRY_RUN = "dryRun";

    private final CommandFeatures features;
    private final CommandBinding binding;
    private final CommandDesk desk;
    private final Previews previews;
    private final ProblemWriter problems;
    private final FigureChecks figures;

    CommandController(
            CommandFeatures features,
            CommandBinding binding,
            CommandDesk desk,
            Previews previews,
            ProblemWriter problems,
            FigureChecks figures) {
        this.features = features;
        this.binding = binding;
        this.desk = desk;
        this.previews = previews;
        this.problems = problems;
        this.figures = figures;
    }

    @PostMapping("/{resource}")
    ResponseEntity<?> begin(
            @PathVariable String resource,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestParam(name = DRY_RUN, defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor,
            Locale language,
            HttpServletRequest request) {
        Parameters.requireKnown(request, DRY_RUN);
        CommandFeature feature = features.under(resource);
        BoundCommand command = binding.begin(feature, orEmpty(body));
        return taken(feature, command, actor, checkedKey(key), null, dryRun, orEmpty(body), language);
    }

    @PostMapping("/{resource}/{id}/{step}")
    ResponseEntity<?> step(
            @PathVariable String resource,
            @PathVariable String id,
            @PathVariable String step,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = DRY_RUN, defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor,
            Locale language,
            HttpServletRequest request) {
        Parameters.requireKnown(request, DRY_RUN);
        CommandFeature feature = features.under(resource);
        BoundCommand command = binding.step(feature, id, step, orEmpty(body));
        return taken(feature, command, actor, checkedKey(key), version(ifMatch), dryRun, orEmpty(body), language);
    }

    private ResponseEntity<?> taken(
            CommandFeature feature,
            BoundCommand command,
            Actor actor,
            @Nullable String key,
            @Nullable Long version,
            boolean dryRun,
            byte[] body,
            Locale language) {
        String resource = feature.type().resource();
        return FieldOfRefusal.named(body, () -> {
            List<FigureReading> said = FigureChecks.saidBy(command.command());
            if (!dryRun && said.isEmpty()) {
                return answer(desk.take(resource, command, actor, key, version));
            }
            Optional<Outcome> first = key == null ? Optional.empty() : desk.first(resource, command, actor, key);
            if (first.isPresent()) {
                return dryRun ? ResponseEntity.ok(first.get()) : answer(first.get());
            }
            Trial trial = previews.tried(
                    feature, command, actor, version, rejection -> problems.body(rejection, language));
            figures.require(said);
            return dryRun
                    ? ResponseEntity.ok(trial)
                    : answer(desk.take(resource, command, actor, key, version));
        });
    }

    private static byte[] orEmpty(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }

    private static ResponseEntity<Outcome> answer(Outcome outcome) {
        return ResponseEntity.created(URI.create(outcome.location()))
                .eTag("\"" + outcome.sequence() + "\"")
                .header(RecordedCommand.POSITION_HEADER, Long.toString(outcome.position()))
                .body(outcome);
    }

    private static @Nullable String checkedKey(@Nullable String key) {
        if (key != null && !RequestKeys.isKey(key)) {
            throw new RejectedException(new ServiceRejection.InvalidHeader(
                    IDEMPOTENCY_KEY, excerpt(key), "visible-ascii"));
        }
        return key;
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        if (!ifMatch.matches("\"\\d{1,9}\"")) {
            throw new RejectedException(
                    new ServiceRejection.InvalidHeader(HttpHeaders.IF_MATCH, excerpt(ifMatch), "quoted-version"));
        }
        return Long.valueOf(ifMatch.substring(1, ifMatch.length() - 1));
    }

    static String excerpt(String given) {
        return given.length() <= 40 ? given : given.substring(0, 40) + "…";
    }
}
