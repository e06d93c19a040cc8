package org.coordinationledger.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coordinationledger.demo.Plan.Stage;
import org.coordinationledger.demo.Scenario.Assumptions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Records what the reports state through the public API of a running service, and reads the reports' figures back.
 * It MUST be the only one that gives the service its users: its logins are made up for one run.
 */
public final class Demonstration {

    /** The scenario that goes on where all others end. */
    static final String REORGANISATION = "reorganisation";

    private static final int LOGINS_SHOWN = 10;

    private final Logins logins = new Logins();
    private final List<Plan> plans = new ArrayList<>();
    private final List<Organisation> shown = new ArrayList<>();
    private List<FigureReading> readings = List.of();

    private Demonstration() {}

    /** The scenarios there are, in the order in which they are recorded. */
    public static List<String> scenarioNames() {
        return ScenarioFile.NAMES;
    }

    /**
     * Reads and works out scenarios; the reorganisation with all that it goes on from.
     *
     * @throws IllegalArgumentException naming the place, if a file refers to what it does not have
     */
    public static Demonstration of(List<String> scenarios) {
        Demonstration demonstration = new Demonstration();
        ScenarioFile<Assumptions> common = ScenarioFile.assumptions();
        Assumptions assumptions = common.content();
        Organisations central = new Organisations("central", assumptions.illustrativeMark(), List.of());
        assumptions.centralBodies().forEach(central::add);
        demonstration.logins.addOfficers();
        String place = common.place("/centralBodies");
        List<Organisation> bodies = assumptions.centralBodies().stream()
                .map(b -> central.one(b.key()))
                .toList();
        demonstration.plans.add(new Plan(
                "central bodies",
                List.of(
                        new Stage(
                                "central bodies",
                                bodies.stream()
                                        .map(b -> ScenarioPlanner.registering(
                                                b, place, assumptions, demonstration.logins.administrator()))
                                        .toList())),
                List.of(),
                null));
        Records records = new Records();
        List<Organisations> before = new ArrayList<>();
        for (String name : scenarios.contains(REORGANISATION) ? ScenarioFile.NAMES : scenarios) {
            Organisations organisations = new Organisations(name, assumptions.illustrativeMark(), bodies);
            organisations.follow(before);
            before.add(organisations);
            ScenarioFile<Scenario> file = ScenarioFile.scenario(name);
            demonstration.plans.add(
                    new ScenarioPlanner(file, assumptions, organisations, records, demonstration.logins).plan());
            demonstration.remember(organisations.oneOfEachKind());
        }
        return demonstration;
    }

    private void remember(List<Organisation> candidates) {
        if (candidates.size() > shown.size()) {
            shown.clear();
            shown.addAll(candidates);
        }
    }

    /** Writes the users file that the service must be started with, and a CSV file with everybody's password. */
    public void writeLogins(Path usersFile, Path csv) throws IOException {
        LoginFiles.writeUsers(logins.all(), usersFile);
        LoginFiles.writeCsv(logins.all(), csv);
    }

    /** How many commands {@link #record} sends. */
    public int commandCount() {
        return plans.stream().mapToInt(Plan::commandCount).sum();
    }

    /**
     * Records everything and reads the figures.
     *
     * @throws IllegalStateException naming the place in the scenario file, if a command is refused
     */
    public void record(URI server, PrintStream out) {
        ApiClient api = new ApiClient(server);
        long started = System.nanoTime();
        long position;
        try (Recorder recorder = new Recorder(api)) {
            for (Plan plan : plans) {
                try (Progress progress = Progress.of(plan.scenario(), plan.commandCount(), out)) {
                    recorder.record(plan, progress::step);
                }
            }
            position = recorder.lastPosition();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        out.printf("%nRecorded %d commands in %.1f s.%n", commandCount(), took.toMillis() / 1000.0);
        readings = plans.stream()
                .flatMap(p -> p.figures().stream())
                .map(f -> FigureReading.read(api, f, position))
                .toList();
        showFigures(out);
        plans.stream()
                .map(Plan::replayed)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .ifPresent(id -> {
                    out.println();
                    new Replay(api, logins.auditor(), out).show(id, position);
                });
    }

    private void showFigures(PrintStream out) {
        if (readings.isEmpty()) {
            out.println("What this report counts needs features that are not there yet: no figure is compared.");
            return;
        }
        Table table =
                new Table(List.of("scenario", "figure", "scope", "effective on", "expected", "actual", "agrees"));
        readings.forEach(r -> table.add(r.row()));
        out.println();
        out.println(table);
        long agreeing = readings.stream().filter(FigureReading::agrees).count();
        out.printf("%n%d of %d figures agree with the reports.%n", agreeing, readings.size());
    }

    /** Whether every figure that was read is what its report states. */
    public boolean everyFigureAgrees() {
        return readings.stream().allMatch(FigureReading::agrees);
    }

    /** Writes the figures as a JSON list; each names scenario, figure and scope as the scenario files do. */
    public void writeJson(Path file) throws IOException {
        ArrayNode figures = JsonMapper.shared().createArrayNode();
        readings.forEach(r -> figures.add(r.json()));
        Files.writeString(file, figures.toPrettyString() + System.lineSeparator(), StandardCharsets.UTF_8);
    }

    /** Shows some of the logins: of each kind of organisation that acts, one who records and one who decides. */
    public void showLogins(PrintStream out) {
        Table table = new Table(List.of("username", "password", "acts for", "as"));
        logins.selection(shown, LOGINS_SHOWN).forEach(l ->
                table.add(List.of(l.username(), l.password(), l.organisationName(), l.role().toLowerCase(Locale.ROOT))));
        out.println(table);
    }
}
