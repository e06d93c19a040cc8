package org.coordinationledger.view.trail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.view.trail.Finding.Code;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;

/** Tells approval trails of records of all features. */
public final class Trails {

    /** A trail shows no more steps than this, the first ones. */
    public static final int MOST_STEPS = 1_000;

    /** A trail has no more findings than this. */
    public static final int MOST_FINDINGS = 1_000;

    /**
     * After so many days a recording is late unless the reader says otherwise. Posts and committees report by the month:
     * what is recorded later is in no report of its month.
     */
    public static final int LATE_AFTER_DAYS = 31;

    private final RecordStreams streams;
    private final Generations generations;
    private final TextStore texts;
    private final EntitlementReads entitlements;

    public Trails(
            RecordStreams streams, Generations generations, TextStore texts, EntitlementReads entitlements) {
        this.streams = streams;
        this.generations = generations;
        this.texts = texts;
        this.entitlements = entitlements;
    }

    /**
     * The trail of a record up to a day.
     *
     * @param entries all of the record, as known at the point
     * @param lateAfterDays from how many days on between taking effect and recording a step is not yet late
     * @return empty where no step takes effect up to that day
     */
    public Optional<Trail> of(
            FeatureView<?> view, List<Entry> entries, ReadPoint point, LocalDate effectiveOn, int lateAfterDays) {
        Timeline<?, ?> timeline = RecordStreams.timeline(view.type(), entries);
        List<Act> upTo = Acts.of(timeline).stream()
                .filter(act -> !act.day().isAfter(effectiveOn))
                .toList();
        if (upTo.isEmpty()) {
            return Optional.empty();
        }
        List<Act> acts = upTo.subList(0, Math.min(MOST_STEPS, upTo.size()));
        Revisions revisions = new Revisions(view.trail(), texts, acts);
        List<Trail.Revision> told = revisions.revisions();
        List<Finding> findings = new ArrayList<>(OrderFindings.of(view.trail(), acts));
        Recordings recordings = new Recordings(entries);
        List<Trail.TrailStep> steps = new Telling(
                        view, revisions, new CitedDocuments(streams, generations, point, recordings), recordings,
                        names(acts, point, effectiveOn), lateAfterDays, findings)
                .steps(acts);
        for (Trail.Revision revision : told) {
            if (revision.bytes() == null && !revision.writtenBy().isEmpty()) {
                Trail.Doing by = revision.writtenBy().get(0);
                findings.add(new Finding(Code.TEXT_NOT_STORED, by.sequence(), Map.of(
                        "event", by.event(), "effectiveOn", by.effectiveOn(), "revision", revision.revision())));
            }
        }
        RelianceFindings reliances =
                new RelianceFindings(view.trail(), entries, timeline, streams, point.knownAt());
        findings.addAll(reliances.of(acts));
        boolean whole = acts.size() == upTo.size() && revisions.whole() && reliances.whole()
                && findings.size() <= MOST_FINDINGS;
        return Optional.of(new Trail(
                steps, whole, told, revisions.differences(), inOrder(findings, acts)));
    }

    /** The first day on which a step of a record takes effect, voided or not. */
    public static LocalDate firstDay(FeatureView<?> view, List<Entry> entries) {
        return Acts.of(view.type(), entries).get(0).day();
    }

    private static List<Finding> inOrder(List<Finding> findings, List<Act> acts) {
        Map<Long, Integer> places = new HashMap<>();
        acts.forEach(act -> places.put(act.sequence(), places.size()));
        return findings.stream()
                .sorted(Comparator.<Finding, Integer>comparing(f -> places.getOrDefault(f.step(), 0))
                        .thenComparing(Finding::code))
                .limit(MOST_FINDINGS)
                .toList();
    }

    /** The names of the organisations that acted, as on a day. */
    private Map<String, String> names(List<Act> acts, ReadPoint point, LocalDate effectiveOn) {
        List<String> ids = acts.stream()
                .map(act -> act.actor().organisation().value())
                .distinct()
                .toList();
        Map<String, String> names = new HashMap<>();
        generations
                .spans(point.generation(), OrganisationState.TYPE)
                .find(
                        and(in("record", ids), SpanCollection.at(point.knownAt(), effectiveOn)),
                        ascending("record"),
                        ids.size())
                .forEach(span -> span.facts()
                        .get("name")
                        .ifPresent(name -> names.put(span.record(), name.toString())));
        return names;
    }

    /** Tells the steps of one trail, and notes what is found on the way. */
    private final class Telling {

        private final FeatureView<?> view;
        private final Revisions revisions;
        private final CitedDocuments documents;
        private final Recordings recordings;
        private final Map<String, String> names;
        private final int lateAfterDays;
        private final List<Finding> findings;

        private Telling(
                FeatureView<?> view,
                Revisions revisions,
                CitedDocuments documents,
                Recordings recordings,
                Map<String, String> names,
                int lateAfterDays,
                List<Finding> findings) {
            this.view = view;
            this.revisions = revisions;
            this.documents = documents;
            this.recordings = recordings;
            this.names = names;
            this.lateAfterDays = lateAfterDays;
            this.findings = findings;
        }

        private List<Trail.TrailStep> steps(List<Act> acts) {
            List<Trail.TrailStep> steps = new ArrayList<>();
            Act before = null;
            for (Act act : acts) {
                steps.add(step(act, before));
                before = act.counts() ? act : before;
            }
            return List.copyOf(steps);
        }

        private Trail.TrailStep step(Act act, @Nullable Act before) {
            List<Trail.CitedBasis> bases = documents.citedBy(act);
            Boolean entitled = entitled(act);
            boolean late = recordings.days(act) > lateAfterDays;
            if (act.stands()) {
                find(act, bases, entitled, late);
            }
            Rejection fitsNot = act.fitsNot();
            String organisation = act.actor().organisation().value();
            return new Trail.TrailStep(
                    act.name(), act.status(), fitsNot == null ? null : fitsNot.code(), act.sequence(), act.position(),
                    recordings.at(act.sequence()), act.day(), act.actor().person(),
                    new Trail.Organisation(organisation, names.get(organisation)), act.actor().role(),
                    act.actor().body(), act.event().competence(), act.event().approval(), entitled,
                    view.trail().documentOf(act.event()), revisions.namedBy(act), bases,
                    before == null || !act.counts() ? null : ChronoUnit.DAYS.between(before.day(), act.day()),
                    recordings.days(act), late, act.amendments().stream().map(this::amendedBy).toList());
        }

        /**
         * Only of a decision it is asked whether who took it was entitled to it, on the day on which they recorded it: it
         * takes several reads.
         */
        private @Nullable Boolean entitled(Act act) {
            return act.event().competence() != Competence.DECIDE
                    ? null
                    : entitlements
                            .entitled(
                                    act.actor().person(), act.actor().organisation(), act.actor().role(),
                                    LocalDate.ofInstant(recordings.at(act.sequence()), Dates.ZONE), act.position())
                            .orElse(null);
        }

        private void find(Act act, List<Trail.CitedBasis> bases, @Nullable Boolean entitled, boolean late) {
            for (Trail.CitedBasis basis : bases) {
                String number = basis.number();
                if (number == null) {
                    findings.add(Finding.of(Code.BASIS_UNKNOWN, act, Map.of("document", basis.id())));
                } else if (!basis.inForceWhenRecorded()) {
                    findings.add(Finding.of(Code.BASIS_NOT_IN_FORCE, act, Map.of("document", number)));
                } else if (!basis.inForce()) {
                    findings.add(Finding.of(Code.BASIS_FELL_AWAY, act, Map.of("document", number)));
                }
            }
            if (view.trail().citingAll().contains(act.event().getClass())) {
                List<String> besides = documents.applyingBesides(act);
                if (!besides.isEmpty()) {
                    findings.add(Finding.of(Code.SECOND_BASIS_MISSING, act, Map.of("documents", besides)));
                }
            }
            if (late) {
                findings.add(Finding.of(Code.RECORDED_LATE, act, Map.of("days", recordings.days(act))));
            }
            if (Boolean.FALSE.equals(entitled)) {
                findings.add(Finding.of(Code.NOT_ENTITLED, act, Map.of(
                        "person", act.actor().person(), "organisation", act.actor().organisation().value())));
            }
        }

        private Trail.AmendedBy amendedBy(Act.Amending amending) {
            long sequence = amending.step().sequence();
            return new Trail.AmendedBy(
                    amending.name(), sequence, amending.step().position(), recordings.at(sequence), amending.amends(),
                    amending.on(), amending.actor().person(), amending.actor().organisation().value(),
                    amending.actor().role(), amending.actor().body(), amending.reason(), amending.counts());
        }
    }
}
