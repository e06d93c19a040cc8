package org.coordinationledger.command.api;

import java.net.URI;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.request.RecordedCommand;
import org.coordinationledger.service.request.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
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

    private final CommandFeatures features;
    private final CommandBinding binding;
    private final CommandDesk desk;

    CommandController(CommandFeatures features, CommandBinding binding, CommandDesk desk) {
        this.features = features;
        this.binding = binding;
        this.desk = desk;
    }

    @PostMapping("/{resource}")
    ResponseEntity<Outcome> begin(
            @PathVariable String resource,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        CommandFeature feature = features.under(resource);
        BoundCommand command = binding.begin(feature, orEmpty(body));
        return answer(desk.take(resource, command, actor, checkedKey(key), null));
    }

    @PostMapping("/{resource}/{id}/{step}")
    ResponseEntity<Outcome> step(
            @PathVariable String resource,
            @PathVariable String id,
            @PathVariable String step,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        CommandFeature feature = features.under(resource);
        BoundCommand command = binding.step(feature, id, step, orEmpty(body));
        return answer(desk.take(resource, command, actor, checkedKey(key), version(ifMatch)));
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
