package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;

/** What posts propose to committees of communes and above, and how it is answered. */
final class Proposals {

    private static final Subject SUBJECT = new Subject("Tham mưu củng cố hệ thống chính trị cơ sở vùng biên giới");
    private static final Reason NO_MEANS = new Reason("Chưa cân đối được nguồn lực");
    private static final Reason NOT_NEEDED = new Reason("Nội dung đã được giải quyết");

    private final World world;
    private final Reminders reminders;

    Proposals(World world) {
        this.world = world;
        this.reminders = new Reminders(world);
    }

    boolean make() {
        Post post = world.organisations.anyPost();
        LocalDate day = world.effective();
        OrganisationId commune = world.organisations.anyCommune(post).id();
        OrganisationId to = world.chance(0.6) ? commune : world.organisations.superior(commune, day).orElse(commune);
        return world.way(
                        ProposalState.TYPE,
                        "",
                        new ProposalEvent.Made(
                                day, List.of(post.id()), to, world.oneOf(List.of(ProposalKind.values())), SUBJECT,
                                world.chance(0.7) ? world.number("-TTr/ĐU") : null,
                                world.documents.bases(post.province(), post.id(), day), world.chance(0.01)),
                        post.id())
                .map(way -> {
                    if (world.chance(0.12)) {
                        world.later(3, 60, () -> way.step(post.id(), on ->
                                new ProposalEvent.Withdrawn(on, NOT_NEEDED)));
                    } else {
                        world.later(1, 10, () -> receive(way, post, to));
                    }
                    return true;
                })
                .orElse(false);
    }

    private void receive(Way<ProposalEvent, ProposalState> way, Post post, OrganisationId by) {
        if (way.step(by, ProposalEvent.Received::new)) {
            reminders.watch(way);
            if (world.chance(0.9)) {
                world.later(5, 90, () -> way.step(by, day -> answer(day, post, by)));
            }
        }
    }

    private ProposalEvent answer(LocalDate day, Post post, OrganisationId by) {
        List<BasisDocumentId> documents = world.documents.bases(post.province(), by, day);
        if (world.chance(0.15)) {
            return new ProposalEvent.Answered(day, ProposalOutcome.REFUSED, null, NO_MEANS);
        }
        return documents.isEmpty() || world.chance(0.6)
                ? new ProposalEvent.Answered(day, ProposalOutcome.ACCEPTED, null, null)
                : new ProposalEvent.Answered(day, ProposalOutcome.CARRIED_OUT, documents.get(0), null);
    }
}
