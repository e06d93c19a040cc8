package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.actor.Body;
import org.coordinationledger.benchmark.generated.Organisations.Commune;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** Briefings that posts write for the cells of their communes, from the draft to its deliveries. */
final class Briefings {

    private static final Subject SITUATION = new Subject("Thông báo tình hình địa bàn biên giới");
    private static final Reason UNCLEAR = new Reason("Đề nghị làm rõ số liệu");
    private static final Reason NOT_FOR_CELLS = new Reason("Nội dung không phù hợp để phổ biến");
    private static final Reason OUT_OF_DATE = new Reason("Nội dung không còn phù hợp");

    private final World world;
    private final Map<OrganisationId, Draft> passed = new HashMap<>();

    /** A briefing with its latest text. */
    static final class Draft {
        final Way<BriefingEvent, BriefingState> way;
        private final Post post;
        private TextDigest text;
        private int revision = 1;

        private Draft(Way<BriefingEvent, BriefingState> way, Post post, TextDigest text) {
            this.way = way;
            this.post = post;
            this.text = text;
        }

        private boolean step(Function<LocalDate, BriefingEvent> made) {
            return way.step(post.id(), made);
        }
    }

    Briefings(World world) {
        this.world = world;
    }

    boolean draft() {
        Post post = world.organisations.anyPost();
        LocalDate day = world.effective();
        TextDigest text = world.text();
        BriefingEvent drafted = new BriefingEvent.Drafted(
                day, post.id(), SITUATION, world.oneOf(List.of(BriefingTopic.values())), Classification.ORDINARY, text,
                world.documents.bases(post.province(), post.id(), day), world.chance(0.01));
        Optional<Draft> draft =
                world.way(BriefingState.TYPE, "", drafted, post.id()).map(way -> new Draft(way, post, text));
        draft.ifPresent(begun -> world.later(1, 6, () -> submit(begun)));
        return draft.isPresent();
    }

    private void submit(Draft draft) {
        if (draft.step(day -> new BriefingEvent.Submitted(day, draft.revision))) {
            world.later(1, 8, () -> examine(draft));
        }
    }

    private void examine(Draft draft) {
        OrganisationId post = draft.post.id();
        Body body = world.chance(0.7) ? Body.COMMITTEE : Body.COMMAND;
        int outcome = world.between(1, 20);
        if (outcome <= 14) {
            if (draft.way.step(post, body, day -> new BriefingEvent.Passed(
                    day, draft.revision, draft.text, world.documents.bases(draft.post.province(), post, day)))) {
                pass(draft);
            }
        } else if (outcome <= 18) {
            if (draft.way.step(post, body, day -> new BriefingEvent.Returned(day, UNCLEAR))) {
                world.later(1, 10, () -> revise(draft));
            }
        } else {
            draft.way.step(post, body, day -> new BriefingEvent.Rejected(day, NOT_FOR_CELLS));
        }
    }

    private void revise(Draft draft) {
        TextDigest text = world.text();
        if (draft.step(day -> new BriefingEvent.Revised(day, draft.revision + 1, text))) {
            draft.text = text;
            draft.revision++;
            world.later(1, 6, () -> submit(draft));
        }
    }

    private void pass(Draft draft) {
        passed.put(draft.post.id(), draft);
        for (int i = world.between(0, 4); i > 0; i--) {
            world.later(1, 60, () -> deliver(draft));
        }
        if (world.chance(0.25)) {
            world.later(61, 300, () -> draft.step(day -> new BriefingEvent.Withdrawn(day, OUT_OF_DATE)));
        } else if (world.chance(0.1)) {
            world.later(61, 200, () -> revise(draft));
        }
    }

    private void deliver(Draft draft) {
        Commune commune = world.organisations.anyCommune(draft.post);
        List<OrganisationId> cells = world.organisations.cellsOf(commune, world.today());
        if (!cells.isEmpty()) {
            OrganisationId cell = world.oneOf(cells);
            LocalDate day = world.effective(draft.way.last());
            if (ready(draft, cell, day)) {
                deliver(draft, day, cell, null);
            }
        }
    }

    /** A post's latest briefing, if it may be delivered to a cell on a day. */
    Optional<Draft> readyFor(Post post, OrganisationId cell, LocalDate day) {
        return Optional.ofNullable(passed.get(post.id())).filter(draft -> ready(draft, cell, day));
    }

    private boolean ready(Draft draft, OrganisationId cell, LocalDate day) {
        return draft.way.on(day).filter(BriefingState::deliverable).isPresent()
                && world.organisations.superior(cell, day)
                        .filter(commune -> draft.post.life().on(day)
                                .filter(state -> state.covers().contains(commune))
                                .isPresent())
                        .isPresent();
    }

    void deliver(Draft draft, LocalDate day, OrganisationId cell, @Nullable CellMeetingId meeting) {
        Audience audience = meeting != null || world.chance(0.6) ? Audience.CELL : Audience.CELL_COMMITTEE;
        draft.way.stepOn(day, draft.post.id(), on ->
                new BriefingEvent.Delivered(on, cell, audience, draft.text, meeting));
    }
}
