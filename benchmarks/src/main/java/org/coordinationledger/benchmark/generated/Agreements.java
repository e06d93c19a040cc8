package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AnnualContents;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.benchmark.generated.Organisations.Post;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.WitnessKey;
import org.jspecify.annotations.Nullable;

/** Agreements of a post with one or two of its communes, from the draft to their end. */
final class Agreements {

    private static final Subject SUBJECT = new Subject("Quy chế phối hợp giữa đảng ủy đồn biên phòng và đảng ủy xã");
    private static final Reason NOT_YET = new Reason("Đề nghị bổ sung trách nhiệm của các bên");
    private static final Reason NEW_TASKS = new Reason("Bổ sung nhiệm vụ mới");
    private static final Reason OVER = new Reason("Các bên thống nhất chấm dứt");
    private static final PersonInCharge DEPUTY = new PersonInCharge("Phó bí thư thường trực");
    private static final WitnessKey WITNESS =
            new WitnessKey("witness.example/w1+7e136b5c+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
    private static final List<ContentItem> ITEMS = List.of(
            new ContentItem("Xây dựng tổ chức cơ sở đảng"), new ContentItem("Tuần tra, bảo vệ đường biên, cột mốc"),
            new ContentItem("Tuyên truyền, phổ biến pháp luật"), new ContentItem("Giúp nhân dân phát triển kinh tế"),
            new ContentItem("Trao đổi thông tin hằng tháng"), new ContentItem("Phòng, chống tội phạm và ma túy"));

    private final World world;
    private final List<Pact> concluded = new ArrayList<>();

    /** An agreement with its parties, of which the post is the first and leads, and the text before them. */
    static final class Pact {
        final Way<AgreementEvent, AgreementState> way;
        final Post post;
        final List<OrganisationId> parties;
        private final @Nullable Pact replaces;
        private TextDigest text;

        private Pact(
                Way<AgreementEvent, AgreementState> way, Post post, List<OrganisationId> parties,
                @Nullable Pact replaces, TextDigest text) {
            this.way = way;
            this.post = post;
            this.parties = parties;
            this.replaces = replaces;
            this.text = text;
        }

        AgreementId id() {
            return new AgreementId(way.id());
        }

        boolean inForceOn(LocalDate day) {
            return way.on(day).filter(AgreementState::inForce).isPresent();
        }

        private boolean lead(Function<LocalDate, AgreementEvent> made) {
            return way.step(parties.get(0), made);
        }

        private int revisions() {
            return way.state().map(AgreementState::revisions).orElse(0);
        }
    }

    Agreements(World world) {
        this.world = world;
    }

    /** An agreement in force today, or empty if none was found. */
    Optional<Pact> anyInForce() {
        return world.find(concluded, pact -> pact.inForceOn(world.today()));
    }

    boolean draft() {
        return draft(world.organisations.anyPost(), null);
    }

    private boolean draft(Post post, @Nullable Pact replaces) {
        List<OrganisationId> parties = new ArrayList<>(List.of(post.id()));
        parties.addAll(world.organisations.communesOf(post, world.chance(0.3) ? 2 : 1));
        LocalDate day = world.effective();
        TextDigest text = world.text();
        LocalDate firstDay = day.plusDays(world.between(10, 60));
        LocalDate lastDay = world.chance(0.6) ? firstDay.plusYears(world.between(2, 5)).minusDays(1) : null;
        Optional<Pact> pact = world.way(
                        AgreementState.TYPE,
                        "",
                        new AgreementEvent.Drafted(
                                day, world.oneOf(List.of(AgreementKind.values())), SUBJECT, post.id(), parties, text,
                                firstDay, lastDay, null, world.documents.bases(post.province(), post.id(), day),
                                world.chance(0.01)),
                        post.id())
                .map(way -> new Pact(way, post, parties, replaces, text));
        pact.ifPresent(drafted -> world.later(3, 20, () -> {
            if (world.chance(0.15)) {
                revise(drafted);
            } else {
                propose(drafted);
            }
        }));
        return pact.isPresent();
    }

    private void revise(Pact pact) {
        AgreementState state = pact.way.state().orElse(null);
        TextDigest text = world.text();
        if (state != null && pact.lead(day -> new AgreementEvent.Revised(
                day, text, state.firstDay(), state.lastDay()))) {
            pact.text = text;
            world.later(2, 15, () -> propose(pact));
        }
    }

    private void propose(Pact pact) {
        if (pact.lead(AgreementEvent.Proposed::new)) {
            world.later(2, 15, () -> sign(pact, 0));
        }
    }

    /** The parties sign one after the other, the draft or an amendment. */
    private void sign(Pact pact, int party) {
        int revision = pact.revisions();
        boolean amendment = concluded.contains(pact);
        if (party > 0 && world.chance(0.15)) {
            boolean declined = pact.way.step(pact.parties.get(party), day ->
                    new AgreementEvent.Declined(day, revision, NOT_YET));
            if (declined && !amendment) {
                world.later(5, 30, () -> revise(pact));
            }
        } else if (pact.way.step(pact.parties.get(party), day ->
                new AgreementEvent.Signed(day, revision, pact.text))) {
            if (party + 1 < pact.parties.size()) {
                world.later(1, 10, () -> sign(pact, party + 1));
            } else if (!amendment) {
                conclude(pact);
            }
        }
    }

    private void conclude(Pact pact) {
        concluded.add(pact);
        LocalDate inForce = pact.way.state().orElseThrow().firstDay();
        world.later(1, 5, () -> pact.lead(day -> new AgreementEvent.NumberAssigned(day, world.number("-QC/PH"))));
        pact.parties.forEach(party -> world.later(6, 20, () ->
                pact.way.step(party, day -> new AgreementEvent.PersonInChargeNamed(day, DEPUTY))));
        world.later(20, 60, () -> pact.lead(day -> new AgreementEvent.WitnessNamed(day, WITNESS)));
        world.at(inForce.plusDays(world.between(20, 60)), () -> proposeContents(pact));
        if (world.chance(0.25)) {
            world.at(inForce.plusDays(world.between(100, 400)), () -> amend(pact));
        }
        world.at(inForce.plusDays(world.between(200, 1_200)), () -> end(pact));
        Pact before = pact.replaces;
        if (before != null) {
            world.at(inForce.plusDays(1), () -> {
                if (before.inForceOn(world.today()) && pact.inForceOn(world.today())) {
                    before.way.stepOn(world.today(), before.parties.get(0), day ->
                            new AgreementEvent.Replaced(day, pact.id(), NEW_TASKS));
                }
            });
        }
    }

    private void proposeContents(Pact pact) {
        if (!pact.inForceOn(world.today())) {
            return;
        }
        ContentPeriod period = new ContentPeriod(Integer.toString(world.today().getYear()));
        List<ContentItem> items = world.some(ITEMS, ITEMS.size());
        if (pact.way.stepOn(world.today(), world.oneOf(pact.parties), day ->
                new AgreementEvent.AnnualContentsProposed(day, period, items))) {
            TextDigest contents = AnnualContents.digestOf(period, items);
            world.later(1, 10, () -> agree(pact, period, contents, 0));
        }
        world.later(366, 380, () -> proposeContents(pact));
    }

    private void agree(Pact pact, ContentPeriod period, TextDigest contents, int party) {
        if (pact.way.step(pact.parties.get(party), day ->
                        new AgreementEvent.AnnualContentsAgreed(day, period, contents))
                && party + 1 < pact.parties.size()) {
            world.later(1, 10, () -> agree(pact, period, contents, party + 1));
        }
    }

    private void amend(Pact pact) {
        TextDigest text = world.text();
        if (pact.inForceOn(world.today()) && pact.way.stepOn(world.today(), pact.parties.get(0), day ->
                new AgreementEvent.AmendmentProposed(day, text, NEW_TASKS, List.of()))) {
            pact.text = text;
            world.later(2, 15, () -> sign(pact, 0));
        }
    }

    private void end(Pact pact) {
        LocalDate today = world.today();
        OrganisationId lead = pact.parties.get(0);
        if (!pact.inForceOn(today)) {
            return;
        }
        if (world.chance(0.35)) {
            draft(pact.post, pact);
            return;
        }
        List<BasisDocumentId> bases = world.documents.bases(pact.post.province(), lead, today);
        pact.way.stepOn(today, lead, day -> bases.isEmpty() || world.chance(0.5)
                ? new AgreementEvent.Lapsed(day, OVER, bases)
                : new AgreementEvent.JointlyEnded(day, OVER, bases));
    }
}
