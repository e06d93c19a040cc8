package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.trail.Finding;
import org.coordinationledger.view.trail.Trail;

/**
 * An approval trail as an answer.
 *
 * @param whole whether all steps, revisions and findings up to the day are told
 */
record ShownTrail(
        String id,
        String resource,
        List<Trail.TrailStep> steps,
        List<Trail.Revision> revisions,
        List<Trail.Difference> differences,
        List<ShownFinding> findings,
        boolean whole,
        long knownAt,
        LocalDate effectiveOn) {

    /**
     * Something that a complete trail would not show.
     *
     * @param step the sequence of the step that it is about
     * @param words what it says in the language asked for
     * @param data what the words are made of
     */
    record ShownFinding(Finding.Code code, long step, String words, Map<String, Object> data) {

        static ShownFinding of(Finding finding, Messages messages, Locale language) {
            return new ShownFinding(
                    finding.code(),
                    finding.step(),
                    messages.text("trail." + finding.code(), language, finding.data()),
                    finding.data());
        }
    }
}
