package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.TimelineRejection.LaterStep;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;

/**
 * One record's events, folded along two times. Immutable: {@link #plus} gives a longer timeline, {@link #knownAt} a
 * shorter one.
 *
 * <p>The fold at a position takes the events up to it, puts corrections in the place of what they correct, drops what
 * is voided, sorts by (effective date, sequence) and hands the rest to the feature's {@link Fold}, letting time pass
 * between them. A step that does not fit is left out and listed in {@link #misfits()}: {@link #require} refuses it
 * before it is recorded, so that only a later, stricter version of a fold can ever find one.
 */
public final class Timeline<E extends RecordEvent, S> {

    /** A record rests on no more documents than this. */
    public static final int MOST_BASES = 32;

    private final Fold<E, S> fold;
    private final Class<E> family;
    private final List<Step<?>> steps;
    private final @Nullable Walked<S> before;
    private @Nullable Folded<S> folded;

    private record Folded<S>(List<Phase<S>> phases, List<Misfit> misfits, Walked<S> walked) {}

    /** How far a walk along effective time came with its last step, which was of {@code day}. */
    private record Walked<S>(
            LocalDate day,
            List<Phase<S>> phases,
            List<Misfit> misfits,
            Map<BasisDocumentId, LocalDate> bases,
            @Nullable S state,
            LocalDate since) {}

    private Timeline(Fold<E, S> fold, Class<E> family, List<Step<?>> steps, @Nullable Walked<S> before) {
        this.fold = fold;
        this.family = family;
        this.steps = steps;
        this.before = before;
    }

    public static <E extends RecordEvent, S> Timeline<E, S> empty(Fold<E, S> fold, Class<E> family) {
        return new Timeline<>(fold, family, List.of(), null);
    }

    /** The timeline with one more step, which MUST be the next in sequence. Nothing is checked but that. */
    public Timeline<E, S> plus(Step<?> step) {
        if (step.sequence() != version() + 1) {
            throw new IllegalArgumentException(
                    "step %d does not follow step %d".formatted(step.sequence(), version()));
        }
        List<Step<?>> longer = new ArrayList<>(steps);
        longer.add(step);
        Folded<S> known = folded;
        boolean goesOn = known != null
                && !(step.event() instanceof Amendment)
                && !step.event().effectiveOn().isBefore(known.walked().day());
        return new Timeline<>(fold, family, List.copyOf(longer), goesOn ? known.walked() : null);
    }

    /** The timeline as it was known when the ledger's last entry was the one at {@code position}. */
    public Timeline<E, S> knownAt(long position) {
        List<Step<?>> known = steps.stream().filter(s -> s.position() <= position).toList();
        return known.size() == steps.size() ? this : new Timeline<>(fold, family, known, null);
    }

    /** All steps in the order of recording, amendments included. */
    public List<Step<?>> steps() {
        return steps;
    }

    /** The sequence of the last step, -1 before the first. */
    public long version() {
        return steps.size() - 1L;
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The states along effective time, in order and without gaps from the first effective day on. */
    public List<Phase<S>> phases() {
        return folded().phases();
    }

    /** Steps that the fold refused in their place; empty unless its rules became stricter since. */
    public List<Misfit> misfits() {
        return folded().misfits();
    }

    /** The documents that the record's steps rest on, each with the first day of a step that does, in order of days. */
    public Map<BasisDocumentId, LocalDate> bases() {
        return folded().walked().bases();
    }

    /** The state on a day; empty before the record's first effective day. */
    public Optional<S> on(LocalDate day) {
        return phaseOn(day).map(Phase::state);
    }

    public Optional<Phase<S>> phaseOn(LocalDate day) {
        return phases().stream().filter(p -> p.includes(day)).findFirst();
    }

    /** The sequence of the living amendment of a step (a correction or a voiding), if there is one. */
    public Optional<Long> amendmentOf(long sequence) {
        return Optional.ofNullable(amendments().get(sequence));
    }

    /** The event that counts at a sequence now: its own, or what corrections made of it. */
    public RecordEvent contentAt(long sequence) {
        return content(steps.get(Math.toIntExact(sequence)), amendments());
    }

    /**
     * The timeline with {@code event} in its place, if all rules of one record hold.
     *
     * @throws RejectedException if the event is not legal in its place, if steps after it would no longer be
     *     ({@link TimelineRejection.BreaksLaterSteps}), or if it amends what it may not amend
     */
    public Timeline<E, S> require(RecordEvent event, Actor actor) {
        if (event instanceof Amendment amendment) {
            requireAmendable(amendment, actor);
            event(amendment).ifPresent(replacement -> Dates.plausible("effectiveOn", replacement.effectiveOn()));
        }
        Dates.plausible("effectiveOn", event.effectiveOn());
        long sequence = version() + 1;
        Timeline<E, S> longer = plus(new Step<>(sequence, sequence, actor, event));
        longer.requireNoBranch();
        List<Misfit> known = misfits();
        List<Misfit> arising = longer.misfits().stream()
                .filter(m -> known.stream().noneMatch(k -> k.step().sequence() == m.step().sequence()))
                .toList();
        if (arising.isEmpty()) {
            if (longer.bases().size() > MOST_BASES) {
                throw new RejectedException(new TimelineRejection.TooManyBases(MOST_BASES));
            }
            return longer;
        }
        long own = event instanceof Amendment.Corrected corrected ? originOf(corrected.corrects()) : sequence;
        for (Misfit misfit : arising) {
            if (misfit.step().sequence() == own) {
                throw new RejectedException(misfit.rejection());
            }
        }
        throw new RejectedException(new TimelineRejection.BreaksLaterSteps(arising.stream()
                .map(m -> new LaterStep(
                        m.step().sequence(),
                        nameOf(m.step().event()),
                        m.step().event().effectiveOn(),
                        m.rejection().code()))
                .toList()));
    }

    /** The event's name as the catalogue has it, which a test holds together. */
    private static String nameOf(RecordEvent event) {
        String family = event.getClass().getDeclaringClass().getSimpleName();
        return Rejection.kebab(family.replaceFirst("Event$", "")) + "."
                + Rejection.kebab(event.getClass().getSimpleName());
    }

    private static Optional<RecordEvent> event(Amendment amendment) {
        return amendment instanceof Amendment.Corrected c ? Optional.of(c.replacement()) : Optional.empty();
    }

    private void requireAmendable(Amendment amendment, Actor actor) {
        long target = amendment.amends();
        if (steps.isEmpty()) {
            throw new RejectedException(new TimelineRejection.NotYetBegun(amendment.effectiveOn()));
        }
        if (target < 0 || target > version()) {
            throw new RejectedException(new TimelineRejection.UnknownStep(target));
        }
        Step<?> step = steps.get(Math.toIntExact(target));
        Long amendedBy = amendments().get(target);
        boolean dead = !living(target);
        if (dead) {
            throw new RejectedException(
                    new TimelineRejection.AlreadyVoided(target, amendedBy == null ? target : amendedBy));
        }
        if (amendedBy != null) {
            throw new RejectedException(new TimelineRejection.AlreadyCorrected(target, amendedBy));
        }
        if (!step.actor().organisation().equals(actor.organisation())) {
            throw new RejectedException(new TimelineRejection.NotItsOrganisation(
                    target, step.actor().organisation().value()));
        }
        if (amendment instanceof Amendment.Corrected corrected) {
            if (step.event() instanceof Amendment.Voided) {
                throw new RejectedException(new TimelineRejection.VoidingNotCorrectable(target));
            }
            RecordEvent content = contentAt(target);
            if (content.approval()) {
                throw new RejectedException(new TimelineRejection.ApprovalNotCorrectable(target));
            }
            if (!content.getClass().equals(corrected.replacement().getClass())) {
                throw new RejectedException(new TimelineRejection.OtherEventType(target));
            }
        }
    }

    /** A step has one living amendment: what voiding a voiding brings back must not stand beside another one. */
    private void requireNoBranch() {
        Map<Long, Long> living = new TreeMap<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step<?> step = steps.get(i);
            if (step.event() instanceof Amendment amendment && !isVoided(step.sequence(), living)) {
                long target = amendment.amends();
                Long other = living.putIfAbsent(target, step.sequence());
                if (other != null) {
                    throw new RejectedException(
                            isVoided(target, living)
                                    ? new TimelineRejection.AlreadyVoided(target, other)
                                    : new TimelineRejection.AlreadyCorrected(target, other));
                }
            }
        }
    }

    /** The step that a chain of amendments is about in the end: {@code sequence} itself, if it is no amendment. */
    public long originOf(long sequence) {
        RecordEvent event = steps.get(Math.toIntExact(sequence)).event();
        return event instanceof Amendment a ? originOf(a.amends()) : sequence;
    }

    /** Living amendments by what they amend. A later one decides whether an earlier one lives, so it is read first. */
    private Map<Long, Long> amendments() {
        Map<Long, Long> living = new TreeMap<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step<?> step = steps.get(i);
            if (step.event() instanceof Amendment amendment && !isVoided(step.sequence(), living)) {
                living.put(amendment.amends(), step.sequence());
            }
        }
        return living;
    }

    private boolean isVoided(long sequence, Map<Long, Long> amendments) {
        Long by = amendments.get(sequence);
        return by != null && steps.get(Math.toIntExact(by)).event() instanceof Amendment.Voided;
    }

    private boolean living(long sequence) {
        return !isVoided(sequence, amendments());
    }

    private RecordEvent content(Step<?> step, Map<Long, Long> amendments) {
        Long by = amendments.get(step.sequence());
        if (by != null) {
            Step<?> amendment = steps.get(Math.toIntExact(by));
            if (amendment.event() instanceof Amendment.Corrected) {
                return content(amendment, amendments);
            }
        }
        return step.event() instanceof Amendment.Corrected corrected ? corrected.replacement() : step.event();
    }

    private Folded<S> folded() {
        Folded<S> known = folded;
        if (known == null) {
            known = before == null ? foldAll() : foldOn(before);
            folded = known;
        }
        return known;
    }

    /** The last step comes after all others in effective time too: what they lead to stays. */
    private Folded<S> foldOn(Walked<S> walked) {
        Step<?> last = steps.get(steps.size() - 1);
        Walk walk = new Walk(walked);
        walk.take(last.with(family.cast(last.event())));
        return walk.finish();
    }

    private Folded<S> foldAll() {
        Map<Long, Long> amendments = amendments();
        List<Step<E>> content = new ArrayList<>();
        for (Step<?> step : steps) {
            if (!(step.event() instanceof Amendment) && !isVoided(step.sequence(), amendments)) {
                content.add(step.with(family.cast(content(step, amendments))));
            }
        }
        content.sort(Comparator.comparing((Step<E> s) -> s.event().effectiveOn()).thenComparing(Step::sequence));

        Walk walk = new Walk();
        for (Step<E> step : content) {
            walk.take(step);
        }
        return walk.finish();
    }

    /** Walks along effective time, letting it pass between steps. */
    private final class Walk {
        private final List<Phase<S>> phases;
        private final List<Misfit> misfits;
        private Map<BasisDocumentId, LocalDate> bases;
        private @Nullable S state;
        private LocalDate since;
        private LocalDate day;

        Walk() {
            this(new Walked<>(LocalDate.MIN, List.of(), List.of(), Map.of(), null, LocalDate.MIN));
        }

        Walk(Walked<S> walked) {
            phases = new ArrayList<>(walked.phases());
            misfits = new ArrayList<>(walked.misfits());
            bases = walked.bases();
            state = walked.state();
            since = walked.since();
            day = walked.day();
        }

        void take(Step<E> step) {
            day = step.event().effectiveOn();
            passTimeUntil(day);
            S before = state;
            try {
                S after = before == null ? fold.begin(step) : fold.evolve(before, step);
                change(day, after);
                rest(step.event().bases());
            } catch (RejectedException e) {
                Rejection rejection = e.rejection();
                misfits.add(new Misfit(step, rejection));
            }
        }

        private void rest(List<BasisDocumentId> on) {
            if (!bases.keySet().containsAll(on)) {
                Map<BasisDocumentId, LocalDate> more = new LinkedHashMap<>(bases);
                on.forEach(basis -> more.putIfAbsent(basis, day));
                bases = Collections.unmodifiableMap(more);
            }
        }

        private void passTimeUntil(LocalDate end) {
            S current = state;
            LocalDate next = current == null ? null : fold.nextChange(current);
            while (current != null && next != null && !next.isAfter(end)) {
                if (next.isBefore(since)) {
                    next = since;
                }
                current = fold.passTime(current, next);
                change(next, current);
                LocalDate following = fold.nextChange(current);
                if (following != null && !following.isAfter(next)) {
                    throw new IllegalStateException("time does not pass: " + following + " after " + next);
                }
                next = following;
            }
        }

        private void change(LocalDate day, S after) {
            if (Objects.equals(state, after)) {
                return;
            }
            S before = state;
            state = after;
            if (before != null && since.isBefore(day)) {
                phases.add(new Phase<>(since, day, before));
            } else if (!phases.isEmpty() && phases.get(phases.size() - 1).state().equals(after)) {
                since = phases.remove(phases.size() - 1).from();
                return;
            }
            since = day;
        }

        Folded<S> finish() {
            Walked<S> walked = new Walked<>(day, List.copyOf(phases), List.copyOf(misfits), bases, state, since);
            passTimeUntil(Phase.OPEN_END.minusDays(1));
            S last = state;
            if (last != null) {
                phases.add(new Phase<>(since, Phase.OPEN_END, last));
            }
            return new Folded<>(List.copyOf(phases), walked.misfits(), walked);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline<?, ?> that && family.equals(that.family) && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(family, steps);
    }

    @Override
    public String toString() {
        return family.getSimpleName() + steps;
    }
}
