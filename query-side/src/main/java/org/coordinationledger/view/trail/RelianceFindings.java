package org.coordinationledger.view.trail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Reliance;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.trail.Finding.Code;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the steps of one record rely on of other records is so, as known where the trail is read; and where it is
 * not, since when, and which entry told of it. Commands refuse a step whose reliances are not met when it is recorded.
 */
final class RelianceFindings {

    /** So many other records are looked at, and those that lie on the way from one to another. */
    static final int MOST_RECORDS = 500;

    /** So many reliances that are not met are told. */
    static final int MOST_TOLD = 100;

    /** Whoever keeps the register, and says who may act, may act for what does not stand in it. */
    private static final Set<Competence> NEEDS_NO_STANDING = EnumSet.of(Competence.ADMINISTER, Competence.AUTHORISE);

    private final TrailRules rules;
    private final String record;
    private final List<Entry> entries;
    private final Timeline<?, ?> timeline;
    private final Map<Long, ?> states;
    private final OtherRecords others;
    private final OtherRecords.At now;
    private final List<Finding> findings = new ArrayList<>();
    private boolean whole = true;

    /**
     * @param entries all of the record, as known at the position
     * @param timeline of these entries
     */
    RelianceFindings(
            TrailRules rules, List<Entry> entries, Timeline<?, ?> timeline, RecordStreams streams, long knownAt) {
        this.rules = rules;
        this.record = entries.get(0).streamId();
        this.entries = entries;
        this.timeline = timeline;
        this.states = timeline.statesBefore();
        this.others = new OtherRecords(streams, knownAt);
        this.now = others.at(knownAt);
    }

    /** What is found about steps that stand. */
    List<Finding> of(List<Act> acts) {
        acts.stream().filter(Act::stands).forEach(this::look);
        return List.copyOf(findings);
    }

    /** Whether all reliances were looked at, and all that are not met were told. */
    boolean whole() {
        return whole;
    }

    private void look(Act act) {
        for (Reliance reliance : reliances(act.event(), act.actor(), states.get(act.sequence()))) {
            boolean tooMany = others.count() >= MOST_RECORDS && !others.hasRead(reliance.on());
            if (tooMany || findings.size() == MOST_TOLD) {
                whole = false;
            } else if (!reliance.holds(now)) {
                findings.add(finding(act, reliance));
            }
        }
    }

    private List<Reliance> reliances(RecordEvent event, Actor actor, @Nullable Object before) {
        Reliances on = new Reliances(record, actor, event.effectiveOn());
        if (!NEEDS_NO_STANDING.contains(event.competence())) {
            on.standing(actor.organisation());
        }
        event.bases().forEach(on::applies);
        if (event instanceof Succession succession) {
            on.dissolved(succession.from());
        }
        if (event instanceof Succession.Inherited inherited) {
            on.heir(inherited.by(), inherited.from());
        } else if (event instanceof Succession.Replaced replaced) {
            on.recorded(replaced.by());
        }
        rules.gather(event, before, on);
        return distinct(on.all());
    }

    /** What is relied on twice is told once, such as that who acts stands. */
    private static List<Reliance> distinct(List<Reliance> all) {
        List<Reliance> distinct = new ArrayList<>();
        for (Reliance reliance : all) {
            if (distinct.stream().noneMatch(reliance::sameAs)) {
                distinct.add(reliance);
            }
        }
        return distinct;
    }

    private Finding finding(Act act, Reliance reliance) {
        long recorded = OtherRecords.knownFrom(entry(act.sequence()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("condition", reliance.condition().name());
        data.put("resource", reliance.on().resource());
        data.put("record", reliance.on().id());
        data.put("title", title(reliance, recorded));
        data.put("on", reliance.day());
        OtherRecords.At looking = others.at(now.position());
        Optional<LocalDate> since = since(reliance, looking);
        since.ifPresent(day -> data.put("since", day));
        Optional<Entry> told = toldBy(act, reliance, recorded, looking);
        if (told.isEmpty()) {
            return Finding.of(Code.RELIANCE_NOT_MET, act, data);
        }
        Entry by = told.get();
        data.put("knownOn", LocalDate.ofInstant(by.recordedAt(), Dates.ZONE));
        data.put("by", by.eventName());
        data.put("byResource", Catalogue.recordType(by.streamType()).orElseThrow().resource());
        data.put("byRecord", by.streamId());
        data.put("byStep", by.sequence());
        data.put("byPosition", by.position());
        return Finding.of(since.isPresent() ? Code.RELIANCE_FELL_AWAY : Code.RELIANCE_UNFOUNDED, act, data);
    }

    /** The first day from which on it is not so, up to that on which it has to be; empty if it was not so on any before. */
    private static Optional<LocalDate> since(Reliance reliance, OtherRecords.At known) {
        LocalDate day = reliance.day();
        reliance.holds(known);
        List<LocalDate> changes = known.looked().stream()
                .flatMap(other -> other.timeline().phases().stream())
                .map(Phase::from)
                .filter(from -> !from.isAfter(day))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        LocalDate since = day;
        for (LocalDate change : changes) {
            if (reliance.test().holds(known, change)) {
                return Optional.of(since);
            }
            since = change;
        }
        return Optional.empty();
    }

    /** The entry from which on it is known not to be so; empty if that was known when the step was recorded. */
    private Optional<Entry> toldBy(Act act, Reliance reliance, long recorded, OtherRecords.At looking) {
        if (fails(act, reliance, others.at(recorded), looking)) {
            return Optional.empty();
        }
        List<Entry> later = Stream.concat(
                        entries.stream(), looking.looked().stream().flatMap(other -> other.entries().stream()))
                .filter(entry -> OtherRecords.knownFrom(entry) > recorded)
                .distinct()
                .sorted(Comparator.comparingLong(Entry::position).reversed())
                .toList();
        Entry told = null;
        for (Entry entry : later) {
            if (!fails(act, reliance, others.at(OtherRecords.knownFrom(entry)), looking)) {
                break;
            }
            told = entry;
        }
        return Optional.ofNullable(told);
    }

    /** Whether, as known at a position, the step relies on the same and it is not so. */
    private boolean fails(Act act, Reliance reliance, OtherRecords.At known, OtherRecords.At looking) {
        Timeline<?, ?> then = timeline.knownAt(known.position());
        boolean fails = reliances(
                        then.contentAt(act.sequence()), act.actor(), then.statesBefore().get(act.sequence()))
                .stream()
                .filter(reliance::sameAs)
                .anyMatch(same -> !same.holds(known));
        looking.alsoLooked(known);
        return fails;
    }

    private Entry entry(long sequence) {
        return entries.get(Math.toIntExact(sequence));
    }

    /** How people know the record, as known when the step was recorded, or else since; its id where they have no other name. */
    private String title(Reliance reliance, long recorded) {
        return others.read(reliance.on())
                .flatMap(other -> Stream.of(other.timeline().knownAt(recorded), other.timeline())
                        .flatMap(timeline -> state(timeline, reliance.day()).stream())
                        .findFirst())
                .flatMap(RelianceFindings::name)
                .orElse(reliance.on().id());
    }

    /** The state on a day, or else the first one. */
    private static Optional<Object> state(Timeline<?, ?> timeline, LocalDate day) {
        List<Object> states = new ArrayList<>();
        for (Phase<?> phase : timeline.phases()) {
            if (phase.includes(day)) {
                return Optional.of(phase.state());
            }
            states.add(phase.state());
        }
        return states.stream().findFirst();
    }

    /** What everybody may be told of a record that a record names which they read. */
    private static Optional<String> name(Object state) {
        if (state instanceof OrganisationState organisation) {
            return Optional.of(organisation.name().value());
        }
        if (state instanceof MemberState member) {
            return Optional.of(member.code().value());
        }
        return state instanceof BasisDocumentState document ? Optional.of(document.number().value()) : Optional.empty();
    }
}
