package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
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

    private static final String LEDGER_POSITION = "Ledger-Position";

    private final LedgerReader ledger;
    private final FeatureViews views;

    RequestController(LedgerReader ledger, FeatureViews views) {
        this.ledger = ledger;
        this.views = views;
    }

    @GetMapping("/{key}")
    ResponseEntity<Shown.RequestOutcome> outcome(@PathVariable String key, HttpServletRequest request, Actor actor) {
        ReadQuery.requireNoParameters(request);
        if (!key.matches("[!-~]{1,100}")) {
            throw new RejectedException(new ServiceRejection.InvalidParameter("key", "", "visible-ascii"));
        }
        Shown.RequestOutcome outcome = ledger.commitByRequest(actor.person(), key)
                .map(this::outcome)
                .orElseThrow(() -> new RejectedException(new ReadRejection.RequestNotRecorded(key)));
        return ResponseEntity.ok()
                .header(HttpHeaders.LOCATION, URI.create(outcome.location()).toString())
                .header(LEDGER_POSITION, Long.toString(outcome.position()))
                .body(outcome);
    }

    /** The record that a commit is about is the one of its first entry; the rest are the keys that it holds. */
    private Shown.RequestOutcome outcome(Commit commit) {
        Entry first = commit.entries().get(0);
        List<Entry> own = commit.entries().stream()
                .filter(entry -> entry.streamId().equals(first.streamId()))
                .toList();
        String resource = views.all().stream()
                .filter(view -> view.type().name().equals(first.streamType()))
                .map(FeatureView::resource)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no feature has records of type " + first.streamType()));
        return new Shown.RequestOutcome(
                resource,
                first.streamId(),
                own.get(own.size() - 1).sequence(),
                commit.last(),
                commit.recordedAt(),
                own.stream().map(Entry::eventName).toList(),
                "/api/v1/" + resource + "/" + first.streamId());
    }
}
