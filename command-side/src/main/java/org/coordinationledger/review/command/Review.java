package org.coordinationledger.review.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewEvent.AttendanceRecorded;
import org.coordinationledger.review.event.ReviewEvent.Convened;
import org.coordinationledger.review.event.ReviewEvent.Directed;
import org.coordinationledger.review.event.ReviewEvent.FollowUpDone;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/** Decides about one review. */
final class Review extends RecordAggregate<ReviewEvent, ReviewState> {

    Review() {
        super(ReviewState.TYPE);
    }

    @CommandHandler(commandName = "reviews")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(ReviewEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Convened e) {
            requireReviewed(e.reviewed(), day, neighbours);
            requireConsent(e, neighbours);
            requireStanding(e.invited(), day, neighbours);
        } else if (event instanceof AttendanceRecorded e) {
            requireStanding(e.attended(), day, neighbours);
        } else if (event instanceof Directed e) {
            requireStanding(e.followUps().stream().map(FollowUp::who).toList(), day, neighbours);
        } else if (event instanceof FollowUpDone e) {
            neighbours.standing(e.by(), day);
            requireDocument(e.document(), day, neighbours);
        }
    }

    /** What is reviewed exists; it may be over by then. */
    private static void requireReviewed(RecordReference reviewed, LocalDate day, Neighbours neighbours) {
        neighbours.state(
                Catalogue.resource(reviewed.resource()).orElseThrow(), new AnyRecordId(reviewed.id()), day);
    }

    /** It is a body above the convener that consents, and nobody else. */
    private static void requireConsent(Convened event, Neighbours neighbours) {
        OrganisationId by = event.consentBy();
        if (by == null) {
            return;
        }
        LocalDate day = event.effectiveOn();
        neighbours.standing(by, day);
        if (by.equals(event.convener()) || !neighbours.atOrAbove(event.convener(), day).contains(by)) {
            throw new RejectedException(new ReviewAcross.ConsentNotFromAbove(
                    by.value(), event.convener().value()));
        }
        requireDocument(event.consentDocument(), day, neighbours);
    }

    private static void requireStanding(List<OrganisationId> organisations, LocalDate day, Neighbours neighbours) {
        organisations.forEach(organisation -> neighbours.standing(organisation, day));
    }

    private static void requireDocument(@Nullable BasisDocumentId document, LocalDate day, Neighbours neighbours) {
        if (document != null) {
            neighbours.state(BasisDocumentState.TYPE, document, day);
        }
    }
}
