package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.vocabulary.Reason;
import tools.jackson.databind.node.ObjectNode;

/**
 * Corrections and voids of steps of any record, some of them of corrections and voids. The registration of an
 * organisation is left alone, since so much of what is made up rests on it.
 */
final class Amendments {

    private static final double SHARE = 0.05;
    private static final double VOIDS = 0.3;
    private static final Reason WRONG_DAY = new Reason("Ghi sai ngày, sửa theo văn bản gốc");
    private static final Reason RECORDED_TWICE = new Reason("Ghi trùng, huỷ bỏ");

    private final World world;

    Amendments(World world) {
        this.world = world;
    }

    /** Has something of a record amended some time from now, once in a while. */
    void perhapsLater(Life<?, ?> life) {
        if (world.chance(SHARE)) {
            world.later(1, world.chance(0.5) ? 10 : 300, () -> amend(life));
        }
    }

    private void amend(Life<?, ?> life) {
        List<Step<?>> steps = life.timeline.steps();
        Step<?> step = world.chance(0.5) ? steps.get(steps.size() - 1) : world.oneOf(steps);
        if (step.event() instanceof OrganisationEvent.Registered) {
            return;
        }
        Actor author = step.actor();
        LocalDate today = world.today();
        if (step.event() instanceof Amendment || world.chance(VOIDS)) {
            world.take(life, new Amendment.Voided(today, step.sequence(), RECORDED_TWICE, List.of()), author);
            return;
        }
        long head = step.sequence();
        for (Long next = head; next != null; next = life.timeline.amendmentOf(next).orElse(null)) {
            head = next;
        }
        if (life.timeline.steps().get(Math.toIntExact(head)).event() instanceof Amendment.Voided) {
            return;
        }
        RecordEvent wrong = life.timeline.contentAt(step.sequence());
        if (wrong.approval()) {
            return;
        }
        RecordEvent right = onAnotherDay(wrong, wrong.effectiveOn().plusDays(world.between(-6, 3)));
        if (!right.equals(wrong)) {
            String revision = Integer.toString(Catalogue.of(right.getClass()).orElseThrow().revision());
            world.take(life, new Amendment.Corrected(today, head, right, revision, WRONG_DAY, List.of()), author);
        }
    }

    private static RecordEvent onAnotherDay(RecordEvent event, LocalDate day) {
        EventType type = Catalogue.of(event.getClass()).orElseThrow();
        ObjectNode json = EventJson.mapper().valueToTree(event);
        json.put("effectiveOn", day.toString());
        return (RecordEvent) EventJson.mapper().treeToValue(json, type.type());
    }
}
