package org.coordinationledger.benchmark.generated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.benchmark.generated.Agreements.Pact;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.benchmark.generated.Programmes.Programme;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;

/** Reviews of agreements and programmes, with the figures that they rest on and what has to follow. */
final class Reviews {

    private static final List<FigureName> FIGURES = List.of(
            new FigureName("openCellAssignments"), new FigureName("cells"), new FigureName("districts"));
    private static final Subject WELL_DONE = new Subject("Các nội dung phối hợp được triển khai nghiêm túc");
    private static final Subject MORE_TO_DO = new Subject("Tiếp tục duy trì chế độ giao ban và trao đổi thông tin");

    private final World world;

    private record Review(
            Way<ReviewEvent, ReviewState> way, OrganisationId convener, List<OrganisationId> invited) {}

    Reviews(World world) {
        this.world = world;
    }

    /** False if there is nothing to review. */
    boolean convene() {
        if (world.chance(0.6)) {
            Optional<Pact> pact = world.agreements.anyInForce();
            return pact.isPresent() && convene(
                    pact.get().post, pact.get().parties.get(0), new RecordReference("agreements", pact.get().way.id()),
                    pact.get().way.last(), pact.get().parties);
        }
        Optional<Programme> programme = world.programmes.any();
        return programme.isPresent() && convene(
                programme.get().near(), programme.get().of(),
                new RecordReference("programmes", programme.get().way().id()), programme.get().way().last(),
                List.of(programme.get().of(), programme.get().near().id()));
    }

    private boolean convene(
            Post post, OrganisationId convener, RecordReference reviewed, LocalDate since,
            List<OrganisationId> invited) {
        LocalDate day = world.effective(since);
        List<OrganisationId> standing = standing(invited, day);
        if (!standing.contains(convener)) {
            return false;
        }
        OrganisationId above = world.chance(0.2) ? world.organisations.superior(convener, day).orElse(null) : null;
        Optional<Review> review = world.way(
                        ReviewState.TYPE,
                        "",
                        new ReviewEvent.Convened(
                                day, convener, world.oneOf(List.of(ReviewKind.values())), reviewed,
                                day.minusYears(1), day.minusDays(1), above, null, standing,
                                world.documents.bases(post.province(), convener, day), world.chance(0.01)),
                        convener)
                .map(way -> new Review(way, convener, standing));
        review.ifPresent(convened -> world.later(5, 30, () -> attend(convened)));
        return review.isPresent();
    }

    private void attend(Review review) {
        if (review.way().step(review.convener(), day -> new ReviewEvent.AttendanceRecorded(
                day, standing(review.invited(), day)))) {
            world.later(1, 10, () -> freeze(review));
        }
    }

    /** Figures are read at the position that the ledger had come to the evening before. */
    private void freeze(Review review) {
        if (review.way().step(review.convener(), day -> new ReviewEvent.FiguresFrozen(
                day, world.knownPosition(), world.some(FIGURES, 3).stream()
                        .map(figure -> new FrozenFigure(
                                figure, review.convener().value(), day, null,
                                new Quantity(BigDecimal.valueOf(world.between(0, 90)), Quality.EXACT, null), List.of()))
                        .toList()))) {
            world.later(1, 15, () -> assess(review));
        }
    }

    private void assess(Review review) {
        if (review.way().step(review.convener(), day -> new ReviewEvent.Assessed(
                        day, world.oneOf(List.of(AssessmentLevel.values())), WELL_DONE))
                && world.chance(0.7)) {
            world.later(1, 20, () -> direct(review));
        }
    }

    private void direct(Review review) {
        List<FollowUp> followUps = new ArrayList<>();
        standing(review.invited(), world.today()).forEach(who -> followUps.add(new FollowUp(
                new PartKey("viec-" + (followUps.size() + 1)), MORE_TO_DO, who,
                world.chance(0.8) ? world.today().plusDays(world.between(30, 200)) : null)));
        if (!followUps.isEmpty() && review.way().stepOn(world.today(), review.convener(), day ->
                new ReviewEvent.Directed(day, followUps, List.of()))) {
            followUps.forEach(followUp -> {
                if (world.chance(0.75)) {
                    world.later(20, 250, () -> review.way().step(followUp.who(), day ->
                            new ReviewEvent.FollowUpDone(day, followUp.key(), followUp.who(), null)));
                }
            });
        }
    }

    private List<OrganisationId> standing(List<OrganisationId> organisations, LocalDate day) {
        return organisations.stream()
                .distinct()
                .filter(organisation -> world.organisations.stands(organisation, day))
                .toList();
    }
}
