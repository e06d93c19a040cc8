package org.coordinationledger.cellassignment.event;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a cell assignment is on a day.
 *
 * @param selectedBy the code of the person who selected, who may not introduce
 * @param stageSince the first day of the stage
 * @param letter the letter of introduction, once introduced
 * @param cell the cell, once assigned
 * @param assignedOn the first day of the seat, once assigned
 * @param attendsSince since when the cell confirms attendance, or null
 * @param comments the host's comments by period; true where the home organisation took note
 */
public record CellAssignmentState(
        MemberId member,
        OrganisationId post,
        OrganisationId commune,
        String selectedBy,
        Stage stage,
        LocalDate stageSince,
        @Nullable Letter letter,
        @Nullable OrganisationId cell,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate attendsSince,
        SortedMap<String, Boolean> comments,
        boolean illustrative) {

    /** A letter of introduction. */
    public record Letter(
            DocumentNumber number, LocalDate date, List<OrganisationId> cells, Regime regime, boolean votingRight) {

        Letter naming(List<OrganisationId> heirs) {
            return new Letter(number, date, heirs, regime, votingRight);
        }
    }

    public static final RecordType<CellAssignmentEvent, CellAssignmentState> TYPE = new RecordType<>(
            "CellAssignment", "cell-assignments", CellAssignmentEvent.class, new CellAssignmentEvolution());

    /** Whether it counts as open: assigned, not over, not resting. */
    public boolean open() {
        return stage == Stage.ASSIGNED;
    }

    CellAssignmentState between(
            OrganisationId home, OrganisationId host, @Nullable OrganisationId seat, @Nullable Letter given) {
        return new CellAssignmentState(
                member, home, host, selectedBy, stage, stageSince, given, seat, assignedOn, attendsSince, comments,
                illustrative);
    }

    CellAssignmentState in(Stage next, LocalDate since) {
        return new CellAssignmentState(
                member, post, commune, selectedBy, next, since, letter, cell, assignedOn, attendsSince, comments,
                illustrative);
    }

    CellAssignmentState introducedBy(Letter given, LocalDate since) {
        return new CellAssignmentState(
                member, post, commune, selectedBy, Stage.INTRODUCED, since, given, cell, assignedOn, attendsSince,
                comments, illustrative);
    }

    CellAssignmentState seatedIn(OrganisationId seat, LocalDate since) {
        return new CellAssignmentState(
                member, post, commune, selectedBy, Stage.ASSIGNED, since, letter, seat, since, attendsSince, comments,
                illustrative);
    }

    CellAssignmentState attending(LocalDate since) {
        return new CellAssignmentState(
                member, post, commune, selectedBy, stage, stageSince, letter, cell, assignedOn, since, comments,
                illustrative);
    }

    CellAssignmentState commented(SortedMap<String, Boolean> all) {
        return new CellAssignmentState(
                member, post, commune, selectedBy, stage, stageSince, letter, cell, assignedOn, attendsSince, all,
                illustrative);
    }
}
