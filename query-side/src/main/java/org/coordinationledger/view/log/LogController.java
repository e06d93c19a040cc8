package org.coordinationledger.view.log;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.ledger.sealing.PublishedCheckpoint;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.reading.ReadingCircle;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as C2SP tlog-tiles: what any off-the-shelf tool that verifies transparency logs asks for. Checkpoints, keys and
 * hashes tell nothing about anybody and are open; entries are for auditors who read the whole ledger.
 */
@Hidden
@RestController
final class LogController {

    private static final String PREFIX = "/log/";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl A_WHILE = CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();
    private static final CacheControl OWN_FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
    private static final CacheControl OWN_A_WHILE = CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate();

    private final SealedLog log;
    private final ReadingCircles circles;

    LogController(SealedLog log, ReadingCircles circles) {
        this.log = log;
        this.circles = circles;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint(HttpServletRequest request) {
        String note = log.latest().map(PublishedCheckpoint::cosignedNote).orElseThrow(() -> nothingAt(request));
        return text(note, CacheControl.noStore());
    }

    @GetMapping("/log/vkey")
    ResponseEntity<byte[]> verifierKeys(HttpServletRequest request) {
        List<String> keys = log.verifierKeys();
        if (keys.isEmpty()) {
            throw nothingAt(request);
        }
        return text(String.join("\n", keys) + "\n", A_WHILE);
    }

    private static ResponseEntity<byte[]> text(String text, CacheControl cache) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(cache).body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        if (!(path(request) instanceof TilePath.Hashes tile)) {
            throw nothingAt(request);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(tile.full() ? FOR_EVER : A_WHILE)
                .body(log.tile(tile).orElseThrow(() -> nothingAt(request)));
    }

    @GetMapping("/log/tile/entries/**")
    ResponseEntity<byte[]> entries(HttpServletRequest request, Actor actor) {
        requireAuditor(actor);
        if (!(path(request) instanceof TilePath.Entries bundle)) {
            throw nothingAt(request);
        }
        List<byte[]> entries = log.entries(bundle).orElseThrow(() -> nothingAt(request));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(bundle.full() ? OWN_FOR_EVER : OWN_A_WHILE)
                .body(EntryBundle.write(entries));
    }

    private void requireAuditor(Actor actor) {
        if (actor.role() != Role.AUDITOR || circles.of(actor) != ReadingCircle.WHOLE) {
            throw new RejectedException(new ServiceRejection.AccessDenied(actor.role().name()));
        }
    }

    private static TilePath path(HttpServletRequest request) {
        try {
            return TilePath.parse(request.getRequestURI().substring(PREFIX.length()));
        } catch (RefusedException outside) {
            throw nothingAt(request);
        }
    }

    private static RejectedException nothingAt(HttpServletRequest request) {
        return new RejectedException(new ServiceRejection.UnknownResource(request.getRequestURI()));
    }
}
