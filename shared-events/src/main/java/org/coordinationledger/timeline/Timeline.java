package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.TimelineRejection.LaterStep;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
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

    /** A record bears no more numbered documents than this. */
    public static final int MOST_PAPERS = 64;

    private final Fold<E, S> fold;
    private final Class<E> family;
    private final List<Step<?>> steps;
    private final Walk.@Nullable Stop<S> before;
    private @Nullable Folded<S> folded;
    private @Nullable LivingAmendments amendments;

    private record Folded<S>(List<Phase<S>> phases, List<Misfit> misfits, Walk.Stop<S> stop) {}

    private Timeline(Fold<E, S> fold, Class<E> family, List<Step<?>> steps, Walk.@Nullable Stop<S> before) {
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
                && !step.event().effectiveOn().isBefore(known.stop().day());
        return new Timeline<>(fold, family, List.copyOf(longer), goesOn ? known.stop() : null);
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
        return folded().stop().bases();
    }

    /** The numbered documents that the record's steps are told by, each with the day of the first that is, in their order. */
    public Map<Paper, LocalDate> papers() {
        return folded().stop().papers();
    }

    /** The state on a day; empty before the record's first effective day. */
    public Optional<S> on(LocalDate day) {
        return phaseOn(day).map(Phase::state);
    }

    public Optional<Phase<S>> phaseOn(LocalDate day) {
        return phases().stream().filter(p -> p.includes(day)).findFirst();
    }

    /**
     * The state just before each step in its place, by the step's sequence. Steps that are voided, and those before which
     * there is none, have no entry.
     */
    public Map<Long, S> statesBefore() {
        Map<Long, S> states = new HashMap<>();
        Walk<E, S> walk = new Walk<>(fold, family);
        for (Step<?> step : inPlace()) {
            S before = walk.stateBefore(step.event().effectiveOn());
            if (before != null) {
                states.put(step.sequence(), before);
            }
            walk.take(step);
        }
        return Map.copyOf(states);
    }

    /** The sequence of the living amendment of a step (a correction or a voiding), if there is one. */
    public Optional<Long> amendmentOf(long sequence) {
        return amendments().of(sequence);
    }

    /** The sequence of what can be amended of a step now: its latest living amendment, or itself. */
    public long headOf(long sequence) {
        return amendments().of(sequence).map(this::headOf).orElse(sequence);
    }

    /** The persons who took a step of this kind, amendments included, that is not voided. */
    public Set<String> authors(Predicate<RecordEvent> kind) {
        LivingAmendments amendments = amendments();
        return steps.stream()
                .filter(step -> kind.test(step.event()) && !amendments.voided(step.sequence()))
                .map(step -> step.actor().person())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The event that counts at a sequence now: its own, or what corrections made of it. */
    public RecordEvent contentAt(long sequence) {
        return amendments().content(steps.get(Math.toIntExact(sequence)));
    }

    /** The event that counts at a sequence now, as {@link #contentAt}; empty if it is voided. */
    public Optional<RecordEvent> counted(long sequence) {
        return amendments().voided(sequence) ? Optional.empty() : Optional.of(contentAt(sequence));
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
        LivingAmendments.requireNoBranch(longer.steps);
        List<Misfit> known = misfits();
        List<Misfit> arising = longer.misfits().stream()
                .filter(m -> known.stream().noneMatch(k -> k.step().sequence() == m.step().sequence()))
                .toList();
        if (arising.isEmpty()) {
            if (longer.bases().size() > MOST_BASES) {
                throw new RejectedException(new TimelineRejection.TooManyBases(MOST_BASES));
            }
            if (longer.papers().size() > MOST_PAPERS) {
                throw new RejectedException(new TimelineRejection.TooManyPapers(MOST_PAPERS));
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
        Optional<Long> amendedBy = amendments().of(target);
        if (amendments().voided(target)) {
            throw new RejectedException(new TimelineRejection.AlreadyVoided(target, amendedBy.orElse(target)));
        }
        if (amendedBy.isPresent()) {
            throw new RejectedException(new TimelineRejection.AlreadyCorrected(target, amendedBy.get()));
        }
        if (!heirs(step.actor().organisation()).contains(actor.organisation())) {
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

    /** An organisation and all that inherited the record from it, one after the other. */
    private Set<OrganisationId> heirs(OrganisationId organisation) {
        List<Succession.Inherited> successions = amendments().counted().stream()
                .flatMap(step -> step.event() instanceof Succession.Inherited e ? Stream.of(e) : Stream.empty())
                .toList();
        Set<OrganisationId> heirs = new HashSet<>(Set.of(organisation));
        while (heirs.addAll(successions.stream()
                .filter(e -> heirs.contains(e.from()))
                .map(Succession.Inherited::by)
                .toList())) {
            // until nobody is left who inherited from one of them
        }
        return heirs;
    }

    /** The step that a chain of amendments is about in the end: {@code sequence} itself, if it is no amendment. */
    public long originOf(long sequence) {
        RecordEvent event = steps.get(Math.toIntExact(sequence)).event();
        return event instanceof Amendment a ? originOf(a.amends()) : sequence;
    }

    private LivingAmendments amendments() {
        LivingAmendments known = amendments;
        if (known == null) {
            known = LivingAmendments.of(steps);
            amendments = known;
        }
        return known;
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
    private Folded<S> foldOn(Walk.Stop<S> stop) {
        Step<?> last = steps.get(steps.size() - 1);
        Walk<E, S> walk = new Walk<>(fold, family, stop);
        walk.take(last);
        return folded(walk);
    }

    private Folded<S> foldAll() {
        Walk<E, S> walk = new Walk<>(fold, family);
        for (Step<?> step : inPlace()) {
            walk.take(step);
        }
        return folded(walk);
    }

    /** What counts of the steps that are not voided, in the order of (effective date, sequence). */
    private List<Step<?>> inPlace() {
        List<Step<?>> content = new ArrayList<>(amendments().counted());
        content.sort(Comparator.comparing((Step<?> s) -> s.event().effectiveOn()).thenComparing(Step::sequence));
        return content;
    }

    private Folded<S> folded(Walk<E, S> walk) {
        Walk.Stop<S> stop = walk.stop();
        return new Folded<>(walk.phasesToTheEnd(), stop.misfits(), stop);
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
