package org.coordinationledger.agreement.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.WitnessKey;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement is on a day.
 *
 * @param lastDay the last day of the term, included; null if it has none
 * @param numbering its number, once it has one
 * @param stageSince the first day of the stage
 * @param revisions how many revisions of the text there have been, amendments included
 * @param pending the revision that not all have signed yet: the draft, or an amendment; null if there is none
 * @param signed the revision that all have signed, or null; the one in force
 * @param inCharge who looks after it, by the id of the party
 * @param witnesses the witness of the ledger that a party runs, by the id of the party
 * @param proposedContents what is proposed for a period and not agreed by all, or null
 * @param agreedContents what all agreed, the latest last
 * @param replacedBy the agreement that took its place, or null
 */
public record AgreementState(
        AgreementKind kind,
        Subject subject,
        OrganisationId lead,
        List<OrganisationId> parties,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Numbering numbering,
        AgreementStage stage,
        LocalDate stageSince,
        int revisions,
        @Nullable Revision pending,
        @Nullable Revision signed,
        SortedMap<String, PersonInCharge> inCharge,
        SortedMap<String, WitnessKey> witnesses,
        @Nullable AnnualContents proposedContents,
        List<AnnualContents> agreedContents,
        @Nullable AgreementId replacedBy,
        boolean illustrative) {

    /** A number, and the day on which the lead party gave it: it is unique in that year. */
    public record Numbering(DocumentNumber number, LocalDate givenOn) {}

    /**
     * A revision of the text.
     *
     * @param number 1, 2, …
     * @param writtenOn the day on which it was brought; an amendment lies before the parties from then on
     * @param signedBy the parties that signed it so far, in order
     */
    public record Revision(int number, TextDigest text, LocalDate writtenOn, List<OrganisationId> signedBy) {

        Revision inherited(UnaryOperator<OrganisationId> heir) {
            return new Revision(number, text, writtenOn, Heirs.apart(signedBy, heir));
        }

        Revision signedBy(OrganisationId party) {
            return new Revision(number, text, writtenOn, longer(signedBy, party));
        }
    }

    public static final RecordType<AgreementEvent, AgreementState> TYPE =
            new RecordType<>("Agreement", "agreements", AgreementEvent.class, new AgreementEvolution());

    public boolean inForce() {
        return stage == AgreementStage.IN_FORCE;
    }

    /** The parties whose signature is awaited: of a proposed text, or of an amendment. */
    public List<OrganisationId> awaiting() {
        Revision asked = asked();
        return asked == null
                ? List.of()
                : parties.stream().filter(p -> !asked.signedBy().contains(p)).toList();
    }

    /** The revision that lies before the parties for their signatures, or null. */
    @Nullable Revision asked() {
        boolean proposed = stage == AgreementStage.PROPOSED || signed != null && !stage.over();
        return proposed ? pending : null;
    }

    /** Since when a revision lies before the parties for their signatures; null while none does. */
    public @Nullable LocalDate askedSince() {
        Revision asked = asked();
        if (asked == null) {
            return null;
        }
        return stage == AgreementStage.PROPOSED ? stageSince : asked.writtenOn();
    }

    /** With heirs in the place of parties; no two parties become one. */
    AgreementState inherited(UnaryOperator<OrganisationId> heir) {
        SortedMap<String, PersonInCharge> ofHeirs = new TreeMap<>();
        SortedMap<String, WitnessKey> witnessesOfHeirs = new TreeMap<>();
        witnesses.forEach((party, witness) ->
                witnessesOfHeirs.put(heir.apply(new OrganisationId(party)).value(), witness));
        inCharge.forEach((party, person) ->
                ofHeirs.put(heir.apply(new OrganisationId(party)).value(), person));
        return new AgreementState(
                kind, subject, heir.apply(lead), Heirs.apart(parties, heir), firstDay, lastDay, numbering, stage,
                stageSince, revisions, pending == null ? null : pending.inherited(heir),
                signed == null ? null : signed.inherited(heir), Collections.unmodifiableSortedMap(ofHeirs),
                Collections.unmodifiableSortedMap(witnessesOfHeirs),
                proposedContents == null ? null : proposedContents.inherited(heir), agreedContents, replacedBy,
                illustrative);
    }

    AgreementState in(AgreementStage next, LocalDate since) {
        return new AgreementState(
                kind, subject, lead, parties, firstDay, lastDay, numbering, next, since, revisions, pending, signed,
                inCharge, witnesses, proposedContents, agreedContents, replacedBy, illustrative);
    }

    /** With another term. */
    AgreementState lasting(LocalDate from, @Nullable LocalDate to) {
        return new AgreementState(
                kind, subject, lead, parties, from, to, numbering, stage, stageSince, revisions, pending, signed,
                inCharge, witnesses, proposedContents, agreedContents, replacedBy, illustrative);
    }

    /** With the next revision of the text, which nobody has signed. */
    AgreementState revised(TextDigest text, LocalDate on) {
        return with(new Revision(revisions + 1, text, on, List.of()), signed, revisions + 1);
    }

    AgreementState with(@Nullable Revision nowPending, @Nullable Revision nowSigned) {
        return with(nowPending, nowSigned, revisions);
    }

    private AgreementState with(@Nullable Revision nowPending, @Nullable Revision nowSigned, int count) {
        return new AgreementState(
                kind, subject, lead, parties, firstDay, lastDay, numbering, stage, stageSince, count, nowPending,
                nowSigned, inCharge, witnesses, proposedContents, agreedContents, replacedBy, illustrative);
    }

    AgreementState numbered(Numbering given) {
        return new AgreementState(
                kind, subject, lead, parties, firstDay, lastDay, given, stage, stageSince, revisions, pending, signed,
                inCharge, witnesses, proposedContents, agreedContents, replacedBy, illustrative);
    }

    AgreementState inChargeOf(SortedMap<String, PersonInCharge> named) {
        return new AgreementState(
                kind, subject, lead, parties, firstDay, lastDay, numbering, stage, stageSince, revisions, pending,
                signed, named, witnesses, proposedContents, agreedContents, replacedBy, illustrative);
    }

    AgreementState witnessedBy(SortedMap<String, WitnessKey> named) {
        return new AgreementState(
                kind, subject, lead, parties, firstDay, lastDay, numbering, stage, stageSince, revisions, pending,
                signed, inCharge, named, proposedContents, agreedContents, replacedBy, illustrative);
    }

    AgreementState with(@Nullable AnnualContents proposed, List<AnnualContents> agreed) {
        return new AgreementState(
                kind, subject, lead, parties, firstDay, lastDay, numbering, stage, stageSince, revisions, pending,
                signed, inCharge, witnesses, proposed, agreed, replacedBy, illustrative);
    }

    AgreementState replaced(AgreementId by, LocalDate on) {
        return new AgreementState(
                kind, subject, lead, parties, firstDay, lastDay, numbering, AgreementStage.REPLACED, on, revisions,
                pending, signed, inCharge, witnesses, proposedContents, agreedContents, by, illustrative);
    }

    void requireSigned() {
        requireStage(AgreementStage.SIGNED, AgreementStage.IN_FORCE);
    }

    void requireStage(AgreementStage... needed) {
        if (!List.of(needed).contains(stage)) {
            throw new RejectedException(outOfOrder(needed));
        }
    }

    AgreementRejection outOfOrder(AgreementStage... needed) {
        return new AgreementRejection.StepOutOfOrder(
                stage.name(), Arrays.stream(needed).map(Enum::name).toList());
    }

    static <T> List<T> longer(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
