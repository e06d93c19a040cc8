package org.coordinationledger.view.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coordinationledger.view.export.Document;
import org.coordinationledger.view.export.Table.Note;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.trail.TextDifferences;
import org.coordinationledger.view.trail.Trail;
import org.jspecify.annotations.Nullable;

/** An approval trail for people: first what is found, then each step, then the texts and how they differ. */
final class TrailSections {

    private final Words words;

    TrailSections(Words words) {
        this.words = words;
    }

    List<Document.Section> of(Trail trail) {
        List<Document.Section> sections = new ArrayList<>();
        sections.add(findings(trail));
        trail.steps().forEach(step -> sections.add(section(step)));
        trail.revisions().forEach(revision -> sections.add(section(revision)));
        trail.differences().forEach(difference -> sections.add(section(difference)));
        return sections;
    }

    private Document.Section findings(Trail trail) {
        List<Note> lines = new ArrayList<>();
        trail.findings().forEach(finding -> lines.add(new Note(
                words.text("trail.step", Map.of("sequence", finding.step())),
                words.messages().text("trail." + finding.code(), words.language(), finding.data()))));
        if (lines.isEmpty()) {
            add(lines, "findings", words.text("trail.nothing-found"));
        }
        if (!trail.whole()) {
            add(lines, "findings", words.text("trail.cut"));
        }
        return new Document.Section(words.text("trail.findings"), lines);
    }

    private Document.Section section(Trail.TrailStep step) {
        List<Note> lines = new ArrayList<>();
        add(lines, "status", words.word(step.status())
                + (step.refusal() == null ? "" : ": " + words.word("problem", step.refusal() + ".title")));
        add(lines, "effectiveOn", step.effectiveOn());
        add(lines, "recordedAt", step.recordedAt());
        add(lines, "position", step.position());
        add(lines, "organisation", named(step.organisation()));
        add(lines, "body", step.body() == null ? null : words.word(step.body()));
        add(lines, "person", step.person() + " (" + words.word(step.role()) + ")");
        add(lines, "entitled", step.entitled() == null ? null : words.text(step.entitled() ? "yes" : "no"));
        add(lines, "document", step.document());
        Trail.NamedText text = step.text();
        add(lines, "text", text == null ? null : text.digest());
        add(lines, "revision", text == null ? null : text.revision());
        add(lines, "bases", step.bases().stream().map(this::basis).collect(Collectors.joining("\n")));
        add(lines, "daysSinceStepBefore", step.daysSinceStepBefore());
        add(lines, "daysToRecording", step.daysToRecording());
        add(lines, "amendedBy", step.amendedBy().stream()
                .filter(Trail.AmendedBy::counts)
                .map(a -> words.word("event", a.event()) + " (" + a.sequence() + "): " + a.reason())
                .collect(Collectors.joining("\n")));
        return new Document.Section(
                words.text("history.section", Map.of(
                        "sequence", step.sequence(), "step", words.word("event", step.event()))),
                lines);
    }

    private Document.Section section(Trail.Revision revision) {
        List<Note> lines = new ArrayList<>();
        add(lines, "text", revision.digest());
        add(lines, "bytes", revision.bytes());
        add(lines, "writtenBy", doings(revision.writtenBy()));
        add(lines, "submittedBy", doings(revision.submittedBy()));
        add(lines, "approvedBy", doings(revision.approvedBy()));
        return new Document.Section(
                words.text("trail.text-section", Map.of("revision", revision.revision())), lines);
    }

    private Document.Section section(Trail.Difference difference) {
        List<Note> lines = new ArrayList<>();
        add(lines, "outcome", words.word(difference.outcome()));
        difference.lines().forEach(line -> lines.add(new Note(
                (line.before() == null ? "" : line.before() + " ") + "→" + (line.after() == null ? "" : " " + line.after()),
                line.parts().stream().map(TrailSections::marked).collect(Collectors.joining()))));
        return new Document.Section(
                words.text("trail.difference-section", Map.of("from", difference.from(), "to", difference.to())), lines);
    }

    private String basis(Trail.CitedBasis basis) {
        String number = basis.number() == null ? basis.id() : basis.number();
        return basis.inForceWhenRecorded() && basis.inForce()
                ? number
                : words.text("trail.not-in-force", Map.of("number", number));
    }

    private String doings(List<Trail.Doing> doings) {
        return doings.stream()
                .map(d -> d.person() + " [" + d.organisation() + "], " + words.word("event", d.event()) + ", "
                        + d.effectiveOn())
                .collect(Collectors.joining("\n"));
    }

    private static String named(Trail.Organisation organisation) {
        return organisation.name() == null
                ? organisation.id()
                : organisation.name() + " [" + organisation.id() + "]";
    }

    /** What was taken away stands in brackets after a minus, what was added after a plus. */
    private static String marked(TextDifferences.Part part) {
        return switch (part.change()) {
            case SAME -> part.text();
            case REMOVED -> "[−" + part.text() + "]";
            case ADDED -> "[+" + part.text() + "]";
        };
    }

    private void add(List<Note> lines, String key, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            lines.add(new Note(words.text("trail." + key), value));
        }
    }
}
