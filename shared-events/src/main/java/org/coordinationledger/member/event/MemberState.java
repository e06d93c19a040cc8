package org.coordinationledger.member.event;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.coordinationledger.member.event.MemberEvent.BecameOfficial;
import org.coordinationledger.member.event.MemberEvent.LeftParty;
import org.coordinationledger.member.event.MemberEvent.LeftService;
import org.coordinationledger.member.event.MemberEvent.PersonalDataChanged;
import org.coordinationledger.member.event.MemberEvent.Rated;
import org.coordinationledger.member.event.MemberEvent.Registered;
import org.coordinationledger.member.event.MemberEvent.Transferred;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a member is on a day.
 *
 * @param personalData sealed, or null once erased
 * @param ratings by year
 * @param leftService since when the member no longer serves, or null
 * @param leftParty since when no longer a party member, or null
 * @param personalDataErased since when the personal data are gone, or null
 */
public record MemberState(
        MemberCode code,
        OrganisationId home,
        Membership membership,
        PersonalData.@Nullable Sealed personalData,
        Map<Integer, Rating> ratings,
        @Nullable LocalDate leftService,
        @Nullable LocalDate leftParty,
        @Nullable LocalDate personalDataErased,
        boolean illustrative) {

    public static final RecordType<MemberEvent, MemberState> TYPE =
            new RecordType<>("Member", "members", MemberEvent.class, new Evolution());

    /** Whether the member can be given tasks: serves, and is a party member. */
    public boolean available() {
        return leftService == null && leftParty == null;
    }

    private MemberState with(PersonalData.@Nullable Sealed data, @Nullable LocalDate erased) {
        return new MemberState(
                code, home, membership, data, ratings, leftService, leftParty, erased, illustrative);
    }

    private MemberState at(OrganisationId newHome) {
        return new MemberState(
                code, newHome, membership, personalData, ratings, leftService, leftParty, personalDataErased,
                illustrative);
    }

    private MemberState official() {
        return new MemberState(
                code, home, Membership.OFFICIAL, personalData, ratings, leftService, leftParty, personalDataErased,
                illustrative);
    }

    private MemberState rated(int year, Rating rating) {
        Map<Integer, Rating> longer = new TreeMap<>(ratings);
        longer.put(year, rating);
        return new MemberState(
                code, home, membership, personalData, Map.copyOf(longer), leftService, leftParty, personalDataErased,
                illustrative);
    }

    private MemberState left(@Nullable LocalDate service, @Nullable LocalDate party) {
        return new MemberState(
                code, home, membership, personalData, ratings, service, party, personalDataErased, illustrative);
    }

    private static final class Evolution implements Fold<MemberEvent, MemberState> {

        @Override
        public MemberState begin(Step<MemberEvent> step) {
            if (step.event() instanceof Registered e) {
                return new MemberState(
                        e.code(), e.home(), e.membership(), e.personalData(), Map.of(), null, null, null,
                        e.illustrative());
            }
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }

        @Override
        public MemberState evolve(MemberState state, Step<MemberEvent> step) {
            MemberEvent event = step.event();
            if (event instanceof Registered) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            if (!step.actor().organisation().equals(state.home())) {
                throw new RejectedException(
                        new MemberRejection.NotItsHome(state.home().value()));
            }
            if (event instanceof PersonalDataChanged e) {
                requireReadable(state);
                return state.with(e.personalData(), null);
            }
            if (event instanceof MemberEvent.PersonalDataErased e) {
                requireReadable(state);
                return state.with(null, e.effectiveOn());
            }
            if (event instanceof LeftService e) {
                requireServing(state);
                return state.left(e.effectiveOn(), state.leftParty());
            }
            requireInParty(state);
            if (event instanceof LeftParty e) {
                return state.left(state.leftService(), e.effectiveOn());
            }
            if (event instanceof Rated e) {
                return rated(state, e);
            }
            if (event instanceof BecameOfficial) {
                if (state.membership() == Membership.OFFICIAL) {
                    throw new RejectedException(new MemberRejection.AlreadyOfficial());
                }
                return state.official();
            }
            if (event instanceof Transferred e) {
                requireServing(state);
                if (e.to().equals(state.home())) {
                    throw new RejectedException(
                            new MemberRejection.AlreadyThere(e.to().value()));
                }
                return state.at(e.to());
            }
            throw new AssertionError("no case for " + event.getClass());
        }

        private static MemberState rated(MemberState state, Rated event) {
            if (state.ratings().containsKey(event.year())) {
                throw new RejectedException(new MemberRejection.AlreadyRated(event.year()));
            }
            if (event.effectiveOn().isBefore(LocalDate.of(event.year(), 10, 1))) {
                throw new RejectedException(new MemberRejection.RatedTooEarly(event.year(), event.effectiveOn()));
            }
            return state.rated(event.year(), event.rating());
        }

        private static void requireReadable(MemberState state) {
            LocalDate erased = state.personalDataErased();
            if (erased != null) {
                throw new RejectedException(new MemberRejection.PersonalDataErased(erased));
            }
        }

        private static void requireServing(MemberState state) {
            LocalDate left = state.leftService();
            if (left != null) {
                throw new RejectedException(new MemberRejection.HasLeftService(left));
            }
        }

        private static void requireInParty(MemberState state) {
            LocalDate left = state.leftParty();
            if (left != null) {
                throw new RejectedException(new MemberRejection.HasLeftParty(left));
            }
        }

        @Override
        public boolean unfinished(MemberState state) {
            return state.available();
        }

        @Override
        public MemberState inherited(MemberState state, UnaryOperator<OrganisationId> heir) {
            return state.at(heir.apply(state.home()));
        }
    }
}
