package org.coordinationledger.benchmark.generated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;

/** Sessions of posts in their communes; some lines stand for those of a month. */
final class Outreach {

    private final World world;

    Outreach(World world) {
        this.world = world;
    }

    boolean hold() {
        Post post = world.organisations.anyPost();
        LocalDate day = world.effective();
        boolean several = world.chance(0.3);
        int sessions = several ? world.between(2, 12) : 1;
        OutreachSessionEvent event = new OutreachSessionEvent.Held(
                day,
                several ? day.minusDays(29) : null,
                world.oneOf(List.of(OutreachTopic.values())),
                null,
                post.id(),
                world.organisations.communesOf(post, several ? 3 : 1),
                count(sessions, Quality.EXACT),
                count(sessions * world.between(20, 120), several ? Quality.ABOUT : Quality.EXACT),
                world.documents.bases(post.province(), post.id(), day),
                world.chance(0.01));
        return world.way(OutreachSessionState.TYPE, "", event, post.id()).isPresent();
    }

    private static Quantity count(int count, Quality quality) {
        return new Quantity(BigDecimal.valueOf(count), quality, null);
    }
}
