package org.coordinationledger.console.operations;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.QuerySideApplication;
import org.coordinationledger.view.store.BuildProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How the service runs: how far the views are, what fails, the last build, the health of its parts, its version. */
@Controller
public final class OperationsPage {

    private static final String PATH = "/console/operations";

    private final Carrying carrying;
    private final Map<String, HealthIndicator> health;

    OperationsPage(
            Carrying carrying,
            @Qualifier("store") HealthIndicator store,
            @Qualifier("viewsHealthIndicator") HealthIndicator views) {
        this.carrying = carrying;
        this.health = new TreeMap<>(Map.of("store", store, "views", views));
    }

    /** A line of words. */
    public record Row(String label, String value) {}

    /** A part of the service that tells how it is. */
    public record Part(String name, String state, boolean well, List<Row> details) {}

    /** A part of the work of carrying views on. */
    public record Segment(String number, String position, String lag) {}

    /** A generation of views, with its parts where it has several. */
    public record Generation(String name, String state, String position, String lag, List<Segment> segments) {}

    /** The last build. */
    public record Build(String state, boolean underWay, long percent, List<Row> rows, @Nullable String error) {}

    @GetMapping(PATH)
    String operations(Actor actor, @ModelAttribute("page") Page page, Model model) {
        if (!page.operates()) {
            throw new RejectedException(new ServiceRejection.AccessDenied(actor.role().name()));
        }
        Carrying.State state = carrying.look().orElse(null);
        if (state != null) {
            model.addAttribute("views", rows(state, page));
            model.addAttribute("generations", generations(state, page));
            model.addAttribute("stuck", state.stuck() == null ? null : stuck(state.stuck(), page));
            model.addAttribute("build", build(state.status().build(), page));
        }
        model.addAttribute("reached", state != null);
        model.addAttribute("parts", parts(page));
        model.addAttribute("service", service(page));
        return "console/operations";
    }

    private static List<Row> rows(Carrying.State state, Page page) {
        OptionalLong rate = state.perSecond();
        return List.of(
                row("tail", position(state.status().tail(), page), page),
                row("position", position(state.status().position(), page), page),
                row("lag", page.text("operations.events", "count", page.number(state.status().lag())), page),
                row("behind", page.text("operations.seconds", "seconds", page.number(state.behind().toSeconds())), page),
                row("rate", rate.isPresent()
                        ? page.text("operations.per-second", "count", page.number(rate.getAsLong()))
                        : page.text("operations.rate.unknown"), page));
    }

    /** A position, or a dash before the first. */
    private static String position(long position, Page page) {
        return position < 0 ? "–" : page.number(position);
    }

    private static Row row(String key, String value, Page page) {
        return new Row(page.text("operations." + key), value);
    }

    private static List<Generation> generations(Carrying.State state, Page page) {
        long tail = state.status().tail();
        BuildProgress build = state.status().build();
        return state.generations().stream()
                .map(kept -> {
                    int number = kept.generation().number();
                    boolean built = build != null && build.underWay() && build.generation() == number;
                    String how = kept.live() ? "live" : built ? "building" : "superseded";
                    return new Generation(
                            page.text("operations.generation", "number", page.number(number)),
                            page.text("operations.generation." + how),
                            position(kept.position(), page),
                            page.number(tail - kept.position()),
                            kept.segments().size() < 2
                                    ? List.of()
                                    : kept.segments().stream()
                                            .map(segment -> new Segment(
                                                    page.text("operations.segment", "number", page.number(segment.number() + 1)),
                                                    position(segment.position(), page),
                                                    page.number(tail - segment.position())))
                                            .toList());
                })
                .toList();
    }

    private static String stuck(Carrying.Stuck stuck, Page page) {
        Entry entry = stuck.entry();
        return entry == null
                ? page.text("operations.stuck", "reason", stuck.reason())
                : page.text("operations.stuck.at", "reason", stuck.reason(), "position", page.number(entry.position()),
                        "event", entry.eventName(), "record", entry.streamId());
    }

    private static @Nullable Build build(@Nullable BuildProgress build, Page page) {
        if (build == null) {
            return null;
        }
        List<Row> rows = new ArrayList<>(List.of(
                row("build.generation", page.number(build.generation()), page),
                row("build.progress", page.text(
                        "operations.build.of", "position", page.number(Math.max(0, build.position() + 1)),
                        "target", page.number(build.target() + 1)), page),
                row("build.started", page.time(build.startedAt()), page),
                row("build.updated", page.time(build.updatedAt()), page)));
        build.eventsPerSecond().ifPresent(rate -> rows.add(row(
                "build.rate", page.text("operations.per-second", "count", page.number(rate)), page)));
        if (build.underWay()) {
            build.estimatedEnd().ifPresent(end -> rows.add(row("build.end", page.time(end), page)));
        }
        long all = Math.max(1, build.target() + 1);
        return new Build(
                page.text("operations.phase." + build.phase()), build.underWay(),
                Math.min(100, Math.max(0, (build.position() + 1) * 100 / all)), rows, build.error());
    }

    private List<Part> parts(Page page) {
        List<Part> parts = new ArrayList<>();
        health.forEach((name, indicator) -> {
            Health told = indicator.health();
            List<Row> details = new ArrayList<>();
            new TreeMap<>(told == null ? Map.of() : told.getDetails()).forEach((key, value) -> details.add(new Row(
                    page.word("console.operations.detail", key),
                    value instanceof Number number ? page.number(number) : value.toString())));
            Status status = told == null ? Status.UNKNOWN : told.getStatus();
            parts.add(new Part(
                    page.word("console.operations.part", name),
                    page.word("console.operations.health", status.getCode()),
                    status.equals(Status.UP),
                    details));
        });
        return parts;
    }

    private static List<Row> service(Page page) {
        String version = QuerySideApplication.class.getPackage().getImplementationVersion();
        Instant started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Runtime runtime = Runtime.getRuntime();
        long megabyte = 1_024 * 1_024;
        return List.of(
                row("version", version == null ? page.text("operations.version.none") : version, page),
                row("started", page.time(started), page),
                row("java", Runtime.version().toString(), page),
                row("heap", page.text(
                        "operations.heap.of", "used", page.number((runtime.totalMemory() - runtime.freeMemory()) / megabyte),
                        "most", page.number(runtime.maxMemory() / megabyte)), page));
    }
}
