package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.request.RecordedCommand;
import org.coordinationledger.service.request.RequestKeys;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of the actor's own requests, for who got no answer. Read from the ledger itself, so it waits for no view. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/requests", produces = MediaType.APPLICATION_JSON_VALUE)
final class RequestController {

    private final LedgerReader ledger;
    private final FeatureViews views;

    RequestController(LedgerReader ledger, FeatureViews views) {
        this.ledger = ledger;
        this.views = views;
    }

    @GetMapping("/{key}")
    ResponseEntity<Shown.RequestOutcome> outcome(@PathVariable String key, HttpServletRequest request, Actor actor) {
        ReadQuery.requireNoParameters(request);
        if (!RequestKeys.isKey(key)) {
            throw new RejectedException(new ServiceRejection.InvalidParameter("key", "", "visible-ascii"));
        }
        Shown.RequestOutcome outcome = ledger.commitByRequest(actor.person(), key)
                .map(this::outcome)
                .orElseThrow(() -> new RejectedException(new ReadRejection.RequestNotRecorded(key)));
        return ResponseEntity.ok()
                .header(HttpHeaders.LOCATION, URI.create(outcome.location()).toString())
                .header(RecordedCommand.POSITION_HEADER, Long.toString(outcome.position()))
                .body(outcome);
    }

    private Shown.RequestOutcome outcome(Commit commit) {
        RecordedCommand recorded = RecordedCommand.of(commit);
        String resource = views.ofType(recorded.type())
                .map(FeatureView::resource)
                .orElseThrow(() -> new IllegalStateException("no feature has records of type " + recorded.type()));
        return new Shown.RequestOutcome(
                resource,
                recorded.id(),
                recorded.sequence(),
                recorded.position(),
                recorded.recordedAt(),
                recorded.events(),
                RecordedCommand.location(resource, recorded.id()));
    }
}
