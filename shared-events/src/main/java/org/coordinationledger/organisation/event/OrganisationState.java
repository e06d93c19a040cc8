package org.coordinationledger.organisation.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coordinationledger.organisation.event.OrganisationEvent.Dissolved;
import org.coordinationledger.organisation.event.OrganisationEvent.Manner;
import org.coordinationledger.organisation.event.OrganisationEvent.Reattached;
import org.coordinationledger.organisation.event.OrganisationEvent.Registered;
import org.coordinationledger.organisation.event.OrganisationEvent.Renamed;
import org.coordinationledger.organisation.event.OrganisationEvent.TermOpened;
import org.coordinationledger.organisation.event.OrganisationEvent.TerritoryCovered;
import org.coordinationledger.organisation.event.OrganisationEvent.TerritoryDescribed;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation is on a day.
 *
 * @param partySuperior under which it stands along the party line, if any
 * @param commandSuperior under which it stands along the command line, if any
 * @param covers the communes it covers
 * @param terms its terms of office known so far, in order
 * @param dissolution how it ended, or null while it stands
 */
public record OrganisationState(
        OrganisationKind kind,
        Name name,
        @Nullable OrganisationId partySuperior,
        @Nullable OrganisationId commandSuperior,
        List<OrganisationId> covers,
        Territory territory,
        boolean illustrative,
        List<Term> terms,
        @Nullable Dissolution dissolution) {

    /** How an organisation ended; {@code on} is the first day without it. */
    public record Dissolution(LocalDate on, Manner manner, List<OrganisationId> successors) {}

    public static final RecordType<OrganisationEvent, OrganisationState> TYPE =
            new RecordType<>("Organisation", "organisations", OrganisationEvent.class, new Evolution());

    /** Whether it stands and may act. */
    public boolean standing() {
        return dissolution == null;
    }

    /** Under which organisation it stands along a line. */
    public Optional<OrganisationId> superior(Line line) {
        return Optional.ofNullable(line == Line.PARTY ? partySuperior : commandSuperior);
    }

    /** The term of office that a day falls into, as far as terms are known on the day this state holds. */
    public Optional<Term> termOn(LocalDate day) {
        return terms.stream().filter(t -> t.includes(day)).findFirst();
    }

    private OrganisationState with(Name newName) {
        return new OrganisationState(
                kind, newName, partySuperior, commandSuperior, covers, territory, illustrative, terms, dissolution);
    }

    private OrganisationState with(Reattached event) {
        boolean party = event.line() == Line.PARTY;
        return new OrganisationState(
                kind,
                name,
                party ? event.superior() : partySuperior,
                party ? commandSuperior : event.superior(),
                covers,
                territory,
                illustrative,
                terms,
                dissolution);
    }

    private OrganisationState covering(List<OrganisationId> communes) {
        return new OrganisationState(
                kind, name, partySuperior, commandSuperior, communes, territory, illustrative, terms, dissolution);
    }

    private OrganisationState with(Territory described) {
        return new OrganisationState(
                kind, name, partySuperior, commandSuperior, covers, described, illustrative, terms, dissolution);
    }

    private OrganisationState with(Term term) {
        List<Term> longer = new ArrayList<>(terms);
        longer.add(term);
        return new OrganisationState(
                kind,
                name,
                partySuperior,
                commandSuperior,
                covers,
                territory,
                illustrative,
                List.copyOf(longer),
                dissolution);
    }

    private OrganisationState with(Dissolution end) {
        return new OrganisationState(
                kind, name, partySuperior, commandSuperior, covers, territory, illustrative, terms, end);
    }

    private static final class Evolution implements Fold<OrganisationEvent, OrganisationState> {

        @Override
        public OrganisationState begin(Step<OrganisationEvent> step) {
            if (step.event() instanceof Registered e) {
                return new OrganisationState(
                        e.kind(),
                        e.name(),
                        e.partySuperior(),
                        e.commandSuperior(),
                        e.covers(),
                        e.territory(),
                        e.illustrative(),
                        List.of(),
                        null);
            }
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }

        @Override
        public OrganisationState evolve(OrganisationState state, Step<OrganisationEvent> step) {
            OrganisationEvent event = step.event();
            if (event instanceof Registered) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            Dissolution end = state.dissolution();
            if (end != null) {
                throw new RejectedException(new OrganisationRejection.AlreadyDissolved(end.on()));
            }
            if (event instanceof Renamed e) {
                return state.with(e.name());
            }
            if (event instanceof Reattached e) {
                return state.with(e);
            }
            if (event instanceof TerritoryCovered e) {
                return state.covering(e.covers());
            }
            if (event instanceof TerritoryDescribed e) {
                return state.with(e.territory());
            }
            if (event instanceof TermOpened e) {
                return state.with(opened(state, e));
            }
            if (event instanceof Dissolved e) {
                requireSuccessors(e);
                return state.with(new Dissolution(e.effectiveOn(), e.manner(), e.successors()));
            }
            throw new AssertionError("no case for " + event.getClass());
        }

        private static Term opened(OrganisationState state, TermOpened event) {
            if (event.lastDay().isBefore(event.effectiveOn())) {
                throw new RejectedException(
                        new OrganisationRejection.TermEndsBeforeItBegins(event.effectiveOn(), event.lastDay()));
            }
            for (Term term : state.terms()) {
                if (term.name().equals(event.term())
                        || !(event.effectiveOn().isAfter(term.lastDay())
                                || event.lastDay().isBefore(term.firstDay()))) {
                    throw new RejectedException(new OrganisationRejection.TermsOverlap(
                            term.name().value(), term.firstDay(), term.lastDay()));
                }
            }
            return new Term(event.term(), event.effectiveOn(), event.lastDay());
        }

        private static void requireSuccessors(Dissolved event) {
            int successors = Set.copyOf(event.successors()).size();
            boolean fits =
                    switch (event.manner()) {
                        case DISSOLVED -> true;
                        case MERGED -> successors == 1;
                        case SPLIT -> successors >= 2;
                    };
            if (!fits) {
                throw new RejectedException(
                        new OrganisationRejection.SuccessorsDoNotFit(event.manner().name(), successors));
            }
        }

        /** What stood under a dissolved organisation is re-attached; it does not pass on. */
        @Override
        public boolean unfinished(OrganisationState state) {
            return state.standing();
        }
    }
}
