package org.coordinationledger.console.start;

import java.time.LocalDate;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.view.api.ReviewFigureReads;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The freezing of a review's figures: with where the ledger is now, and the figures of the convener on the last day of
 * the period that is reviewed, as they are there. Figures that stand at nothing are left to people.
 */
@Component
final class ReviewFiguresStart implements StepStart {

    private final ReviewFigureReads reads;

    ReviewFiguresStart(ReviewFigureReads reads) {
        this.reads = reads;
    }

    @Override
    public String resource() {
        return ReviewState.TYPE.resource();
    }

    @Override
    public String step() {
        return "freeze-figures";
    }

    @Override
    public ObjectNode content(String id, Actor actor, Reading.At now) {
        ReviewEvent.Convened convened =
                reads.review(actor, id, now.point(), now.effectiveOn()).convened();
        LocalDate day = convened.lastDay().isBefore(now.effectiveOn()) ? convened.lastDay() : now.effectiveOn();
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("position", now.point().knownAt());
        ArrayNode figures = content.putArray("figures");
        reads.toFreeze(convened.convener().value(), now.point(), day, ReviewEvent.MOST_FIGURES)
                .forEach(figure -> figures.add(EventJson.mapper().<ObjectNode>valueToTree(figure)));
        return content;
    }
}
