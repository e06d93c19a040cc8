package org.coordinationledger.benchmark.measured;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures the console on a ledger that is there, as a browser would ask for its pages: how long each takes, what the
 * first one weighs, and how soon many open pages are told of a new event. No page is asked for twice.
 */
public final class ConsoleAtSize {

    private static final int PAGES = 20;
    private static final int LIVE_READERS = 200;
    private static final int TOLD = 10;
    private static final Duration LONGEST_TELLING = Duration.ofSeconds(30);
    private static final List<String> WORDS = List.of(
            "chi bo ap", "dang uy xa", "don bien phong", "quyet dinh", "huyen uy", "chi bo thon", "nghi quyet", "tinh uy");

    private final ServiceProcess query;
    private final ConsoleClient console;
    private final List<String> resources;
    private final List<String> provinces;
    private final LocalDate today;
    private final Report report;
    private final Random random = new Random(11);

    private ConsoleAtSize(
            ServiceProcess query, List<String> resources, List<String> provinces, LocalDate today, Report report) {
        this.query = query;
        this.console = query.console();
        this.resources = resources;
        this.provinces = provinces;
        this.today = today;
        this.report = report;
    }

    /**
     * Measures the pages, then how soon they learn of what is new.
     *
     * @param query the query side, ready
     * @param commandSide starts the command side, which records what is new
     * @param resources the kinds of records
     * @param provinces issuers of documents
     * @param today the last day of the ledger
     */
    static void measure(
            ServiceProcess query,
            Supplier<ServiceProcess> commandSide,
            List<String> resources,
            List<String> provinces,
            LocalDate today,
            Report report) {
        ConsoleAtSize measured = new ConsoleAtSize(query, resources, provinces, today, report);
        measured.weight();
        measured.pages();
        try (ServiceProcess command = commandSide.get()) {
            command.awaitReady();
            measured.live(command);
        }
    }

    private void weight() {
        report.heading("The first page of the console: bytes as sent");
        int page = console.get("/console").bytes();
        int all = page;
        for (String file : console.filesOf("/console")) {
            all += console.get(file).bytes();
        }
        report.line("page %,d, with its styles, scripts and pictures %,d", page, all);
    }

    private void pages() {
        report.heading("Pages of the console: milliseconds, each page asked for once");
        report.line("| page | pages | median | 95% | longest |");
        report.line("|---|---|---|---|---|");
        page("what waits for me", i -> "/console?effectiveOn=" + today.minusDays(i));
        page("figures, today's knowledge", i -> "/console/figures?effectiveOn=" + today.minusDays(10L * i));
        page("figures at a past pair", i -> "/console/figures?" + past());
        page("search", i -> "/console/search?q=" + encoded(WORDS.get(i % WORDS.size()) + " " + (1 + i)));
        page("documents of an issuer", i -> "/console/documents?issuer=" + encoded(provinces.get(i % provinces.size())));
        page("audit desk", i -> "/console/audit?effectiveTo=" + today.minusDays(i));
        for (String resource : resources) {
            page("list of " + resource, i -> "/console/records/" + resource + "?effectiveOn=" + today.minusDays(i));
            List<String> ids = query.ids("/api/v1/" + resource + "?limit=" + PAGES);
            page("record of " + resource, i -> "/console/records/" + resource + "/" + encoded(ids.get(i % ids.size())));
        }
    }

    private String past() {
        LocalDate then = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_600));
        return "effectiveOn=" + then + "&knownOn=" + then.plusDays(random.nextInt(90));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void page(String name, IntFunction<String> address) {
        Timings timings = new Timings();
        for (int i = 0; i < PAGES; i++) {
            timings.add(console.get(address.apply(i)).nanos());
        }
        report.line("| %s | %s |", name, timings.cells());
    }

    private void live(ServiceProcess command) {
        report.heading("Pages that listen: " + LIVE_READERS + " at once");
        long known = query.get("/operations/views").body().path("position").asLong();
        List<LiveReader> readers = IntStream.range(0, LIVE_READERS).mapToObj(i -> console.listen(known)).toList();
        try {
            readers.forEach(LiveReader::awaitConnected);
            told("some seconds after the last", 2_500, command, readers);
            told("as soon as the last was told", 0, command, readers);
        } finally {
            readers.forEach(LiveReader::close);
        }
    }

    private void told(String when, long pauseMillis, ServiceProcess command, List<LiveReader> readers) {
        Timings first = new Timings();
        Timings last = new Timings();
        Duration before = query.processorTime();
        long begun = System.nanoTime();
        for (int i = 0; i < TOLD; i++) {
            ServiceProcess.pause(pauseMillis);
            long position = command.register().body().path("position").asLong();
            long recorded = System.nanoTime();
            awaitTold(readers, position);
            first.add(readers.stream().mapToLong(LiveReader::toldAt).min().orElseThrow() - recorded);
            last.add(readers.stream().mapToLong(LiveReader::toldAt).max().orElseThrow() - recorded);
        }
        report.line("a command %s, from its answer until the first reader was told: %s", when, millis(first));
        report.line("until the last of them was told: %s", millis(last));
        report.line("processor time of the query side meanwhile: %d ms in %d ms",
                query.processorTime().minus(before).toMillis(), (System.nanoTime() - begun) / 1_000_000);
        report.line("memory of the query side: %s", query.memory());
    }

    private static void awaitTold(List<LiveReader> readers, long position) {
        long deadline = System.nanoTime() + LONGEST_TELLING.toNanos();
        while (!readers.stream().allMatch(reader -> reader.position() >= position)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(readers.stream().filter(r -> r.position() < position).count()
                        + " readers were not told of position " + position);
            }
            ServiceProcess.pause(5);
        }
    }

    private static String millis(Timings timings) {
        return String.format(Locale.ROOT, "median %.0f ms, longest %.0f ms of %d", timings.share(0.5), timings.share(1),
                timings.count());
    }
}
