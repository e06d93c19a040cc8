package org.coordinationledger.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Role;
import org.coordinationledger.demo.Plan.Command;
import org.coordinationledger.demo.Plan.Figure;
import org.coordinationledger.demo.Plan.Stage;
import org.coordinationledger.demo.Scenario.AssignmentEntry;
import org.coordinationledger.demo.Scenario.Assumptions;
import org.coordinationledger.demo.Scenario.CorrectionEntry;
import org.coordinationledger.demo.Scenario.DaysBefore;
import org.coordinationledger.demo.Scenario.DocumentEntry;
import org.coordinationledger.demo.Scenario.ExpectedFigure;
import org.coordinationledger.demo.Scenario.MemberEntry;
import org.coordinationledger.demo.Scenario.SupersessionEntry;
import org.coordinationledger.demo.RecordPlanner.Seat;
import org.coordinationledger.demo.Scenario.TermEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Turns one scenario file into the commands that record it, in stages. */
final class ScenarioPlanner {

    private static final String PROVINCE = "province-committee";

    private final ScenarioFile<Scenario> file;
    private final Assumptions assumptions;
    private final Organisations organisations;
    private final Logins logins;
    private final Records records;
    private final References references;
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, DocumentEntry> documents = new LinkedHashMap<>();
    private final Map<String, List<Seat>> seats = new HashMap<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    ScenarioPlanner(
            ScenarioFile<Scenario> file,
            Assumptions assumptions,
            Organisations organisations,
            Records records,
            Logins logins) {
        this.file = file;
        this.assumptions = assumptions;
        this.organisations = organisations;
        this.logins = logins;
        this.records = records;
        this.references = new References(file.name(), organisations, records, logins);
    }

    /** @throws IllegalArgumentException naming the place in the file, if it refers to what it does not have */
    Plan plan() {
        Scenario scenario = file.content();
        List<Stage> mandates = new ArrayList<>();
        each("organisations", scenario.organisations(), (entry, place) -> {
            List<Organisation> added = organisations.add(entry);
            added.forEach(logins::addTwoFor);
            mandates.add(Mandates.toActFor(added, logins, assumptions, place));
            stages.add(new Stage(
                    "organisations: " + entry.key(),
                    added.stream().map(o -> registering(o, place)).toList()));
        });
        each("heirs", scenario.heirs(), (entry, place) -> organisations.inherit(entry));
        each("people", scenario.people(), (entry, place) -> logins.add(
                key(entry.key()), organisations.one(entry.actsFor()), Role.valueOf(entry.role())));
        stages.addAll(mandates);
        List<Command> paperwork = new ArrayList<>();
        each("basisDocuments", scenario.basisDocuments(), (entry, place) -> paperwork.add(issuing(entry, place)));
        each("supersessions", scenario.supersessions(), (entry, place) -> paperwork.add(superseding(entry, place)));
        each("corrections", scenario.corrections(), (entry, place) -> paperwork.add(correcting(entry, place)));
        if (!paperwork.isEmpty()) {
            stages.add(new Stage("basis documents", List.of(List.copyOf(paperwork))));
        }
        each("members", scenario.members(), (entry, place) -> stages.add(members(entry, place)));
        each("cellAssignments", scenario.cellAssignments(), (entry, place) -> stages.add(assignments(entry, place)));
        RecordPlanner planner = new RecordPlanner(file.name(), organisations, seats, references, records);
        each("records", scenario.records(), (entry, place) -> stages.add(planner.plan(entry, place)));
        List<Figure> figures = new ArrayList<>();
        each("expected", scenario.expected(), (entry, place) -> figures.add(figure(entry)));
        String replay = scenario.replay();
        return new Plan(
                file.name(),
                List.copyOf(stages),
                List.copyOf(figures),
                replay == null ? null : Ids.of(key(replay) + "/1"));
    }

    private List<Command> registering(Organisation organisation, String place) {
        return registering(organisation, place, assumptions, logins.administrator());
    }

    /** Registers an organisation and opens the terms that its kind has. */
    static List<Command> registering(
            Organisation organisation, String place, Assumptions assumptions, Login administrator) {
        List<Command> chain = new ArrayList<>();
        String what = "organisation " + organisation.name();
        LocalDate since = organisation.since() == null ? assumptions.organisationsStandSince() : organisation.since();
        chain.add(new Command(
                place,
                "register " + what,
                requestKey(organisation.key(), "register"),
                administrator,
                "/organisations",
                Bodies.organisation(organisation, since)));
        if (assumptions.termsFor().contains(organisation.kind())) {
            for (TermEntry term : assumptions.terms()) {
                if (term.to().isBefore(since)) {
                    continue;
                }
                chain.add(new Command(
                        place,
                        "open term " + term.name() + " of " + what,
                        requestKey(organisation.key(), "open-term-" + term.from().getYear()),
                        administrator,
                        "/organisations/" + organisation.id() + "/open-term",
                        Bodies.step(term.from().isBefore(since) ? since : term.from())
                                .put("term", term.name())
                                .put("lastDay", term.to().toString())));
            }
        }
        return List.copyOf(chain);
    }

    private Command issuing(DocumentEntry entry, String place) {
        documents.put(entry.key(), entry);
        records.learn(key(entry.key()), "basis-documents", null);
        ObjectNode body = document(entry, entry.issuedOn(), inForceFrom(entry)).put("id", documentId(entry.key()));
        return documentCommand(entry.key(), "issue", place, "/basis-documents", body);
    }

    private Command superseding(SupersessionEntry entry, String place) {
        ObjectNode body = Bodies.step(entry.effectiveOn())
                .put("by", documentId(entry.by()))
                .put("reason", entry.reason());
        return documentCommand(entry.document(), "supersede", place, pathOf(entry.document(), "supersede"), body);
    }

    private Command correcting(CorrectionEntry entry, String place) {
        DocumentEntry recorded = known(entry.document());
        if (!recorded.issuedOn().equals(entry.insteadOf().issuedOn())
                || !inForceFrom(recorded).equals(entry.insteadOf().inForceFrom())) {
            throw new IllegalArgumentException("the document was not recorded with the dates to be corrected");
        }
        ObjectNode body = Bodies.step(entry.effectiveOn()).put("corrects", 0).put("reason", entry.reason());
        body.set(
                "replacement",
                document(recorded, entry.itWas().issuedOn(), entry.itWas().inForceFrom())
                        .put("event", "basis-document.issued"));
        return documentCommand(entry.document(), "correct", place, pathOf(entry.document(), "correct"), body);
    }

    private Command documentCommand(String key, String step, String place, String path, ObjectNode body) {
        return new Command(
                place,
                step + " basis document " + known(key).number(),
                requestKey(key(key), step),
                logins.recorderOf(key(PROVINCE)),
                path,
                body);
    }

    private ObjectNode document(DocumentEntry entry, LocalDate issuedOn, LocalDate inForceFrom) {
        return Bodies.document(
                entry,
                issuedOn,
                inForceFrom,
                organisations.one(entry.issuer()).id(),
                entry.carriesOut().stream().map(this::documentId).toList(),
                organisations.one(PROVINCE).id());
    }

    private Stage members(MemberEntry entry, String place) {
        List<List<Command>> chains = new ArrayList<>();
        List<Seat> registered = new ArrayList<>();
        List<Organisation> cells = organisations.entry(entry.oneForEach());
        int count = entry.count() == null ? cells.size() : entry.count();
        for (Organisation cell : cells.subList(0, count)) {
            Organisation post = organisations.postFor(cell);
            int number = next(entry.codes());
            String code = "%s-%03d".formatted(entry.codes(), number);
            String key = key("members/" + code);
            registered.add(new Seat(key, cell, post));
            records.learn(key, "members", cell);
            chains.add(List.of(new Command(
                    place,
                    "register member " + code,
                    requestKey(key, "register"),
                    logins.recorderOf(post.key()),
                    "/members",
                    Bodies.member(
                            Ids.of(key),
                            entry.registeredOn(),
                            code,
                            post.id(),
                            assumptions.people().name(number - 1) + " " + assumptions.illustrativeMark(),
                            assumptions.people().rank(number - 1)))));
        }
        seats.put(entry.key(), List.copyOf(registered));
        return new Stage("members: " + entry.key(), List.copyOf(chains));
    }

    private Stage assignments(AssignmentEntry entry, String place) {
        List<Seat> group = seats.get(entry.members());
        if (group == null) {
            throw new IllegalArgumentException("no members are called " + entry.members() + " further up");
        }
        List<List<Command>> chains = new ArrayList<>();
        for (Seat seat : group) {
            String key = key(entry.key() + "/" + (chains.size() + 1));
            chains.add(assigning(entry, place, seat, key));
            records.learn(key, "cell-assignments", seat.cell());
        }
        return new Stage("cell assignments: " + entry.key(), List.copyOf(chains));
    }

    private List<Command> assigning(AssignmentEntry entry, String place, Seat seat, String key) {
        DaysBefore before = assumptions.daysBeforeAssigned();
        LocalDate day = entry.effectiveOn();
        LocalDate introduced = day.minusDays(before.introduced());
        String post = seat.post().key();
        String commune = String.valueOf(seat.cell().under());
        List<String> bases = entry.bases().stream().map(this::documentId).toList();
        String letter = assumptions.letterNumber().replace(
                "{number}", Integer.toString(next("letters/" + post + "/" + introduced.getYear())));
        ObjectNode select = Bodies.step(day.minusDays(before.selected()))
                .put("id", Ids.of(key))
                .put("member", Ids.of(seat.memberKey()))
                .put("post", seat.post().id())
                .put("commune", Ids.of(commune))
                .put("illustrative", true);
        ObjectNode introduce = Bodies.step(introduced)
                .put("actingBody", assumptions.introducedBy())
                .put("letter", letter)
                .put("letterDate", introduced.toString())
                .put("regime", assumptions.regime())
                .put("votingRight", assumptions.votingRight());
        introduce.putArray("cells").add(seat.cell().id());
        ObjectNode assign = Bodies.step(day).put("cell", seat.cell().id());
        List.of(select, introduce, assign).forEach(body -> Bodies.cite(body, bases));
        return List.of(
                step(place, key, "select", logins.recorderOf(post), select),
                step(place, key, "agree", logins.deciderOf(commune), Bodies.step(day.minusDays(before.agreed()))),
                step(place, key, "introduce", logins.deciderOf(post), introduce),
                step(place, key, "receive", logins.recorderOf(commune), Bodies.step(day.minusDays(before.received()))),
                step(place, key, "assign", logins.deciderOf(commune), assign));
    }

    private static Command step(String place, String key, String step, Login by, ObjectNode body) {
        String path = step.equals("select") ? "" : "/" + Ids.of(key) + "/" + step;
        return new Command(
                place, step + " cell assignment " + key, requestKey(key, step), by, "/cell-assignments" + path, body);
    }

    private Figure figure(ExpectedFigure expected) {
        Scenario.Reading reading = expected.readFrom();
        return new Figure(file.name(), expected, scopes(expected, reading), logins.auditor());
    }

    private List<String> scopes(ExpectedFigure expected, Scenario.@Nullable Reading reading) {
        if (reading != null && reading.document() != null) {
            return List.of(documentId(reading.document()));
        }
        if (reading != null) {
            return List.of(organisations.one(String.valueOf(reading.organisation())).id());
        }
        if (expected.scope().equals("province")) {
            return List.of(organisations.one(PROVINCE).id());
        }
        List<Organisation> group = organisations.group(expected.scope());
        return group.isEmpty()
                ? List.of(references.id(expected.scope(), RecordPlanner.Item.ALONE))
                : group.stream().map(Organisation::id).toList();
    }

    private interface EntryPlanner<T> {
        void plan(T entry, String place);
    }

    private <T> void each(String part, List<T> entries, EntryPlanner<T> planner) {
        for (int i = 0; i < entries.size(); i++) {
            String place = file.place("/" + part + "/" + i);
            try {
                planner.plan(entries.get(i), place);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
            }
        }
    }

    private DocumentEntry known(String documentKey) {
        DocumentEntry entry = documents.get(documentKey);
        if (entry == null) {
            throw new IllegalArgumentException("no basis document is called " + documentKey + " further up");
        }
        return entry;
    }

    private static LocalDate inForceFrom(DocumentEntry entry) {
        LocalDate from = entry.inForceFrom();
        return from == null ? entry.issuedOn() : from;
    }

    private String documentId(String documentKey) {
        known(documentKey);
        return Ids.of(key(documentKey));
    }

    private String pathOf(String documentKey, String step) {
        return "/basis-documents/" + documentId(documentKey) + "/" + step;
    }

    private int next(String series) {
        return lastNumbers.merge(series, 1, Integer::sum);
    }

    private String key(String within) {
        return file.name() + "/" + within;
    }

    private static String requestKey(String key, String step) {
        return "demo." + key.replace('/', '.') + "." + step;
    }
}
