package org.coordinationledger.evidence;

import java.util.List;

/** A record's steps in words, the same for the terminal and for a page. */
public final class StepLines {

    /** One line of a step. */
    public record Line(String label, String value) {}

    /** A step. */
    public record Section(String title, List<Line> lines) {}

    private final EvidenceWords words;
    private final OrganisationNames names;

    /** @param names what organisations are called beside their ids */
    public StepLines(EvidenceWords words, OrganisationNames names) {
        this.words = words;
        this.names = names;
    }

    /** @param entries all of the record, in order */
    public List<Section> of(List<StoredEntry> entries) {
        return RecordHistory.of(entries)
                .map(history -> history.steps().stream()
                        .map(told -> new StepTelling(
                                        words, names, history.resource(), told.step().event().effectiveOn())
                                .section(told))
                        .toList())
                .orElseGet(() -> entries.stream().map(this::bare).toList());
    }

    private Section bare(StoredEntry entry) {
        EntryHead head = entry.head();
        return new Section(StepTelling.title(words, head), List.of(
                line("recorded-at", head.recordedAt()), line("position", head.position()), line("content", entry.payload())));
    }

    private Line line(String key, Object value) {
        return new Line(words.text("step." + key), value.toString());
    }
}
