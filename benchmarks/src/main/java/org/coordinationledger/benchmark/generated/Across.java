package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;

/** The rules across records that the command side holds, as far as a generated step could break one. */
final class Across {

    private Across() {}

    static boolean allows(World world, Life<?, ?> life, RecordEvent event, Actor actor) {
        RecordEvent content = event instanceof Amendment.Corrected corrected ? corrected.replacement() : event;
        LocalDate day = content.effectiveOn();
        if (content instanceof Amendment) {
            return true;
        }
        if (content.competence() != Competence.ADMINISTER && !standing(world, actor.organisation(), day)) {
            return false;
        }
        return inForce(world, content.bases(), actor.organisation(), day) && allowsContent(world, life, content, day);
    }

    private static boolean allowsContent(World world, Life<?, ?> life, RecordEvent content, LocalDate day) {
        if (content instanceof OrganisationEvent.Registered e) {
            return (e.partySuperior() == null || standing(world, e.partySuperior(), day))
                    && (e.commandSuperior() == null || standing(world, e.commandSuperior(), day))
                    && allStand(world, e.covers(), day);
        }
        if (content instanceof OrganisationEvent.Reattached e) {
            return e.superior() == null || standing(world, e.superior(), day);
        }
        if (content instanceof OrganisationEvent.TerritoryCovered e) {
            return allStand(world, e.covers(), day);
        }
        if (content instanceof OrganisationEvent.Dissolved e) {
            return allStand(world, e.successors(), day);
        }
        if (content instanceof BasisDocumentEvent.Issued e) {
            return standing(world, e.issuer(), e.issuedOn()) && allStand(world, e.appliesTo(), day);
        }
        if (content instanceof BasisDocumentEvent.Superseded e) {
            return inForce(world, e.by(), day);
        }
        if (content instanceof BasisDocumentEvent.Amended e) {
            return inForce(world, e.by(), day);
        }
        if (content instanceof MemberEvent.Registered e) {
            return standing(world, e.home(), day);
        }
        if (content instanceof MemberEvent.Transferred e) {
            return standing(world, e.to(), day);
        }
        if (content instanceof CellAssignmentEvent.Selected e) {
            return standing(world, e.post(), day)
                    && standing(world, e.commune(), day)
                    && isAvailable(world, e.member().value(), e.post(), day);
        }
        if (content instanceof CellAssignmentEvent.Introduced e) {
            CellAssignmentState state = (CellAssignmentState) life.on(day).orElseThrow();
            return standing(world, state.commune(), day)
                    && e.cells().stream().allMatch(cell -> cellOf(world, cell, state.commune(), day));
        }
        if (content instanceof CellAssignmentEvent.Assigned e) {
            CellAssignmentState state = (CellAssignmentState) life.on(day).orElseThrow();
            return isAvailable(world, state.member().value(), state.post(), day)
                    && cellOf(world, e.cell(), state.commune(), day);
        }
        return true;
    }

    static boolean standing(World world, OrganisationId organisation, LocalDate day) {
        return world.organisations.find(organisation).flatMap(life -> life.on(day))
                .filter(OrganisationState::standing).isPresent();
    }

    private static boolean allStand(World world, List<OrganisationId> all, LocalDate day) {
        return all.stream().allMatch(one -> standing(world, one, day));
    }

    private static boolean isAvailable(World world, String member, OrganisationId post, LocalDate day) {
        return world.members.find(member).on(day)
                .filter(MemberState::available)
                .filter(state -> state.home().equals(post))
                .isPresent();
    }

    private static boolean cellOf(World world, OrganisationId cell, OrganisationId commune, LocalDate day) {
        return world.organisations.find(cell).flatMap(life -> life.on(day))
                .filter(OrganisationState::standing)
                .filter(state -> commune.equals(state.partySuperior()))
                .isPresent();
    }

    private static boolean inForce(World world, BasisDocumentId document, LocalDate day) {
        return world.documents.find(document).on(day).filter(BasisDocumentState::inForce).isPresent();
    }

    /** Whether documents are in force on a day and apply to an organisation, or to something above it. */
    static boolean inForce(World world, List<BasisDocumentId> bases, OrganisationId organisation, LocalDate day) {
        if (bases.isEmpty()) {
            return true;
        }
        Set<OrganisationId> lines = new HashSet<>();
        climb(world, organisation, day, lines);
        return bases.stream().allMatch(basis -> world.documents.find(basis).on(day)
                .filter(BasisDocumentState::inForce)
                .filter(state -> state.appliesTo().stream().anyMatch(lines::contains))
                .isPresent());
    }

    private static void climb(World world, OrganisationId from, LocalDate day, Set<OrganisationId> seen) {
        if (!seen.add(from)) {
            return;
        }
        world.organisations.find(from).flatMap(life -> life.on(day)).ifPresent(state -> {
            if (state.partySuperior() != null) {
                climb(world, state.partySuperior(), day, seen);
            }
            if (state.commandSuperior() != null) {
                climb(world, state.commandSuperior(), day, seen);
            }
        });
    }
}
