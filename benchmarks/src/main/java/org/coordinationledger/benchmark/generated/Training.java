package org.coordinationledger.benchmark.generated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.training.event.Participants;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.training.event.TrainingCourseState;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;

/** Courses that the border guard's committee of a province runs with a post. */
final class Training {

    private static final Subject SUBJECT = new Subject("Bồi dưỡng nghiệp vụ công tác đảng ở chi bộ thôn, bản");
    private static final Reason POSTPONED = new Reason("Tập trung nhiệm vụ đột xuất");

    private final World world;

    Training(World world) {
        this.world = world;
    }

    boolean schedule() {
        Post post = world.organisations.anyPost();
        OrganisationId organiser = Organisations.id(Objects.requireNonNull(post.province().borderCommittee));
        LocalDate day = world.effective();
        LocalDate firstDay = world.today().plusDays(world.between(20, 90));
        LocalDate lastDay = firstDay.plusDays(world.between(1, 9));
        TrainingCourseEvent event = new TrainingCourseEvent.Scheduled(
                day, SUBJECT, List.of(organiser, post.id()), firstDay, lastDay,
                world.documents.bases(post.province(), organiser, day), world.chance(0.01));
        return world.way(TrainingCourseState.TYPE, "", event, organiser)
                .map(way -> {
                    if (world.chance(0.15)) {
                        world.later(1, 19, () -> way.step(organiser, on ->
                                new TrainingCourseEvent.Cancelled(on, POSTPONED)));
                    } else {
                        world.at(lastDay.plusDays(world.between(0, 20)), () ->
                                way.stepOn(lastDay, organiser, on -> held(on, firstDay, post)));
                    }
                    return true;
                })
                .orElse(false);
    }

    private TrainingCourseEvent held(LocalDate lastDay, LocalDate firstDay, Post post) {
        List<Participants> participants = world.organisations.communesOf(post, 3).stream()
                .map(from -> new Participants(
                        from, new Quantity(BigDecimal.valueOf(world.between(2, 30)), Quality.EXACT, null)))
                .toList();
        return new TrainingCourseEvent.Held(lastDay, firstDay, participants);
    }
}
