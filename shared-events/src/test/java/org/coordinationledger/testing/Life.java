package org.coordinationledger.testing;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;

/** The life of one record in a test, step by step, each checked as an aggregate checks it. */
public final class Life<E extends RecordEvent, S> {

    private final Timeline<E, S> timeline;

    private Life(Timeline<E, S> timeline) {
        this.timeline = timeline;
    }

    public static <E extends RecordEvent, S> Life<E, S> of(RecordType<E, S> type) {
        return new Life<>(type.empty());
    }

    public Life<E, S> then(Actor actor, RecordEvent event) {
        return new Life<>(timeline.require(event, actor));
    }

    public Life<E, S> voids(Actor actor, long sequence) {
        return then(actor, new Amendment.Voided(LocalDate.of(2026, 1, 1), sequence, new Reason("nhầm"), List.of()));
    }

    public Life<E, S> corrects(Actor actor, long sequence, RecordEvent replacement) {
        return then(
                actor,
                new Amendment.Corrected(
                        LocalDate.of(2026, 1, 1), sequence, replacement, "1", new Reason("đính chính"), List.of()));
    }

    public Timeline<E, S> timeline() {
        return timeline;
    }

    public S on(String day) {
        return timeline.on(LocalDate.parse(day)).orElseThrow();
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    public static OrganisationId organisation(String id) {
        return new OrganisationId(id);
    }

    public static Actor recorder(String organisation) {
        return new Actor("recorder-of-" + organisation, organisation(organisation), Role.RECORDER);
    }

    public static Actor decider(String organisation) {
        return new Actor("decider-of-" + organisation, organisation(organisation), Role.APPROVER);
    }

    public static Actor administrator() {
        return new Actor("administrator", organisation("centre"), Role.ADMINISTRATOR);
    }
}
