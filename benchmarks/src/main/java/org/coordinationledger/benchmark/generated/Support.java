package org.coordinationledger.benchmark.generated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;

/** Support that posts give to their communes, at once or as promised. */
final class Support {

    private static final Name PARTNER = new Name("Doanh nghiệp kết nghĩa");
    private static final Reason NO_MEANS = new Reason("Không bố trí được kinh phí");
    private static final long MILLION = 1_000_000;

    private final World world;

    Support(World world) {
        this.world = world;
    }

    boolean giveOrPromise() {
        Post post = world.organisations.anyPost();
        LocalDate day = world.effective();
        SupportKind kind = world.oneOf(List.of(SupportKind.values()));
        Unit unit = unit(kind);
        List<OrganisationId> recipients = world.organisations.communesOf(post, 2);
        boolean perYear = unit == null && world.chance(0.1);
        Name partner = world.chance(0.2) ? PARTNER : null;
        List<BasisDocumentId> bases = world.documents.bases(post.province(), post.id(), day);
        boolean promised = world.chance(0.5);
        SupportActivityEvent event = promised
                ? new SupportActivityEvent.Promised(
                        day, kind, post.id(), recipients, extent(unit), unit, perYear, partner, bases,
                        world.chance(0.01))
                : new SupportActivityEvent.Given(
                        day, kind, post.id(), recipients, extent(unit), unit, perYear, partner, bases,
                        world.chance(0.01));
        return world.way(SupportActivityState.TYPE, "", event, post.id())
                .map(way -> {
                    if (promised) {
                        world.later(20, 200, () -> keep(way, post.id(), unit));
                    }
                    return true;
                })
                .orElse(false);
    }

    private void keep(
            Way<SupportActivityEvent, SupportActivityState> way, OrganisationId giver, @Nullable Unit unit) {
        if (world.chance(0.25)) {
            if (way.state().filter(state -> state.given() == null).isPresent()) {
                way.step(giver, day -> new SupportActivityEvent.PromiseWithdrawn(day, NO_MEANS));
            }
        } else if (way.step(giver, day -> new SupportActivityEvent.PromiseKept(day, extent(unit)))
                && world.chance(0.4)) {
            world.later(30, 300, () -> keep(way, giver, unit));
        }
    }

    /** Houses and gifts are counted; all else is a sum. */
    private static @Nullable Unit unit(SupportKind kind) {
        return switch (kind) {
            case HOUSE -> new Unit("căn nhà");
            case GIFTS -> new Unit("suất quà");
            default -> null;
        };
    }

    private Extent extent(@Nullable Unit unit) {
        Quantity sum = new Quantity(BigDecimal.valueOf(world.between(5, 300) * MILLION), Quality.EXACT, null);
        return new Extent(sum, unit == null
                ? null
                : new Quantity(BigDecimal.valueOf(world.between(1, 50)), Quality.EXACT, null));
    }
}
