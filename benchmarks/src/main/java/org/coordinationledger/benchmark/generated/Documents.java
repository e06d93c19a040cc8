package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.benchmark.generated.Organisations.Province;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** Documents: some of the centre that stay in force, many of provinces and communes that come and go. */
final class Documents {

    private static final int OF_THE_CENTRE = 12;
    private static final int KEPT_OF_A_PROVINCE = 40;
    private static final Reason NO_LONGER_NEEDED = new Reason("Đã hoàn thành mục đích ban hành");

    private final World world;
    private final List<BasisDocumentId> lasting = new ArrayList<>();
    private final Map<OrganisationId, List<BasisDocumentId>> ofProvinces = new HashMap<>();
    private int issued;
    private int count;

    Documents(World world) {
        this.world = world;
    }

    int count() {
        return count;
    }

    void scheduleFirst() {
        for (int i = 0; i < OF_THE_CENTRE; i++) {
            int year = 2011 + i % 4;
            world.later(2, 2, () -> issue(
                            world.organisations.centre(), List.of(world.organisations.centre()),
                            LocalDate.of(year, 8, 1), null)
                    .ifPresent(lasting::add));
        }
    }

    /** What a step of an organisation of a province rests on, on a day. */
    List<BasisDocumentId> bases(Province province, OrganisationId organisation, LocalDate day) {
        List<BasisDocumentId> bases = new ArrayList<>();
        if (!lasting.isEmpty()) {
            bases.add(world.oneOf(lasting));
        }
        List<BasisDocumentId> near = ofProvinces.getOrDefault(province.id(), List.of());
        if (!near.isEmpty()) {
            bases.add(world.oneOf(near));
        }
        if (bases.isEmpty()) {
            return bases;
        }
        Set<OrganisationId> lines = world.neighbours.atOrAbove(organisation, day);
        bases.removeIf(basis -> world.neighbours.find(BasisDocumentState.TYPE, basis, day)
                .filter(BasisDocumentState::inForce)
                .filter(document -> document.appliesTo().stream().anyMatch(lines::contains))
                .isEmpty());
        return bases;
    }

    boolean issue() {
        Province province = world.oneOf(world.organisations.provinces());
        OrganisationId issuer = world.chance(0.6)
                ? province.id()
                : world.oneOf(province.communes).id();
        LocalDate day = world.today().minusDays(world.between(0, 30));
        LocalDate lastDay = world.chance(0.2) ? day.plusDays(world.between(300, 2_000)) : null;
        Optional<BasisDocumentId> document = issue(issuer, List.of(issuer), day, lastDay);
        document.filter(id -> issuer.equals(province.id())).ifPresent(id -> keep(province, id));
        return document.isPresent();
    }

    private void keep(Province province, BasisDocumentId id) {
        List<BasisDocumentId> kept = ofProvinces.computeIfAbsent(province.id(), p -> new ArrayList<>());
        if (kept.size() >= KEPT_OF_A_PROVINCE) {
            kept.set(world.between(0, KEPT_OF_A_PROVINCE - 1), id);
        } else {
            kept.add(id);
        }
    }

    private Optional<BasisDocumentId> issue(
            OrganisationId issuer, List<OrganisationId> appliesTo, LocalDate day, @Nullable LocalDate lastDay) {
        boolean party = world.chance(0.7) && world.organisations.find(issuer)
                .flatMap(life -> life.on(day))
                .flatMap(state -> state.termOn(day))
                .isPresent();
        DocumentKind kind = world.oneOf(List.of(DocumentKind.values()));
        issued++;
        BasisDocumentEvent.Issued event = new BasisDocumentEvent.Issued(
                day,
                new DocumentNumber(issued + (party ? "-QĐ/TU" : "/QĐ-UBND")),
                kind,
                party ? Series.PARTY_TERM : Series.STATE_YEAR,
                issuer,
                party ? Body.STANDING_COMMITTEE : null,
                List.of(),
                day,
                new Subject("Về công tác phối hợp giữa đảng ủy đồn biên phòng và đảng ủy xã, văn bản thứ " + issued),
                world.chance(0.1),
                List.of(),
                appliesTo,
                lastDay,
                world.chance(0.02));
        Optional<Life<BasisDocumentEvent, BasisDocumentState>> life =
                world.begin(BasisDocumentState.TYPE, "", event, world.actor(issuer, Competence.RECORD));
        life.ifPresent(document -> {
            count++;
            if (!issuer.equals(world.organisations.centre())) {
                scheduleEnd(document, issuer, day);
            }
        });
        return life.map(document -> new BasisDocumentId(document.id));
    }

    private void scheduleEnd(
            Life<BasisDocumentEvent, BasisDocumentState> document, OrganisationId issuer, LocalDate issuedOn) {
        if (!world.chance(0.7)) {
            return;
        }
        world.later(60, 1_500, () -> {
            LocalDate day = world.effective(issuedOn.plusDays(30));
            int manner = world.between(1, 10);
            BasisDocumentEvent event = switch (manner) {
                case 1, 2 -> new BasisDocumentEvent.Expired(day, NO_LONGER_NEEDED);
                case 3, 4 -> new BasisDocumentEvent.Revoked(day, null, NO_LONGER_NEEDED);
                default -> {
                    BasisDocumentId by = issue(issuer, List.of(issuer), day, null).orElse(null);
                    yield by == null
                            ? new BasisDocumentEvent.Expired(day, NO_LONGER_NEEDED)
                            : manner <= 6
                                    ? new BasisDocumentEvent.Amended(day, by, null)
                                    : new BasisDocumentEvent.Superseded(day, by, null);
                }
            };
            world.take(document, event, world.actor(issuer, Competence.RECORD));
        });
    }
}
