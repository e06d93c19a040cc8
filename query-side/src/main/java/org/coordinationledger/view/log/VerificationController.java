package org.coordinationledger.view.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verification of everything that is sealed, for administrators and auditors. */
@Tag(name = "operations")
@RestController
@RequestMapping(path = "/operations/verification", produces = MediaType.APPLICATION_JSON_VALUE)
final class VerificationController {

    private final VerificationRuns runs;

    VerificationController(VerificationRuns runs) {
        this.runs = runs;
    }

    @Operation(operationId = "verification.last", summary = "How the last verification of the whole ledger stands; nothing "
            + "before the first")
    @GetMapping
    ResponseEntity<VerificationRun> last(Actor actor) {
        require(actor);
        return runs.last().map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Operation(operationId = "verification.start", summary = "Verify entries, index fields, tiles and checkpoints in the "
            + "background, unless that is under way")
    @PostMapping
    ResponseEntity<VerificationRun> start(Actor actor) {
        require(actor);
        runs.start();
        return runs.last()
                .map(run -> ResponseEntity.status(HttpStatus.ACCEPTED).body(run))
                .orElseGet(() -> ResponseEntity.accepted().build());
    }

    private static void require(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR && actor.role() != Role.AUDITOR) {
            throw new RejectedException(
                    new ServiceRejection.AccessDenied(actor.role().name()));
        }
    }
}
