package org.coordinationledger.view.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what one step relies on. Of what a step does not name, nothing is gathered. What is asked besides of a record
 * that is not known, or of an organisation that does not stand, is taken as so: that it stands is asked by itself.
 */
public final class Reliances {

    private final String record;
    private final Actor actor;
    private final LocalDate day;
    private final List<Reliance> gathered;

    private Reliances(String record, Actor actor, LocalDate day, List<Reliance> gathered) {
        this.record = record;
        this.actor = actor;
        this.day = day;
        this.gathered = gathered;
    }

    /**
     * @param record the id of the record whose step it is
     * @param day the step's effective day
     */
    public Reliances(String record, Actor actor, LocalDate day) {
        this(record, actor, day, new ArrayList<>());
    }

    /** What was gathered so far, in order. */
    public List<Reliance> all() {
        return List.copyOf(gathered);
    }

    /** The id of the record whose step it is. */
    public String record() {
        return record;
    }

    /** Who takes the step. */
    public Actor actor() {
        return actor;
    }

    /** Gathers into the same, of another day. */
    public Reliances asOf(LocalDate other) {
        return new Reliances(record, actor, other, gathered);
    }

    /** An organisation that stands and is of one of these kinds (of any kind, if none is given). */
    public void standing(@Nullable OrganisationId organisation, OrganisationKind... kinds) {
        if (organisation == null) {
            return;
        }
        add(organisation, Condition.STANDS, (known, on) -> known.standing(organisation, on).isPresent());
        if (kinds.length > 0) {
            List<OrganisationKind> needed = List.of(kinds);
            add(organisation, Condition.OF_ITS_KIND, (known, on) ->
                    known.standing(organisation, on).map(OrganisationState::kind).filter(k -> !needed.contains(k)).isEmpty());
        }
    }

    /** Organisations that stand and are of one of these kinds. */
    public void standing(Collection<OrganisationId> organisations, OrganisationKind... kinds) {
        organisations.forEach(organisation -> standing(organisation, kinds));
    }

    /** An organisation that is dissolved. */
    public void dissolved(OrganisationId organisation) {
        add(organisation, Condition.DISSOLVED, (known, on) ->
                known.on(OrganisationState.TYPE, organisation, on).filter(o -> !o.standing()).isPresent());
        add(organisation, Condition.MAY_DECIDE, (known, on) ->
                new OrganisationLines(known, on).decidesAfter(actor.organisation(), organisation));
    }

    /** An organisation that does not stand, be it that it never did. */
    public void notStanding(OrganisationId organisation) {
        add(organisation, Condition.DISSOLVED, (known, on) -> known.standing(organisation, on).isEmpty());
    }

    /** An organisation that stands, and came after a dissolved one if anything did. */
    public void heir(OrganisationId heir, OrganisationId dissolved) {
        standing(heir);
        add(heir, Condition.SUCCEEDS, (known, on) -> {
            Collection<OrganisationId> heirs = new OrganisationLines(known, on).standingHeirs(dissolved);
            return heirs.isEmpty() || known.standing(heir, on).isEmpty() || heirs.contains(heir)
                    || heirs.contains(dissolved);
        });
    }

    /** A cell that stands under a commune committee. */
    public void cellUnder(OrganisationId cell, OrganisationId commune) {
        standing(cell, OrganisationKind.CELL);
        add(cell, Condition.UNDER_ITS_COMMUNE, (known, on) ->
                known.standing(cell, on).filter(c -> !commune.equals(c.partySuperior())).isEmpty());
    }

    /** Who acts is the organisation, or stands above it along one of both lines. */
    public void underWhoActs(OrganisationId organisation) {
        add(organisation, Condition.UNDER_WHO_ACTS, (known, on) -> known.standing(organisation, on).isEmpty()
                || new OrganisationLines(known, on).atOrAbove(actor.organisation(), organisation));
    }

    /** Who acts stands above the organisation along the party line. */
    public void underWhoDecides(OrganisationId organisation) {
        add(organisation, Condition.UNDER_WHO_DECIDES, (known, on) -> known.standing(organisation, on).isEmpty()
                || new OrganisationLines(known, on).aboveInParty(actor.organisation(), organisation));
    }

    /** Who acts may vet for a committee what another organisation nominated. */
    public void underWhoVets(OrganisationId committee, OrganisationId nominator) {
        add(committee, Condition.UNDER_WHO_VETS, (known, on) -> {
            OrganisationLines lines = new OrganisationLines(known, on);
            return known.standing(committee, on).isEmpty()
                    || lines.aboveInParty(actor.organisation(), committee)
                    || lines.atOrAbove(actor.organisation(), nominator);
        });
    }

    /** Another organisation than {@code below}, that stands above it along one of both lines. */
    public void above(OrganisationId above, OrganisationId below) {
        standing(above);
        add(below, Condition.UNDER_WHO_DECIDES, (known, on) -> known.standing(below, on).isEmpty()
                || !above.equals(below) && new OrganisationLines(known, on).atOrAbove(above, below));
    }

    /** A member who serves and is in the Party. */
    public void available(MemberId member) {
        state(Condition.AVAILABLE, MemberState.TYPE, member, MemberState::available);
    }

    /** A member who serves, is in the Party, and whose home is a post. */
    public void availableAt(OrganisationId home, MemberId member) {
        available(member);
        stateIfKnown(Condition.AT_HOME, MemberState.TYPE, member, m -> m.home().equals(home));
    }

    /** A member whose home is the organisation that acts, or stands under it. */
    public void memberOfOwnLine(MemberId member) {
        test(MemberState.TYPE, member, Condition.UNDER_WHO_ACTS, (known, on) -> known.on(MemberState.TYPE, member, on)
                .filter(m -> !new OrganisationLines(known, on).atOrAbove(actor.organisation(), m.home()))
                .isEmpty());
    }

    /** A record none of whose decisions, on whatever day, was taken or amended by the person who acts. */
    public void decidedByOthers(RecordReference other) {
        Catalogue.resource(other.resource()).ifPresent(type -> gathered.add(new Reliance(
                other, Condition.DECIDED_BY_OTHERS, day,
                (known, on) -> !deciders(known.timeline(type, other.id())).contains(actor.person()))));
    }

    private static Set<String> deciders(Timeline<?, ?> timeline) {
        return timeline.steps().stream()
                .filter(step -> timeline.contentAt(timeline.originOf(step.sequence())).competence() == Competence.DECIDE)
                .map(step -> step.actor().person())
                .collect(Collectors.toSet());
    }

    /** An agreement that is in force. */
    public void inForce(AgreementId agreement) {
        state(Condition.IN_FORCE, AgreementState.TYPE, agreement, AgreementState::inForce);
    }

    /** A document that is in force. */
    public void inForce(@Nullable BasisDocumentId document) {
        if (document != null) {
            state(Condition.IN_FORCE, BasisDocumentState.TYPE, document, BasisDocumentState::inForce);
        }
    }

    /** A document that applies to who acts, if it is in force; whether it is, is told of every cited document by itself. */
    public void applies(BasisDocumentId document) {
        test(BasisDocumentState.TYPE, document, Condition.APPLIES, (known, on) -> {
            OrganisationLines lines = new OrganisationLines(known, on);
            return known.on(BasisDocumentState.TYPE, document, on)
                    .filter(BasisDocumentState::inForce)
                    .filter(d -> d.appliesTo().stream().noneMatch(o -> lines.atOrAbove(o, actor.organisation())))
                    .isEmpty();
        });
    }

    /** A record that exists. */
    public void recorded(RecordType<?, ?> type, @Nullable RecordId id) {
        if (id != null) {
            recorded(type, new RecordReference(type.resource(), id.value()));
        }
    }

    /** A record that exists. */
    public void recorded(@Nullable RecordReference other) {
        if (other != null) {
            Catalogue.resource(other.resource()).ifPresent(type -> recorded(type, other));
        }
    }

    private void recorded(RecordType<?, ?> type, RecordReference other) {
        gathered.add(new Reliance(
                other, Condition.RECORDED, day, (known, on) -> known.timeline(type, other.id()).on(on).isPresent()));
    }

    /** A record that exists, and is as it has to be. */
    public <S> void state(Condition condition, RecordType<?, S> type, RecordId id, Predicate<S> asItHasToBe) {
        test(type, id, condition, (known, on) -> known.on(type, id, on).filter(asItHasToBe).isPresent());
    }

    /** A record that is as it has to be, if it exists. */
    public <S> void stateIfKnown(Condition condition, RecordType<?, S> type, RecordId id, Predicate<S> asItHasToBe) {
        test(type, id, condition, (known, on) -> known.on(type, id, on).filter(asItHasToBe.negate()).isEmpty());
    }

    /** Anything else about a record. */
    public void test(RecordType<?, ?> type, RecordId id, Condition condition, Reliance.Test test) {
        gathered.add(new Reliance(new RecordReference(type.resource(), id.value()), condition, day, test));
    }

    private void add(OrganisationId organisation, Condition condition, Reliance.Test test) {
        test(OrganisationState.TYPE, organisation, condition, test);
    }
}
