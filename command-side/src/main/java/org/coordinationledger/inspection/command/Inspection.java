package org.coordinationledger.inspection.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.inspection.event.InspectionEvent.Concluded;
import org.coordinationledger.inspection.event.InspectionEvent.Decided;
import org.coordinationledger.inspection.event.InspectionEvent.Found;
import org.coordinationledger.inspection.event.InspectionEvent.Heard;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyAccepted;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRefused;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyReported;
import org.coordinationledger.inspection.event.InspectionEvent.RemedyRequired;
import org.coordinationledger.inspection.event.InspectionEvent.Reminded;
import org.coordinationledger.inspection.event.InspectionEvent.SelfReported;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionRejection;
import org.coordinationledger.inspection.event.InspectionState.Finding;
import org.coordinationledger.inspection.event.InspectionState.Remedy;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/** Decides about one inspection. */
final class Inspection extends RecordAggregate<InspectionEvent, InspectionState> {

    Inspection() {
        super(InspectionState.TYPE);
    }

    @CommandHandler(commandName = "inspections")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    /**
     * What concerns persons is checked here of whoever acts, be it by correcting a step; the fold checks the same of the
     * first author, whom a corrected step keeps.
     */
    @Override
    protected void requireAcross(InspectionEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Decided e) {
            e.subjects().forEach(subject -> {
                neighbours.standing(subject, day);
                requireAbove(e.commissionedBy(), subject, day, neighbours);
            });
        } else if (event instanceof Found e) {
            stateBefore(day).requireTeam(actor);
            requireRecord(e.record(), day, neighbours);
            requireNotDecider(e.record(), actor.person(), neighbours);
        } else if (event instanceof SelfReported || event instanceof Heard || event instanceof RemedyReported) {
            stateBefore(day).requireNotTeam(actor);
        } else if (event instanceof Concluded e && e.text() != null) {
            neighbours.text(e.text());
        } else if (event instanceof RemedyRequired e) {
            neighbours.standing(e.responsible(), day);
        } else if (event instanceof RemedyRefused e) {
            stateBefore(day).requireNotReporter(actor, e.finding());
        } else if (event instanceof Reminded e && e.byTeam()) {
            stateBefore(day).requireTeam(actor);
        }
    }

    /** Nobody is inspected by an equal, or from below. */
    private static void requireAbove(
            OrganisationId commissioning, OrganisationId subject, LocalDate day, Neighbours neighbours) {
        if (!neighbours.bodiesAbove(subject, day).contains(commissioning)) {
            throw new RejectedException(new InspectionAcross.NotAbove(commissioning.value(), subject.value()));
        }
    }

    private static void requireRecord(@Nullable RecordReference record, LocalDate day, Neighbours neighbours) {
        if (record != null) {
            RecordType<?, ?> type = Catalogue.resource(record.resource())
                    .orElseThrow(() -> new RejectedException(
                            new NeighbourRejection.UnknownNeighbour(record.resource(), record.id(), day)));
            neighbours.state(type, new AnyRecordId(record.id()), day);
        }
    }

    private static void requireNotDecider(@Nullable RecordReference record, String person, Neighbours neighbours) {
        if (record != null
                && Catalogue.resource(record.resource())
                        .filter(type -> neighbours.deciders(type, new AnyRecordId(record.id())).contains(person))
                        .isPresent()) {
            throw new RejectedException(new InspectionAcross.InspectsOwnDecision(record.resource(), record.id()));
        }
    }

    /**
     * What the commissioning body judged stays as it was; a finding that is corrected to be about another record is still
     * by whom it was first, who did not decide there either; and nobody judges a report that they corrected.
     */
    @Override
    protected void requireThroughout(
            Timeline<InspectionEvent, InspectionState> before,
            Timeline<InspectionEvent, InspectionState> after,
            Neighbours neighbours) {
        Map<String, Finding> known = findings(before);
        findings(after).forEach((key, finding) -> {
            Finding was = known.get(key);
            boolean same = was != null && was.found().equals(finding.found());
            boolean concluded = concluded(before) && concluded(after);
            if (was != null && (concluded && !same || acceptedOtherwise(was, finding))) {
                throw new RejectedException(new InspectionAcross.AlreadyJudged(key));
            }
            if (!same) {
                requireNotDecider(finding.found().record(), finding.foundBy(), neighbours);
            }
            if (judgesOwnCorrection(before, after, e -> reports(e, key), e -> judges(e, key))) {
                throw new RejectedException(new InspectionRejection.ReportedByTheSamePerson());
            }
        });
    }

    private static boolean reports(RecordEvent event, String finding) {
        return event instanceof RemedyReported e && e.finding().value().equals(finding);
    }

    private static boolean judges(RecordEvent event, String finding) {
        return event instanceof RemedyAccepted a && a.finding().value().equals(finding)
                || event instanceof RemedyRefused r && r.finding().value().equals(finding);
    }

    /** Whether a remedy was accepted and still is, but not for what was required and reported then. */
    private static boolean acceptedOtherwise(Finding before, Finding after) {
        Remedy was = before.remedy();
        Remedy is = after.remedy();
        return was != null
                && is != null
                && !before.open()
                && !after.open()
                && !(was.required().equals(is.required()) && Objects.equals(was.report(), is.report()));
    }

    private static boolean concluded(Timeline<InspectionEvent, InspectionState> timeline) {
        List<Phase<InspectionState>> phases = timeline.phases();
        return !phases.isEmpty() && phases.get(phases.size() - 1).state().conclusion() != null;
    }

    private static Map<String, Finding> findings(Timeline<InspectionEvent, InspectionState> timeline) {
        List<Phase<InspectionState>> phases = timeline.phases();
        return phases.isEmpty() ? Map.of() : phases.get(phases.size() - 1).state().findings();
    }
}
