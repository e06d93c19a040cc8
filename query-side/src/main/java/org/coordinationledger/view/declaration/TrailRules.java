package org.coordinationledger.view.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a complete approval trail of a feature's records has, told by its events. The fold refuses most of what breaks it
 * when it is recorded; this says it once more, in words that a reader of a trail understands, and without the fold.
 *
 * @param needs which steps need which others before them
 * @param needsOfEach which steps need one of a kind from each of several organisations before them
 * @param aparts which steps are taken by other persons than those before them
 * @param differing kinds of which each step about one part is taken by another person
 * @param resting kinds that rest on a document, which they or a step before them cite
 * @param citingAll kinds that themselves cite every document that applies
 * @param texts which events name texts
 * @param relying what steps rely on of other records
 */
public record TrailRules(
        List<Need> needs,
        List<NeedOfEach> needsOfEach,
        List<Apart> aparts,
        Set<Class<?>> differing,
        Set<Class<?>> resting,
        Set<Class<?>> citingAll,
        List<TextUse> texts,
        Map<Class<?>, Function<RecordEvent, @Nullable Object>> parts,
        Map<Class<?>, Function<RecordEvent, @Nullable Object>> documents,
        List<Relying> relying) {

    /** Nothing is needed, and no text is named. */
    public static final TrailRules NONE = new Builder().build();

    /** A step of a kind needs one of these kinds before it, about the same part. */
    public record Need(Class<?> step, List<Class<?>> oneOf) {}

    /**
     * Steps of these kinds need, before them, one of kind {@code by} from each organisation, all about the same part.
     *
     * @param named which event names the organisations
     * @param organisations the organisations that it names
     */
    public record NeedOfEach(
            Set<Class<?>> steps,
            Class<?> by,
            Class<?> named,
            Function<RecordEvent, List<OrganisationId>> organisations) {}

    /**
     * Who takes a step took none of the others before it.
     *
     * @param lastOnly whether only the last of them counts
     */
    public record Apart(
            Class<?> step, Class<?> other, boolean lastOnly) {}

    /** What an event does with a text. */
    public enum Use {
        /** It brings the next revision. */
        WRITES,
        /** It puts a revision before those who approve. */
        SUBMITS,
        /** It approves or signs exactly this text. */
        APPROVES,
        /** It says which text was shown. */
        SHOWS
    }

    /**
     * How an event names a text.
     *
     * @param revision the revision, where it says one; else null
     * @param digest the digest, where it says one; else null
     */
    public record TextUse(
            Class<?> event,
            Use use,
            Function<RecordEvent, @Nullable Integer> revision,
            Function<RecordEvent, @Nullable TextDigest> digest) {}

    /**
     * Steps of a kind rely on other records.
     *
     * @param on says what one of them relies on
     */
    public record Relying(Class<?> step, Needing<RecordEvent, @Nullable Object> on) {}

    /** Says what a step relies on, from what it says and from its record's state just before it. */
    @FunctionalInterface
    public interface Needing<E, S extends @Nullable Object> {
        void gather(E event, S before, Reliances on);
    }

    public TrailRules {
        needs = List.copyOf(needs);
        needsOfEach = List.copyOf(needsOfEach);
        aparts = List.copyOf(aparts);
        differing = Set.copyOf(differing);
        resting = Set.copyOf(resting);
        citingAll = Set.copyOf(citingAll);
        texts = List.copyOf(texts);
        parts = Map.copyOf(parts);
        documents = Map.copyOf(documents);
        relying = List.copyOf(relying);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The part of the record that an event is about, such as one finding; null if it is about the whole. */
    public @Nullable Object partOf(RecordEvent event) {
        Function<RecordEvent, @Nullable Object> part = parts.get(event.getClass());
        return part == null ? null : part.apply(event);
    }

    /** Whether two events can be about the same: the same part, or one of them about the whole. */
    public boolean aboutTheSame(RecordEvent one, RecordEvent other) {
        Object first = partOf(one);
        Object second = partOf(other);
        return first == null || second == null || first.equals(second);
    }

    /** The number of the document that an event is told by, such as a letter or a decision; null if it names none. */
    public @Nullable String documentOf(RecordEvent event) {
        Function<RecordEvent, @Nullable Object> document = documents.get(event.getClass());
        Object number = document == null ? null : document.apply(event);
        return number == null ? null : number.toString();
    }

    /** What an event does with texts. */
    public List<TextUse> textsOf(RecordEvent event) {
        return texts.stream().filter(use -> use.event().isInstance(event)).toList();
    }

    /**
     * Gathers what a step relies on by its feature's rules.
     *
     * @param before the record's state just before it; null if there is none
     */
    public void gather(RecordEvent event, @Nullable Object before, Reliances on) {
        relying.stream()
                .filter(rule -> rule.step().isInstance(event))
                .forEach(rule -> rule.on().gather(event, before, on));
    }

    /** Gathers the rules of a feature. */
    public static final class Builder {

        private final List<Need> needs = new ArrayList<>();
        private final List<NeedOfEach> needsOfEach = new ArrayList<>();
        private final List<Apart> aparts = new ArrayList<>();
        private final Set<Class<?>> differing = new HashSet<>();
        private final Set<Class<?>> resting = new HashSet<>();
        private final Set<Class<?>> citingAll = new HashSet<>();
        private final List<TextUse> texts = new ArrayList<>();
        private final Map<Class<?>, Function<RecordEvent, @Nullable Object>> parts = new HashMap<>();
        private final Map<Class<?>, Function<RecordEvent, @Nullable Object>> documents = new HashMap<>();
        private final List<Relying> relying = new ArrayList<>();

        private Builder() {}

        /** A step needs each of these before it. */
        public Builder needs(Class<?> step, Class<?>... all) {
            Stream.of(all).forEach(one -> needs.add(new Need(step, List.of(one))));
            return this;
        }

        /** A step needs at least one of these before it. */
        public Builder needsOneOf(Class<?> step, Class<?>... some) {
            needs.add(new Need(step, List.of(some)));
            return this;
        }

        /** Steps of these kinds need one of kind {@code by}, about one part, from each organisation that an event names. */
        public <E extends RecordEvent> Builder needsOfEach(
                Class<?> by,
                Class<E> named,
                Function<E, List<OrganisationId>> organisations,
                Class<?>... steps) {
            needsOfEach.add(new NeedOfEach(Set.of(steps), by, named, e -> organisations.apply(named.cast(e))));
            return this;
        }

        /** Who takes a step took none of these before it. */
        public Builder apart(Class<?> step, Class<?>... others) {
            Stream.of(others).forEach(other -> aparts.add(new Apart(step, other, false)));
            return this;
        }

        /** Who takes a step did not take the last of the other kind before it. */
        public Builder apartFromLast(Class<?> step, Class<?> other) {
            aparts.add(new Apart(step, other, true));
            return this;
        }

        /** Each step of this kind about one part is taken by another person. */
        public Builder differing(Class<?> kind) {
            differing.add(kind);
            return this;
        }

        /** A step of this kind, or one before it, cites a document. */
        public Builder restsOnADocument(Class<?> kind) {
            resting.add(kind);
            return this;
        }

        /** Steps of these kinds cite a document, and with it the others that apply. */
        public Builder citesAllThatApply(Class<?>... kinds) {
            citingAll.addAll(List.of(kinds));
            return this;
        }

        public <E extends RecordEvent> Builder text(
                Use use,
                Class<E> event,
                Function<E, @Nullable Integer> revision,
                Function<E, @Nullable TextDigest> digest) {
            texts.add(new TextUse(
                    event, use, e -> revision.apply(event.cast(e)), e -> digest.apply(event.cast(e))));
            return this;
        }

        public <E extends RecordEvent> Builder part(Class<E> event, Function<E, @Nullable Object> of) {
            parts.put(event, e -> of.apply(event.cast(e)));
            return this;
        }

        public <E extends RecordEvent> Builder document(Class<E> event, Function<E, @Nullable DocumentNumber> of) {
            documents.put(event, e -> of.apply(event.cast(e)));
            return this;
        }

        /** What a step says is what it relies on. */
        public <E extends RecordEvent> Builder relies(Class<E> step, BiConsumer<E, Reliances> on) {
            relying.add(new Relying(step, (event, before, reliances) -> on.accept(step.cast(event), reliances)));
            return this;
        }

        /** A step relies on what its record names just before it; one that begins the record relies on nothing so. */
        public <E extends RecordEvent, S> Builder relies(Class<E> step, Class<S> state, Needing<E, S> on) {
            relying.add(new Relying(step, (event, before, reliances) -> {
                if (before != null) {
                    on.gather(step.cast(event), state.cast(before), reliances);
                }
            }));
            return this;
        }

        public TrailRules build() {
            return new TrailRules(
                    needs, needsOfEach, aparts, differing, resting, citingAll, texts, parts, documents, relying);
        }
    }
}
