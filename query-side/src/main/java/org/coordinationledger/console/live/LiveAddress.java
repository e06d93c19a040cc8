package org.coordinationledger.console.live;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The events by which a page learns that there is something new; each is a position, and has it as its id. */
@Controller
public final class LiveAddress {

    /** The address. It keeps no login alive, for nobody need sit before a page that listens. */
    public static final String PATH = "/console/live";

    /** The header of requests by which a page renews itself, which keep no login alive either. */
    public static final String RENEWAL = "Live-Update";

    /** How long a page that is cheap to make waits after it has renewed itself until it does again. */
    public static final Duration SOON = Duration.ofSeconds(1);

    /** The same for a page of many figures. */
    public static final Duration SELDOM = Duration.ofSeconds(5);

    private final LiveUpdates updates;

    public LiveAddress(LiveUpdates updates) {
        this.updates = updates;
    }

    /** Lets a page that shows today renew itself; it MUST have the position that it shows as {@code knownAt}. */
    public static void renews(Model model, Duration pause) {
        model.addAttribute("livePause", pause.toSeconds());
    }

    /**
     * @param after the position that the page shows
     * @param last that of the last event before the connection was lost, which counts if it is there
     */
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @RequestParam(name = "after", defaultValue = "-1") String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response) {
        String known = last == null || last.isEmpty() ? after : last;
        if (!known.matches("-1|\\d{1,18}")) {
            throw new RejectedException(
                    new ServiceRejection.InvalidParameter("after", known.substring(0, Math.min(40, known.length())), "position"));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // nginx would keep events back until a buffer is full
        response.setHeader("X-Accel-Buffering", "no");
        return updates.listen(Long.parseLong(known));
    }
}
