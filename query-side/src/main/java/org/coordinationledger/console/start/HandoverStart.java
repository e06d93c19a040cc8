package org.coordinationledger.console.start;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverOutcome;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.api.ListReads;
import org.coordinationledger.view.declaration.FeatureViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A handover, opened at the dissolved organisation: with all records that it left unfinished, as many as one decision
 * holds, each to be inherited by whoever acts. Lines are changed or emptied before it is recorded.
 */
@Component
final class HandoverStart implements FormStart {

    private final ListReads lists;
    private final FeatureViews views;

    HandoverStart(ListReads lists, FeatureViews views) {
        this.lists = lists;
        this.views = views;
    }

    @Override
    public String resource() {
        return HandoverState.TYPE.resource();
    }

    @Override
    public boolean offeredAt(OrganisationState organisation) {
        return !organisation.standing();
    }

    @Override
    public ObjectNode content(String dissolved, Actor actor, Reading.At now) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("from", dissolved);
        ArrayNode items = content.putArray("items");
        lists.leftOpen(actor, dissolved, now.point(), now.effectiveOn(), HandoverEvent.MOST_ITEMS)
                .forEach(span -> {
                    ObjectNode item = items.addObject();
                    item.putObject("record")
                            .put("resource", views.ofType(span.kind()).orElseThrow().resource())
                            .put("id", span.record());
                    item.put("outcome", HandoverOutcome.INHERITED.name()).put("by", actor.organisation().value());
                });
        return content;
    }
}
