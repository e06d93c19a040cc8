package org.coordinationledger.command.api;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds what a step says about figures against the ledger: each figure exists, the ledger has come to the position, and
 * there the figure comes to what is said. What a figure came to at a position never changes, so nothing that is recorded
 * between this and the commit can make it wrong.
 */
final class FigureChecks {

    private static final String UNKNOWN_FIGURE = "read/unknown-figure";
    private static final double NEAR = 0.8;
    private static final int MOST_NEAR = 3;

    private final QuerySide querySide;
    private final LedgerReader ledger;
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    FigureChecks(QuerySide querySide, LedgerReader ledger) {
        this.querySide = querySide;
        this.ledger = ledger;
    }

    /** What the step that a command asks for, or puts in the place of another, says about figures. */
    static List<FigureReading> saidBy(RecordCommand command) {
        RecordEvent event = command.event();
        return event instanceof Amendment.Corrected corrected
                ? corrected.replacement().readings()
                : event.readings();
    }

    /**
     * Refuses what is not so.
     *
     * @throws RejectedException with a {@link FigureRejection}, or where the query side cannot be asked
     */
    void require(List<FigureReading> said) {
        if (said.isEmpty()) {
            return;
        }
        long tail = tail(said);
        for (FigureReading reading : said) {
            if (reading.position() > tail) {
                throw new RejectedException(new FigureRejection.BeyondTheLedger(reading.position(), tail));
            }
        }
        said.forEach(this::requireSo);
    }

    /** Another process may have come further than this one has heard. */
    private long tail(List<FigureReading> said) {
        long known = ledger.tail();
        if (said.stream().anyMatch(reading -> reading.position() > known)) {
            ledger.catchUp();
        }
        return ledger.tail();
    }

    private void requireSo(FigureReading said) {
        QuerySide.Answer answer = querySide.toBeRecorded(said);
        JsonNode body = answer.body();
        if (!answer.successful()) {
            throw refused(said, body);
        }
        Quantity number = number(body);
        List<String> texts = texts(body);
        if (!said.cameTo(number, texts)) {
            throw new RejectedException(new FigureRejection.ComesToAnother(
                    said.figure().value(), said.scope(), said.effectiveOn(), said.position(),
                    shown(said.value(), said.texts()), shown(number, texts)));
        }
    }

    private RejectedException refused(FigureReading said, JsonNode problem) {
        String figure = said.figure().value();
        String code = problem.path("type").asString("").replaceFirst("^/problems/", "");
        return switch (code) {
            case "", "unknown-resource", "unauthenticated" -> QuerySide.unreachable();
            case UNKNOWN_FIGURE -> new RejectedException(new FigureRejection.UnknownName(figure, near(figure, problem)));
            default -> new RejectedException(new FigureRejection.NotAskable(figure, said.scope(), code));
        };
    }

    private List<String> near(String figure, JsonNode problem) {
        return problem.path("known").valueStream()
                .map(JsonNode::asString)
                .filter(known -> similarity.apply(figure, known) >= NEAR)
                .sorted(Comparator.comparing((String known) -> similarity.apply(figure, known)).reversed())
                .limit(MOST_NEAR)
                .toList();
    }

    private static @Nullable Quantity number(JsonNode answer) {
        JsonNode value = answer.path("value");
        return value.isNumber()
                ? new Quantity(
                        value.decimalValue(),
                        answer.hasNonNull("quality") ? Quality.valueOf(answer.get("quality").asString()) : Quality.EXACT,
                        null)
                : null;
    }

    private static List<String> texts(JsonNode answer) {
        return answer.path("value").valueStream().map(JsonNode::asString).toList();
    }

    private static String shown(@Nullable Quantity number, List<String> texts) {
        if (number == null) {
            return texts.isEmpty() ? "–" : String.join(", ", texts);
        }
        String value = number.value().toPlainString();
        return number.quality() == Quality.EXACT ? value : value + " (" + number.quality() + ")";
    }
}
