package org.coordinationledger.view.declaration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * All that a feature says about its views; everything else about views is the same for all features.
 *
 * <p>Every view MUST declare when a record counts as {@link #OPEN}.
 *
 * @param revision counts up when facts of stored spans change; views of another revision are built again
 * @param sortedBy the fact that lists are sorted by, always there; null to sort by record id
 * @param titledBy the facts by which people know a record, in order
 * @param treeFacts the facts that name the organisations above a record, where records make a tree; else empty
 * @param papers the kinds of numbered documents that its steps are told by
 * @param trail what a complete approval trail of its records has
 * @param readers who may read its records
 * @param searched the texts by which people look for a record; never personal data
 */
public record FeatureView<S>(
        RecordType<?, S> type,
        int revision,
        List<Fact<S>> facts,
        @Nullable String sortedBy,
        List<String> titledBy,
        List<String> treeFacts,
        List<Figure> figures,
        List<String> papers,
        TrailRules trail,
        Readers readers,
        List<Function<S, @Nullable Object>> searched) {

    /** Whether the record counts: the organisation stands, the document is in force, the member has the seat. */
    public static final String OPEN = "open";

    /** Whether something is still to follow, so that it passes on when an organisation that it names is dissolved. */
    public static final String UNFINISHED = "unfinished";

    /** The documents that the record's steps so far rest on; every view has it, and no feature declares it. */
    public static final String BASES = "bases";

    /** What the record waits for, where a feature declares it. */
    public static final String WAITING = "waiting";

    public FeatureView {
        facts = List.copyOf(facts);
        titledBy = List.copyOf(titledBy);
        treeFacts = List.copyOf(treeFacts);
        figures = List.copyOf(figures);
        papers = List.copyOf(papers);
        searched = List.copyOf(searched);
    }

    public static <S> Builder<S> of(RecordType<?, S> type) {
        return new Builder<>(type);
    }

    public String resource() {
        return type.resource();
    }

    /**
     * The facts of a record on a day.
     *
     * @param bases the documents that its steps up to that day rest on
     */
    public Facts factsOf(S state, List<BasisDocumentId> bases) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Fact<S> fact : facts) {
            Object value = fact.of().apply(state);
            if (value != null) {
                values.put(fact.name(), value);
            }
        }
        if (!bases.isEmpty()) {
            values.put(BASES, bases.stream().map(BasisDocumentId::value).toList());
        }
        return new Facts(values);
    }

    /** The texts by which people look for a record on a day; those that it has, in the order of their declaration. */
    public List<String> searchedTexts(S state) {
        return searched.stream()
                .map(text -> text.apply(state))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    public Optional<Fact<S>> fact(String name) {
        return facts.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The names of the facts by which a record names organisations. */
    public List<String> organisationFacts() {
        return facts.stream()
                .filter(f -> f.kind().namesOrganisations())
                .map(Fact::name)
                .toList();
    }

    /** The names of the facts by which a record names other records, but for its basis documents. */
    public List<String> otherRecordFacts() {
        return facts.stream()
                .filter(f -> f.target() != null && !f.kind().namesOrganisations() && !f.name().equals(BASES))
                .map(Fact::name)
                .toList();
    }

    /** The facts that are codes, by which a figure can be broken down. */
    public List<Fact<S>> codes() {
        return facts.stream().filter(f -> f.kind() == FactKind.CODE).toList();
    }

    /** Gathers a declaration. */
    public static final class Builder<S> {

        private final RecordType<?, S> type;
        private final List<Fact<S>> facts = new ArrayList<>();
        private final List<Figure> figures = new ArrayList<>();
        private final List<String> papers = new ArrayList<>();
        private int revision = 1;
        private @Nullable String sortedBy;
        private List<String> titledBy = List.of();
        private List<String> treeFacts = List.of();
        private TrailRules trail = TrailRules.NONE;
        private Readers readers = Readers.NAMED;
        private final List<Function<S, @Nullable Object>> searched = new ArrayList<>();

        private Builder(RecordType<?, S> type) {
            this.type = type;
        }

        public Builder<S> revision(int number) {
            revision = number;
            return this;
        }

        /** When the record counts. Whether it is unfinished follows from the fold. */
        public Builder<S> open(Predicate<S> of) {
            return flag(OPEN, of).flag(UNFINISHED, type.fold()::unfinished);
        }

        public Builder<S> flag(String name, Predicate<S> of) {
            return fact(name, FactKind.FLAG, List.of(), of::test);
        }

        public Builder<S> text(String name, Function<S, @Nullable Object> of) {
            return fact(name, FactKind.TEXT, List.of(), s -> text(of.apply(s)));
        }

        public <C extends Enum<C>> Builder<S> code(String name, Class<C> codes, Function<S, @Nullable C> of) {
            List<String> names =
                    Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
            return fact(name, FactKind.CODE, names, "enum." + codes.getSimpleName(), s -> {
                C code = of.apply(s);
                return code == null ? null : code.name();
            });
        }

        public Builder<S> date(String name, Function<S, @Nullable LocalDate> of) {
            return fact(name, FactKind.DATE, List.of(), s -> text(of.apply(s)));
        }

        /** A month in the form YYYY-MM. */
        public Builder<S> month(String name, Function<S, @Nullable Object> of) {
            return fact(name, FactKind.MONTH, List.of(), s -> text(of.apply(s)));
        }

        public Builder<S> record(String name, RecordType<?, ?> target, Function<S, @Nullable RecordId> of) {
            return names(name, FactKind.RECORD, target, s -> text(of.apply(s)));
        }

        public Builder<S> organisation(String name, Function<S, @Nullable RecordId> of) {
            return names(name, FactKind.ORGANISATION, OrganisationState.TYPE, s -> text(of.apply(s)));
        }

        public Builder<S> organisations(String name, Function<S, List<? extends RecordId>> of) {
            return names(name, FactKind.ORGANISATIONS, OrganisationState.TYPE, s -> {
                List<? extends RecordId> ids = of.apply(s);
                return ids.isEmpty() ? null : ids.stream().map(RecordId::value).toList();
            });
        }

        /** A quantity; its phrase stays in the record. */
        public Builder<S> quantity(String name, Function<S, @Nullable Quantity> of) {
            return fact(name, FactKind.QUANTITY, List.of(), s -> {
                Quantity quantity = of.apply(s);
                return quantity == null ? null : new Quantity(quantity.value(), quantity.quality(), null);
            });
        }

        /** How many of something the record holds, so that it can be added up. */
        public Builder<S> number(String name, ToLongFunction<S> of) {
            return quantity(name, s -> new Quantity(BigDecimal.valueOf(of.applyAsLong(s)), Quality.EXACT, null));
        }

        /**
         * What the record waits for, and whose turn it is.
         *
         * @param whats the codes of all that can be waited for
         */
        public Builder<S> waiting(Class<? extends Enum<?>> whats, Function<S, List<Waiting>> of) {
            List<String> codes =
                    Arrays.stream(whats.getEnumConstants()).map(Enum::name).toList();
            return fact(WAITING, FactKind.WAITING, codes, WAITING, s -> {
                List<Waiting> all = of.apply(s);
                return all.isEmpty() ? null : all;
            });
        }

        public Builder<S> sortedBy(String fact) {
            sortedBy = fact;
            return this;
        }

        /** People know a record by these facts, in this order; one that is not there is left out. */
        public Builder<S> titledBy(String... names) {
            titledBy = List.of(names);
            return this;
        }

        /** The records make a tree, each standing under those that these facts name. */
        public Builder<S> tree(String... superiors) {
            treeFacts = List.of(superiors);
            return this;
        }

        /** Adds a figure that is counted from this feature's records. */
        public Builder<S> figure(Figure figure) {
            figures.add(figure);
            return this;
        }

        /** The register has documents of these kinds, which steps of this feature's records are told by. */
        public Builder<S> papers(Enum<?>... kinds) {
            Stream.of(kinds).map(Enum::name).forEach(papers::add);
            return this;
        }

        /** Says what a complete approval trail of this feature's records has. */
        public Builder<S> trail(TrailRules rules) {
            trail = rules;
            return this;
        }

        /** Says who may read its records: {@link Readers#NAMED} if nothing is said. */
        public Builder<S> readers(Readers who) {
            readers = who;
            return this;
        }

        /** People look for a record by these facts, declared before, which hold text or a month. */
        public Builder<S> searchedBy(String... names) {
            for (String name : names) {
                searched.add(facts.stream()
                        .filter(fact -> fact.name().equals(name))
                        .filter(fact -> fact.kind() == FactKind.TEXT || fact.kind() == FactKind.MONTH)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                type.resource() + " declares no text " + name + " before"))
                        .of());
            }
            return this;
        }

        /** People look for a record by a text that no fact holds, such as its subject. It MUST NOT be personal data. */
        public Builder<S> searchedIn(Function<S, @Nullable Object> text) {
            searched.add(text);
            return this;
        }

        /**
         * @throws IllegalStateException if a figure, the sorting, the title or the tree names a fact that is
         *     not declared
         */
        public FeatureView<S> build() {
            names(BASES, FactKind.RECORDS, BasisDocumentState.TYPE, s -> null);
            FeatureView<S> view =
                    new FeatureView<>(
                            type, revision, facts, sortedBy, titledBy, treeFacts, figures, papers, trail, readers,
                            searched);
            requireDeclared(view, OPEN);
            if (view.sortedBy() != null) {
                requireDeclared(view, view.sortedBy());
            }
            titledBy.forEach(fact -> requireDeclared(view, fact));
            treeFacts.forEach(fact -> requireDeclared(view, fact));
            for (Figure figure : figures) {
                figure.facts().forEach(fact -> requireDeclared(view, fact));
                requireDate(view, figure);
            }
            return view;
        }

        private static void requireDeclared(FeatureView<?> view, String fact) {
            if (view.fact(fact).isEmpty()) {
                throw new IllegalStateException(view.resource() + " declares no fact " + fact);
            }
        }

        private static void requireDate(FeatureView<?> view, Figure figure) {
            String day = figure.happenedOn();
            if (day != null && view.fact(day).filter(fact -> fact.kind() == FactKind.DATE).isEmpty()) {
                throw new IllegalStateException(figure.name() + " happens on " + day + ", which is no date");
            }
        }

        private Builder<S> fact(String name, FactKind kind, List<String> codes, Function<S, @Nullable Object> of) {
            return fact(name, kind, codes, null, of);
        }

        private Builder<S> fact(
                String name,
                FactKind kind,
                List<String> codes,
                @Nullable String words,
                Function<S, @Nullable Object> of) {
            facts.add(new Fact<>(name, kind, codes, words, null, of));
            return this;
        }

        private Builder<S> names(
                String name, FactKind kind, RecordType<?, ?> target, Function<S, @Nullable Object> of) {
            facts.add(new Fact<>(name, kind, List.of(), null, target.resource(), of));
            return this;
        }

        private static @Nullable Object text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
