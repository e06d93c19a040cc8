package org.coordinationledger.benchmark.measured;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Measures both sides of the service on a ledger that is there, over HTTP as a client would, one request at a time.
 *
 * <p>Every request for a figure, a list or a history is the first of its kind for the service: each asks for another
 * pair of times or another record, so that nothing it kept can answer. What the database has in its cache is left to it.
 */
public final class AtSize {

    private static final LocalDate FIRST = LocalDate.of(2015, 9, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final int PAIRS_OF_A_FAMILY = 8;
    private static final int RECORDS_OF_A_RESOURCE = 50;
    private static final int STARTS = 3;
    private static final int COMMANDS = 100;

    private final Path querySide;
    private final Path commandSide;
    private final Path folder;
    private final String uri;
    private final String heap;
    private final Report report;
    private final Random random = new Random(7);

    /**
     * What is measured.
     *
     * @param folder for users, keys and logs of the service, of this database alone: the pin in it is of its ledger
     * @param heap of each side, as {@code -Xmx} takes it
     */
    public AtSize(Path querySide, Path commandSide, Path folder, String uri, String heap, Report report) {
        this.querySide = querySide;
        this.commandSide = commandSide;
        this.folder = folder;
        this.uri = uri;
        this.heap = heap;
        this.report = report;
    }

    /** Builds the views if there are none, measures the reads, then builds the views again beside the live ones. */
    public void measureReads() {
        report.heading("Query side, -Xmx" + heap);
        try (ServiceProcess service = ServiceProcess.start(querySide, folder, uri, heap)) {
            Duration ready = service.awaitReady();
            JsonNode build = service.get("/operations/views").body().path("build");
            report.line("first start, views built from nothing if there were none: ready after %s; %s",
                    seconds(ready), rate(build));
            report.line("memory until then: %s", service.memory());
        }
        for (int i = 0; i < STARTS; i++) {
            try (ServiceProcess service = ServiceProcess.start(querySide, folder, uri, heap)) {
                report.line("start with views built: ready after %s", seconds(service.awaitReady()));
                Timings first = new Timings();
                first.add(service.get("/api/v1/figures/openCellAssignments").nanos());
                first.add(service.get("/api/v1/figures/cells").nanos());
                report.line("the first two figures of this process (now, now): %.0f ms at most", first.share(1));
            }
        }
        try (ServiceProcess service = ServiceProcess.start(querySide, folder, uri, heap)) {
            service.awaitReady();
            warmUp(service);
            List<JsonNode> declared = declared(service);
            List<String> resources =
                    declared.stream().map(figure -> figure.path("resource").asString()).distinct().toList();
            List<String> provinces = provinces(service);
            figures(service, declared, provinces);
            lists(service, resources);
            histories(service, resources);
            report.line("memory after the reads: %s", service.memory());
            ConsoleAtSize.measure(service, () -> ServiceProcess.start(commandSide, folder, uri, heap), resources,
                    provinces, TODAY, report);
            rebuild(service);
            report.line("memory after the rebuild: %s", service.memory());
        }
    }

    /** The classes of the service are loaded and compiled by requests that are not counted, at a pair of their own. */
    private static void warmUp(ServiceProcess service) {
        for (int i = 0; i < 15; i++) {
            service.get("/api/v1/figures/districts?effectiveOn=2014-01-" + (10 + i));
            service.get("/api/v1/members?limit=1&effectiveOn=2014-01-" + (10 + i));
        }
    }

    private record Family(String name, boolean knownNow, boolean effectiveNow) {}

    /** All figures that the service declares; every kind of records has some. */
    private static List<JsonNode> declared(ServiceProcess service) {
        List<JsonNode> figures = new ArrayList<>();
        service.get("/api/v1/figures").body().path("figures").forEach(figures::add);
        return figures;
    }

    private void figures(ServiceProcess service, List<JsonNode> declared, List<String> provinces) {
        report.heading("Figures: milliseconds, each request at a pair of times of its own");
        report.line("| figure | known, effective | requests | median | 95% | longest |");
        report.line("|---|---|---|---|---|---|");
        List<Family> families = List.of(
                new Family("now, now", true, true),
                new Family("now, then", true, false),
                new Family("then, then", false, false),
                new Family("then, now", false, true));
        Map<String, Timings> all = new LinkedHashMap<>();
        for (JsonNode figure : declared) {
            String name = figure.path("figure").asString();
            String resource = figure.path("resource").asString();
            boolean ofOneRecord = figure.path("needsScope").asBoolean();
            List<String> scopes =
                    ofOneRecord && !resource.equals("organisations") ? lasting(service, resource) : provinces;
            for (Family family : families) {
                Timings timings = new Timings();
                for (int i = 0; i < PAIRS_OF_A_FAMILY; i++) {
                    timings.add(service.get("/api/v1/figures/" + name + "?" + pair(family)
                                    + (figure.path("needsComparedWith").asBoolean()
                                            ? "&comparedWith=" + FIRST.plusDays(random.nextInt(300))
                                            : "")
                                    + (i % 2 == 1 || ofOneRecord
                                            ? "&scope=" + scopes.get(random.nextInt(scopes.size()))
                                            : ""))
                            .nanos());
                }
                all.computeIfAbsent(family.name(), f -> new Timings()).addAll(timings);
                report.line("| %s | %s | %s |", name, family.name(), timings.cells());
            }
        }
        all.forEach((name, timings) -> report.line("| all | %s | %s |", name, timings.cells()));
    }

    /** A pair of times that no other request asked for: days differ, and past positions are drawn anew. */
    private String pair(Family family) {
        LocalDate then = FIRST.plusDays(random.nextInt(3_800));
        LocalDate effective = family.effectiveNow() ? TODAY.minusDays(random.nextInt(400)) : then;
        return "effectiveOn=" + effective
                + (family.knownNow() ? "" : "&knownOn=" + then.plusDays(random.nextInt(90)));
    }

    private static List<String> provinces(ServiceProcess service) {
        return service.ids(
                "/api/v1/organisations?filter.kind=PROVINCIAL_PARTY_COMMITTEE&filter.open=true&effectiveOn=2015-09-01");
    }

    /** Records that are there at every pair of times asked for: known since the first day, and known now. */
    private static List<String> lasting(ServiceProcess service, String resource) {
        String onFirst = "/api/v1/" + resource + "?limit=200&effectiveOn=" + FIRST;
        List<String> ids = service.ids(onFirst + "&knownOn=" + FIRST);
        ids.retainAll(service.ids(onFirst));
        return ids;
    }

    private void lists(ServiceProcess service, List<String> resources) {
        report.heading("Lists: milliseconds for the first page of 50, each at a pair of times of its own");
        report.line("| list | known, effective | requests | median | 95% | longest |");
        report.line("|---|---|---|---|---|---|");
        String post = service.ids("/api/v1/organisations?filter.kind=BORDER_POST&limit=200").get(3);
        Map<String, String> asked = new LinkedHashMap<>();
        resources.forEach(resource -> asked.put(resource, "/api/v1/" + resource + "?"));
        asked.put("members of a post", "/api/v1/members?filter.home=" + post + "&");
        asked.put("open assignments of a post", "/api/v1/cell-assignments?filter.open=true&filter.post=" + post + "&");
        asked.put("border posts", "/api/v1/organisations?filter.kind=BORDER_POST&");
        asked.put("records of openCellAssignments", "/api/v1/figures/openCellAssignments/records?");
        asked.forEach((name, path) -> {
            for (Family family : List.of(new Family("now, now", true, true), new Family("then, then", false, false))) {
                Timings timings = new Timings();
                for (int i = 0; i < PAIRS_OF_A_FAMILY; i++) {
                    timings.add(service.get(path + pair(family)).nanos());
                }
                report.line("| %s | %s | %s |", name, family.name(), timings.cells());
            }
        });
    }

    private void histories(ServiceProcess service, List<String> resources) {
        report.heading("Histories and states: milliseconds, each of another record");
        report.line("| of | read | requests | median | 95% | longest |");
        report.line("|---|---|---|---|---|---|");
        for (String resource : resources) {
            Timings histories = new Timings();
            Timings states = new Timings();
            List<String> ids = service.ids("/api/v1/" + resource + "?limit=200");
            for (int i = 0; i < Math.min(ids.size(), 2 * RECORDS_OF_A_RESOURCE); i++) {
                String path = "/api/v1/" + resource + "/" + URLEncoder.encode(ids.get(i), StandardCharsets.UTF_8);
                if (i % 2 == 0) {
                    histories.add(service.get(path + "/history").nanos());
                } else {
                    states.add(service.get(path).nanos());
                }
            }
            report.line("| %s | history | %s |", resource, histories.cells());
            report.line("| %s | state | %s |", resource, states.cells());
        }
    }

    private void rebuild(ServiceProcess service) {
        report.heading("Rebuild of all views beside the live ones, with a read each second");
        int before = service.get("/operations/views").body().path("generation").asInt();
        service.post("/operations/view-rebuild", "");
        Timings reads = new Timings();
        JsonNode status = service.get("/operations/views").body();
        double told = 0.25;
        while (status.path("generation").asInt() == before) {
            JsonNode build = status.path("build");
            if (build.path("phase").asString("").equals("FAILED") && build.path("generation").asInt() > before) {
                throw new IllegalStateException("the rebuild failed: " + build);
            }
            double done = (build.path("position").asDouble(0) + 1) / Math.max(1, build.path("target").asDouble(1));
            if (build.path("generation").asInt() > before && done >= told && !build.path("estimatedEnd").isMissingNode()) {
                report.line("at %.0f%%: estimated end %s", done * 100, build.path("estimatedEnd").asString());
                told += 0.25;
            }
            reads.add(service.get("/api/v1/figures/openCellAssignments?"
                            + pair(new Family("then, then", false, false))).nanos());
            ServiceProcess.pause(1_000);
            status = service.get("/operations/views").body();
        }
        report.line("ended %s: %s", status.path("build").path("updatedAt").asString(), rate(status.path("build")));
        report.line("figures read meanwhile: requests, median, 95%%, longest: %s", reads.cells());
    }

    private static String rate(JsonNode build) {
        if (build.isMissingNode() || build.isNull()) {
            return "no build was reported";
        }
        Duration took = Duration.between(
                Instant.parse(build.path("startedAt").asString()),
                Instant.parse(build.path("updatedAt").asString()));
        long events = build.path("target").asLong() + 1;
        return String.format(Locale.ROOT, "%,d events in %s, %,.0f events/s", events, seconds(took),
                events * 1000.0 / Math.max(1, took.toMillis()));
    }

    /** Measures how long the command side takes to start, and to decide. */
    public void measureCommands(String what) {
        report.heading("Command side on " + what + ", -Xmx" + heap);
        for (int i = 0; i < STARTS; i++) {
            try (ServiceProcess service = ServiceProcess.start(commandSide, folder, uri, heap)) {
                report.line("start: ready after %s", seconds(service.awaitReady()));
                if (i + 1 == STARTS) {
                    commands(service);
                    report.line("memory: %s", service.memory());
                }
            }
        }
    }

    private void commands(ServiceProcess service) {
        for (int i = 0; i < COMMANDS; i++) {
            service.register();
        }
        Timings registrations = new Timings();
        Timings renamings = new Timings();
        for (int i = 0; i < COMMANDS; i++) {
            ServiceProcess.Answer registered = service.register();
            registrations.add(registered.nanos());
            String id = registered.body().path("id").asString();
            renamings.add(service.post("/api/v1/organisations/" + id + "/rename",
                            "{\"effectiveOn\": \"2026-06-01\", \"name\": \"Chi bộ đã đổi tên\"}").nanos());
        }
        report.line("| command | requests | median | 95% | longest |");
        report.line("|---|---|---|---|---|");
        report.line("| register an organisation | %s |", registrations.cells());
        report.line("| rename an organisation | %s |", renamings.cells());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
