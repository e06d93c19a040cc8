package org.coordinationledger.view.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.verification.VerificationRun;
import org.coordinationledger.service.verification.VerifiedPart;
import org.jspecify.annotations.Nullable;
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

    private final Verifications verifications;

    VerificationController(Verifications verifications) {
        this.verifications = verifications;
    }

    /**
     * The last run of each part; null for one that was never verified.
     *
     * @param ledger entries, index fields, tiles, checkpoints and record heads
     * @param views  what lists, figures and search read, made again from the ledger
     * @param texts  texts and the digests by which events name them
     */
    record Parts(
            @Nullable VerificationRun ledger, @Nullable VerificationRun views, @Nullable VerificationRun texts) {

        private static Parts of(Map<VerifiedPart, VerificationRun> runs) {
            return new Parts(runs.get(VerifiedPart.LEDGER), runs.get(VerifiedPart.VIEWS), runs.get(VerifiedPart.TEXTS));
        }
    }

    @Operation(operationId = "verification.last", summary = "How the last verification of the ledger, of the views and of the "
            + "texts stands")
    @GetMapping
    Parts last(Actor actor) {
        require(actor);
        return Parts.of(verifications.last());
    }

    @Operation(operationId = "verification.start", summary = "Verify entries, index fields, tiles, checkpoints, record heads, "
            + "views and texts in the background, unless that is under way")
    @PostMapping
    ResponseEntity<Parts> start(Actor actor) {
        require(actor);
        verifications.start();
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(Parts.of(verifications.last()));
    }

    private static void require(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR && actor.role() != Role.AUDITOR) {
            throw new RejectedException(
                    new ServiceRejection.AccessDenied(actor.role().name()));
        }
    }
}
