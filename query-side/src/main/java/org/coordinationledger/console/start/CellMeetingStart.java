package org.coordinationledger.console.start;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.briefing.event.BriefingStage;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.api.ListReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.span.Span;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A meeting, opened at its cell: with a line for each member of a post who is assigned to the cell, whose presence is
 * to be told, and the passed briefings of their posts.
 */
@Component
final class CellMeetingStart implements FormStart {

    private static final String POST = "post";

    private final ListReads lists;

    CellMeetingStart(ListReads lists) {
        this.lists = lists;
    }

    @Override
    public String resource() {
        return CellMeetingState.TYPE.resource();
    }

    @Override
    public boolean offeredAt(OrganisationState organisation) {
        return organisation.kind() == OrganisationKind.CELL && organisation.standing();
    }

    @Override
    public ObjectNode content(String cell, Actor actor, Reading.At now) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("cell", cell).put("month", YearMonth.from(now.effectiveOn()).toString());
        List<Span> seats = lists.holding(
                actor, CellAssignmentState.TYPE, and(eq("facts." + FeatureView.OPEN, true), eq("facts.cell", cell)),
                now.point(), now.effectiveOn(), CellMeetingEvent.MOST_ATTENDANCES);
        ArrayNode attendance = content.putArray("attendance");
        TreeSet<String> posts = new TreeSet<>();
        seats.forEach(seat -> {
            attendance.addObject().put("cellAssignment", seat.record());
            posts.addAll(seat.facts().ids(POST));
        });
        ArrayNode briefings = content.putArray("briefings");
        lists.holding(
                        actor, BriefingState.TYPE,
                        and(in("facts." + POST, posts), eq("facts.stage", BriefingStage.PASSED.name())),
                        now.point(), now.effectiveOn(), CellMeetingEvent.MOST_BRIEFINGS)
                .forEach(briefing -> briefings.add(briefing.record()));
        return content;
    }
}
