package org.coordinationledger.view.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.OptionalLong;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.projection.ViewStatus;
import org.coordinationledger.view.projection.Views;
import org.coordinationledger.view.store.BuildProgress;
import org.coordinationledger.view.store.Generation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operation of views, for administrators. */
@Tag(name = "operations")
@RestController
@RequestMapping(path = "/operations", produces = MediaType.APPLICATION_JSON_VALUE)
final class OperationsController {

    private final Views views;

    OperationsController(Views views) {
        this.views = views;
    }

    /** Progress of a build; {@code eventsPerSecond} and {@code estimatedEnd} while they can be told. */
    record Build(
            int generation,
            BuildProgress.Phase phase,
            long position,
            long target,
            Instant startedAt,
            Instant updatedAt,
            @Nullable Long eventsPerSecond,
            @Nullable Instant estimatedEnd,
            @Nullable String error) {

        static Build of(BuildProgress p) {
            OptionalLong rate = p.eventsPerSecond();
            return new Build(
                    p.generation(), p.phase(), p.position(), p.target(), p.startedAt(), p.updatedAt(),
                    rate.isPresent() ? rate.getAsLong() : null, p.estimatedEnd().orElse(null), p.error());
        }
    }

    /** How the views stand; generation 0 before the first is built. */
    record Status(
            int generation,
            long position,
            long tail,
            long lag,
            boolean caughtUp,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String error,
            @Nullable Build build) {

        static Status of(ViewStatus status) {
            Generation live = status.live();
            BuildProgress build = status.build();
            return new Status(
                    live == null ? 0 : live.number(),
                    status.position(),
                    status.tail(),
                    status.lag(),
                    status.caughtUp(),
                    status.error(),
                    build == null ? null : Build.of(build));
        }
    }

    @Operation(summary = "How far the views are, and how far their last build came")
    @GetMapping("/views")
    Status status(Actor actor) {
        requireAdministrator(actor);
        return Status.of(views.status());
    }

    @Operation(summary = "Build all views anew from the ledger beside the live ones, then swap")
    @PostMapping("/view-rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status rebuild(Actor actor) {
        requireAdministrator(actor);
        views.rebuild();
        return Status.of(views.status());
    }

    private static void requireAdministrator(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR) {
            throw new RejectedException(
                    new ServiceRejection.AccessDenied(actor.role().name()));
        }
    }
}
