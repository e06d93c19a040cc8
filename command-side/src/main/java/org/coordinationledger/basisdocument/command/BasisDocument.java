package org.coordinationledger.basisdocument.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Amended;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Issued;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Revoked;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Superseded;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Decides about one basis document. */
final class BasisDocument extends RecordAggregate<BasisDocumentEvent, BasisDocumentState> {

    BasisDocument() {
        super(BasisDocumentState.TYPE);
    }

    @CommandHandler(commandName = "basis-documents")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(BasisDocumentEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Issued e) {
            neighbours.standing(e.issuer(), e.issuedOn());
            e.jointIssuers().forEach(o -> neighbours.standing(o, e.issuedOn()));
            e.appliesTo().forEach(o -> neighbours.standing(o, day));
            requireTerm(e.issuer(), e.series(), e.issuedOn(), neighbours);
        } else if (event instanceof Amended e) {
            requireOther(e.by(), day, neighbours);
        } else if (event instanceof Superseded e) {
            requireOther(e.by(), day, neighbours);
        } else if (event instanceof Revoked e) {
            requireOther(e.by(), day, neighbours);
        }
    }

    private static void requireTerm(
            OrganisationId issuer, Series series, LocalDate issuedOn, Neighbours neighbours) {
        if (term(issuer, series, issuedOn, neighbours).isEmpty()) {
            throw new RejectedException(new BasisDocumentAcross.NoTermOfOffice(issuer.value(), issuedOn));
        }
    }

    /** What numbers run in: the calendar year, or the issuer's term of office as known now, if one is known. */
    private static Optional<String> term(
            OrganisationId issuer, Series series, LocalDate issuedOn, Neighbours neighbours) {
        if (series == Series.STATE_YEAR) {
            return Optional.of(Integer.toString(issuedOn.getYear()));
        }
        return neighbours
                .find(OrganisationState.TYPE, issuer, issuedOn)
                .flatMap(organisation -> organisation.termOn(issuedOn))
                .map(term -> term.name().value());
    }

    /** The document that changes or ends this one is another, and in force by then. */
    private void requireOther(@Nullable BasisDocumentId by, LocalDate day, Neighbours neighbours) {
        if (by == null) {
            return;
        }
        if (by.value().equals(recordId())) {
            throw new RejectedException(new BasisDocumentAcross.EndsItself());
        }
        BasisDocumentState other = neighbours.state(BasisDocumentState.TYPE, by, day);
        if (!other.inForce()) {
            throw new RejectedException(new BasisDocumentAcross.ByDocumentNotInForce(
                    by.value(), other.number().value()));
        }
    }

    /**
     * A number is unique for its issuer and kind, within the issuer's term of office or the year. Where the term has
     * become unknown since, no key is asked for, so that the document can still be amended, ended or corrected.
     */
    @Override
    protected List<Claim> claims(
            Timeline<BasisDocumentEvent, BasisDocumentState> asKnown, Neighbours neighbours) {
        return asKnown.phases().stream()
                .findFirst()
                .map(Phase::state)
                .flatMap(d -> term(d.issuer(), d.series(), d.issuedOn(), neighbours).map(term -> number(d, term)))
                .stream()
                .toList();
    }

    private static Claim number(BasisDocumentState document, String term) {
        return Claim.always(
                Claim.key(
                        "document-number",
                        document.issuer().value(),
                        document.kind().name(),
                        term,
                        document.number().compared()),
                other -> new BasisDocumentAcross.NumberTaken(document.number().value(), other));
    }
}
