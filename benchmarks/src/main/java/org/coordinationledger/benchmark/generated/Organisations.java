package org.coordinationledger.benchmark.generated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.organisation.event.Border;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationEvent.Manner;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The tree: the centre, provinces with their districts, communes, cells, border posts and what belongs to a post; and
 * the reorganisation of 2025, in which all districts, many communes and some provinces were dissolved.
 */
final class Organisations {

    /** Keeps the register before the centre is registered, and grants mandates. */
    static final OrganisationId ADMINISTRATION = new OrganisationId("administration-of-the-ledger");

    private static final LocalDate FOUNDED = LocalDate.of(2004, 1, 1);
    private static final LocalDate COMMANDS_MOVED = LocalDate.of(2025, 3, 1);
    static final LocalDate REORGANISED = LocalDate.of(2025, 7, 1);
    private static final Reason REORGANISATION = new Reason("Sắp xếp đơn vị hành chính hai cấp");
    private static final int COMMUNES_OF_DISTRICT = 9;
    private static final int COMMUNES_OF_POST = 5;

    private final World world;
    private final Map<OrganisationId, Life<OrganisationEvent, OrganisationState>> all = new HashMap<>();
    private final List<Province> provinces = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private Life<OrganisationEvent, OrganisationState> centre;
    private Life<OrganisationEvent, OrganisationState> borderGuard;
    private int provincesComplete;

    /** A province with all that was registered in it. */
    static final class Province {
        final Life<OrganisationEvent, OrganisationState> committee;
        final List<Life<OrganisationEvent, OrganisationState>> districts = new ArrayList<>();
        final List<Commune> communes = new ArrayList<>();
        final List<Post> posts = new ArrayList<>();
        @Nullable Life<OrganisationEvent, OrganisationState> borderCommittee;

        Province(Life<OrganisationEvent, OrganisationState> committee) {
            this.committee = committee;
        }

        OrganisationId id() {
            return Organisations.id(committee);
        }
    }

    /** A commune committee with its cells. */
    record Commune(Life<OrganisationEvent, OrganisationState> life, List<OrganisationId> cells) {
        OrganisationId id() {
            return Organisations.id(life);
        }
    }

    /** A border post with the communes that it covers. */
    record Post(Province province, Life<OrganisationEvent, OrganisationState> life, List<Commune> communes) {
        OrganisationId id() {
            return Organisations.id(life);
        }
    }

    Organisations(World world) {
        this.world = world;
    }

    static OrganisationId id(Life<OrganisationEvent, OrganisationState> life) {
        return new OrganisationId(life.id);
    }

    Optional<Life<OrganisationEvent, OrganisationState>> find(OrganisationId id) {
        return Optional.ofNullable(all.get(id));
    }

    boolean stands(OrganisationId id, LocalDate day) {
        return find(id).flatMap(life -> life.on(day)).filter(OrganisationState::standing).isPresent();
    }

    /** Under which an organisation stands on a day along the party's line. */
    Optional<OrganisationId> superior(OrganisationId id, LocalDate day) {
        return find(id).flatMap(life -> life.on(day)).flatMap(state -> state.superior(Line.PARTY));
    }

    /** A post that stands today. */
    Post anyPost() {
        while (true) {
            Post post = world.oneOf(posts);
            if (stands(post.id(), world.today())) {
                return post;
            }
        }
    }

    /** One of a post's communes, which stands today. */
    Commune anyCommune(Post post) {
        while (true) {
            Commune commune = world.oneOf(post.communes());
            if (stands(commune.id(), world.today())) {
                return commune;
            }
        }
    }

    /** Some of a post's communes, which stand today; at most so many. */
    List<OrganisationId> communesOf(Post post, int most) {
        return world.some(
                post.communes().stream().map(Commune::id).filter(id -> stands(id, world.today())).toList(), most);
    }

    /** The cells that stand under a commune on a day. */
    List<OrganisationId> cellsOf(Commune commune, LocalDate day) {
        return commune.cells().stream()
                .filter(cell -> stands(cell, day) && superior(cell, day).filter(commune.id()::equals).isPresent())
                .toList();
    }

    List<Province> provinces() {
        return provinces;
    }

    OrganisationId centre() {
        return id(centre);
    }

    /** Whether all provinces are registered. */
    boolean complete() {
        return provincesComplete == world.plan().provinces();
    }

    void schedule() {
        world.at(world.plan().firstDay(), this::registerCentre);
        for (int i = 1; i <= world.plan().provinces(); i++) {
            int number = i;
            world.later(3, 20, () -> registerProvince(number));
        }
        world.at(COMMANDS_MOVED.minusDays(10), () -> provinces.forEach(this::moveCommand));
        world.at(REORGANISED.minusDays(12), this::reorganise);
    }

    private void registerCentre() {
        centre = register("Ban Bí thư Trung ương", OrganisationKind.CENTRAL_BODY, null, null, List.of());
        borderGuard =
                register("Bộ Tư lệnh Bộ đội Biên phòng", OrganisationKind.CENTRAL_BODY, id(centre), null, List.of());
        openTerms(centre);
    }

    private void registerProvince(int number) {
        String name = "tỉnh số " + number;
        Province province = new Province(register(
                "Tỉnh ủy " + name, OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, id(centre), null, List.of()));
        provinces.add(province);
        openTerms(province.committee);
        province.borderCommittee = register(
                "Đảng ủy Bộ đội Biên phòng " + name, OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE,
                province.id(), id(borderGuard), List.of());
        register("Bộ Chỉ huy quân sự " + name, OrganisationKind.PROVINCIAL_MILITARY_COMMAND, province.id(), null,
                List.of());
        int communes = world.plan().communesOfProvince();
        for (int i = 0; i < communes; i++) {
            int commune = i;
            world.later(1, 12, () -> registerCommune(province, name, commune));
        }
        int numberOfPosts = Math.max(2, communes / COMMUNES_OF_POST);
        for (int i = 0; i < numberOfPosts; i++) {
            int post = i;
            world.later(14, 20, () -> registerPost(province, name, post));
        }
        world.later(21, 21, () -> provincesComplete++);
    }

    private void registerCommune(Province province, String ofProvince, int number) {
        int district = number / COMMUNES_OF_DISTRICT;
        while (province.districts.size() <= district) {
            Life<OrganisationEvent, OrganisationState> added = register(
                    "Huyện ủy " + (province.districts.size() + 1) + " " + ofProvince,
                    OrganisationKind.DISTRICT_PARTY_COMMITTEE, province.id(), null, List.of());
            openTerms(added);
            province.districts.add(added);
        }
        String name = "xã " + (number + 1) + " " + ofProvince;
        Life<OrganisationEvent, OrganisationState> committee = register(
                "Đảng ủy " + name, OrganisationKind.COMMUNE_PARTY_COMMITTEE, id(province.districts.get(district)),
                null, List.of());
        openTerms(committee);
        Commune commune = new Commune(committee, new ArrayList<>());
        province.communes.add(commune);
        int cells = world.between(5, 9);
        for (int i = 1; i <= cells; i++) {
            commune.cells().add(id(register(
                    "Chi bộ thôn " + i + " " + name, OrganisationKind.CELL, commune.id(), null, List.of())));
        }
        describe(committee);
    }

    private void registerPost(Province province, String ofProvince, int number) {
        List<Commune> covered = new ArrayList<>();
        int count = Math.min(COMMUNES_OF_POST, province.communes.size());
        for (int i = 0; i < count; i++) {
            covered.add(province.communes.get((number * COMMUNES_OF_POST + i) % province.communes.size()));
        }
        String name = "đồn số " + (number + 1) + " " + ofProvince;
        Life<OrganisationEvent, OrganisationState> committee = Objects.requireNonNull(province.borderCommittee);
        Life<OrganisationEvent, OrganisationState> life = register(
                "Đảng ủy " + name, OrganisationKind.BORDER_POST, id(committee), id(committee),
                covered.subList(0, Math.max(1, count - 1)).stream().map(Commune::id).toList());
        Post post = new Post(province, life, covered);
        register("Đội công tác " + name, OrganisationKind.WORKING_TEAM, null, id(life), List.of());
        register("Trạm kiểm soát " + name, OrganisationKind.CONTROL_STATION, null, id(life), List.of());
        describe(life);
        world.later(100, 2_000, () -> take(life, new OrganisationEvent.TerritoryCovered(
                world.effective(FOUNDED.plusYears(12)), covered.stream().map(Commune::id).toList(), null, List.of())));
        province.posts.add(post);
        posts.add(post);
    }

    private Life<OrganisationEvent, OrganisationState> register(
            String name,
            OrganisationKind kind,
            @Nullable OrganisationId party,
            @Nullable OrganisationId command,
            List<OrganisationId> covers) {
        LocalDate founded = FOUNDED.plusDays(kind.ordinal());
        Life<OrganisationEvent, OrganisationState> life = world.begin(
                        OrganisationState.TYPE,
                        "",
                        new OrganisationEvent.Registered(
                                founded, kind, new Name(name), party, command, covers, Territory.UNKNOWN,
                                world.chance(0.02), List.of()),
                        administrator())
                .orElseThrow(() -> new IllegalStateException("refused: " + name));
        all.put(id(life), life);
        if (world.chance(0.12)) {
            world.later(200, 3_500, () -> take(life, new OrganisationEvent.Renamed(
                    world.effective(FOUNDED.plusYears(11)), new Name(name + " (mới)"), null, List.of())));
        }
        return life;
    }

    /** Somebody who keeps the register; before the centre is registered, for itself. */
    private Actor administrator() {
        OrganisationId keeper = centre == null ? ADMINISTRATION : id(centre);
        return world.actor(keeper, Competence.ADMINISTER);
    }

    private boolean take(Life<OrganisationEvent, OrganisationState> life, OrganisationEvent event) {
        return world.take(life, event, administrator());
    }

    private void openTerms(Life<OrganisationEvent, OrganisationState> life) {
        for (int year = 2010; year <= 2025; year += 5) {
            LocalDate first = LocalDate.of(year, 7, 1);
            String name = year + "-" + (year + 5);
            world.at(first, () -> take(
                    life, new OrganisationEvent.TermOpened(first, new TermName(name), first.plusYears(5).minusDays(1))));
        }
    }

    private void describe(Life<OrganisationEvent, OrganisationState> life) {
        world.later(30, 900, () -> take(life, new OrganisationEvent.TerritoryDescribed(
                world.effective(FOUNDED.plusYears(11)),
                new Territory(
                        world.oneOf(List.of(Border.values())), kilometres(60, Quality.EXACT),
                        kilometres(40, Quality.ABOUT), kilometres(900, Quality.MORE_THAN), null, null),
                List.of())));
    }

    private Quantity kilometres(int most, Quality quality) {
        return new Quantity(BigDecimal.valueOf(world.between(10, most * 10), 1), quality, null);
    }

    private void moveCommand(Province province) {
        Life<OrganisationEvent, OrganisationState> command = register(
                "Ban Chỉ huy Bộ đội Biên phòng " + province.committee.id.substring(0, 8),
                OrganisationKind.BORDER_GUARD_COMMAND, province.id(), id(borderGuard), List.of());
        for (Post post : province.posts) {
            world.later(1, 9, () -> take(post.life(), new OrganisationEvent.Reattached(
                    COMMANDS_MOVED, Line.COMMAND, id(command), REORGANISATION, List.of())));
        }
    }

    private void reorganise() {
        for (int i = 0; i < provinces.size(); i++) {
            Province province = provinces.get(i);
            boolean mergesIntoNext = i % 5 == 3 && i + 1 < provinces.size();
            Province home = mergesIntoNext ? provinces.get(i + 1) : province;
            mergeCommunes(province, home);
            for (Life<OrganisationEvent, OrganisationState> district : province.districts) {
                world.later(8, 20, () -> dissolve(district, Manner.DISSOLVED, List.of()));
            }
            if (mergesIntoNext) {
                world.later(1, 9, () -> take(Objects.requireNonNull(province.borderCommittee),
                        new OrganisationEvent.Reattached(
                                REORGANISED, Line.PARTY, home.id(), REORGANISATION, List.of())));
                world.later(21, 25, () -> dissolve(province.committee, Manner.MERGED, List.of(home.id())));
            }
        }
        for (int i = 0; i < posts.size(); i += 25) {
            Post post = posts.get(i);
            if (post.province().posts.size() > 1) {
                Post heir = post.province().posts.get(post.province().posts.indexOf(post) == 0 ? 1 : 0);
                world.later(2, 9, () -> dissolve(post.life(), Manner.MERGED, List.of(heir.id())));
            }
        }
    }

    /** Every third commune becomes part of its neighbour, some of two; their cells go with them. */
    private void mergeCommunes(Province province, Province home) {
        List<Commune> communes = province.communes;
        for (int i = 0; i < communes.size(); i++) {
            Commune commune = communes.get(i);
            if (i % 3 != 2) {
                world.later(1, 6, () -> take(commune.life(), new OrganisationEvent.Reattached(
                        REORGANISED, Line.PARTY, home.id(), REORGANISATION, List.of())));
                continue;
            }
            Commune heir = communes.get(i - 1);
            boolean split = i % 12 == 2;
            for (int cell = 0; cell < commune.cells().size(); cell++) {
                Commune to = split && cell % 2 == 1 ? communes.get(i - 2) : heir;
                Life<OrganisationEvent, OrganisationState> moved = all.get(commune.cells().get(cell));
                world.later(2, 7, () -> take(moved, new OrganisationEvent.Reattached(
                        REORGANISED, Line.PARTY, to.id(), REORGANISATION, List.of())));
                world.at(REORGANISED, () -> to.cells().add(id(moved)));
            }
            List<OrganisationId> heirs = split ? List.of(heir.id(), communes.get(i - 2).id()) : List.of(heir.id());
            world.later(8, 11, () -> dissolve(commune.life(), split ? Manner.SPLIT : Manner.MERGED, heirs));
        }
    }

    private void dissolve(
            Life<OrganisationEvent, OrganisationState> life, Manner manner, List<OrganisationId> successors) {
        take(life, new OrganisationEvent.Dissolved(REORGANISED, manner, successors, REORGANISATION, List.of()));
    }
}
