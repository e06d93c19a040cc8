package org.coordinationledger.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one report states, as its scenario file says it. Keys are unique within the file; {@code central/<key>} names a
 * central body of the file that all scenarios share.
 *
 * @param replay the group of cell assignments whose first one the demo replays, or null
 */
record Scenario(
        String report,
        List<OrganisationEntry> organisations,
        List<HeirEntry> heirs,
        List<PersonEntry> people,
        List<DocumentEntry> basisDocuments,
        List<SupersessionEntry> supersessions,
        List<CorrectionEntry> corrections,
        List<MemberEntry> members,
        List<AssignmentEntry> cellAssignments,
        List<RecordEntry> records,
        @Nullable String replay,
        List<ExpectedFigure> expected) {

    Scenario {
        organisations = orEmpty(organisations);
        heirs = orEmpty(heirs);
        people = orEmpty(people);
        basisDocuments = orEmpty(basisDocuments);
        supersessions = orEmpty(supersessions);
        corrections = orEmpty(corrections);
        members = orEmpty(members);
        cellAssignments = orEmpty(cellAssignments);
        records = orEmpty(records);
        expected = orEmpty(expected);
    }

    /**
     * One organisation, or {@code count} of a kind. Of a group, those in {@code places} are named by the report and
     * the rest are called by {@code otherPlaces} and marked illustrative. Where {@code under} or {@code covers} names
     * a group, this entry is spread over it, or it over this entry, as evenly as the numbers allow, in order.
     *
     * @param count null for one organisation that the report names
     * @param since the first day on which they stand, or null for the day that all scenarios assume
     * @param name may contain {@code {place}}, {@code {placeAbove}}, {@code {number}} and {@code {numberThere}}
     */
    record OrganisationEntry(
            String key,
            String kind,
            @Nullable Integer count,
            @Nullable LocalDate since,
            List<String> places,
            @Nullable String otherPlaces,
            String name,
            @Nullable String under,
            @Nullable String commandedBy,
            @Nullable String covers,
            @Nullable TerritoryEntry territory) {
        OrganisationEntry {
            places = orEmpty(places);
        }
    }

    /**
     * Who takes whose place: organisations of one entry those of another, several in a row becoming one, as evenly as the
     * numbers allow. Each is called {@code @each.heir} where a record or a step is made for the other.
     */
    record HeirEntry(String of, String are) {}

    /**
     * Somebody besides the two who act for each organisation; may do nothing before a mandate is granted further down.
     *
     * @param actsFor the key of an organisation
     * @param role the name of an {@link org.coordinationledger.actor.Role}
     */
    record PersonEntry(String key, String actsFor, String role) {}

    /** Facts of a territory; a quantity is a number, or {@code {about: number}} as the report says it. */
    record TerritoryEntry(
            @Nullable String border,
            @Nullable JsonNode borderKm,
            @Nullable JsonNode coastKm,
            @Nullable JsonNode seaKm2,
            @Nullable JsonNode populationShare,
            @Nullable String facing) {}

    /**
     * A basis document; it applies to the scenario's province and what stands under it.
     *
     * @param series {@code PARTY_TERM} if not given
     * @param inForceFrom the day of issue if not given
     */
    record DocumentEntry(
            String key,
            String number,
            String kind,
            @Nullable String series,
            String issuer,
            @Nullable String issuerBody,
            LocalDate issuedOn,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate lastDay,
            String subject,
            boolean provisional,
            List<String> carriesOut,
            boolean illustrative) {
        DocumentEntry {
            carriesOut = orEmpty(carriesOut);
        }
    }

    /** One document takes another's place. */
    record SupersessionEntry(String document, String by, LocalDate effectiveOn, String reason) {}

    /** A document was recorded with wrong dates, and is then corrected. */
    record CorrectionEntry(
            String document, DocumentDates insteadOf, DocumentDates itWas, LocalDate effectiveOn, String reason) {}

    record DocumentDates(LocalDate issuedOn, LocalDate inForceFrom) {}

    /**
     * One member for each cell of a group, at home in the post that covers the cell's commune.
     *
     * @param count for so many of the cells only, the first ones, or null for all
     */
    record MemberEntry(String key, String oneForEach, @Nullable Integer count, String codes, LocalDate registeredOn) {}

    /** Each member of a group takes a seat in the cell that the member was registered for. */
    record AssignmentEntry(String key, String members, LocalDate effectiveOn, List<String> bases) {
        AssignmentEntry {
            bases = orEmpty(bases);
        }
    }

    /**
     * Records of any other kind, each told step by step.
     *
     * @param of the kind, as the API names it, such as {@code agreements}
     * @param forEach groups of organisations or of members, one record for each of them; {@code count} of them at most
     * @param count how many records, where they are made for nobody in particular
     * @param to organisations, or records of further up or of scenarios before, that take the steps; then nothing begins
     * @param effectiveOn the day from which the steps count back, where they name no day themselves
     * @param steps in order; the first begins the record
     */
    record RecordEntry(
            String key,
            String of,
            List<String> forEach,
            List<String> to,
            @Nullable Integer count,
            @Nullable Times effectiveOn,
            List<StepEntry> steps) {
        RecordEntry {
            forEach = orEmpty(forEach);
            to = orEmpty(to);
            steps = orEmpty(steps);
        }

        /** Whether this is one record, called by the entry's key alone. */
        boolean alone() {
            return forEach.isEmpty() && to.isEmpty() && count == null;
        }
    }

    /** A day, or for each record the first working day of a month, one month after another and round again. */
    record Times(@Nullable LocalDate date, @Nullable YearMonth firstWorkingDays, int months) {}

    /**
     * One step.
     *
     * @param step as the API names it; of the first step, what the report calls it
     * @param forEach a group of organisations, each of which takes the step
     * @param by who takes it: the key of an organisation and {@code records} or {@code decides}, or that of a person
     * @param body which body of the organisation acts
     * @param on its day, or null where it is {@code before} days before the record's
     * @param again tells one of several equal steps of a record from the others
     * @param with what it says; see {@link References}
     * @param refusedAs the problem with which it is refused, such as {@code briefing/already-over}; null if it is recorded
     */
    record StepEntry(
            String step,
            @Nullable String forEach,
            String by,
            @Nullable String body,
            @Nullable LocalDate on,
            int before,
            @Nullable String again,
            List<String> bases,
            @Nullable JsonNode with,
            @Nullable String refusedAs) {
        StepEntry {
            bases = orEmpty(bases);
        }
    }

    /**
     * A figure that the views must show once the scenario is recorded.
     *
     * @param scope {@code province}, the key of an organisation, or what the report calls it; of a group, all its
     *     organisations together
     * @param value a number, a text or a list of texts
     * @param quality how good the figure is, where the report says so
     * @param readFrom where the figure is read from a record instead of computed
     */
    record ExpectedFigure(
            String figure,
            String scope,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith,
            JsonNode value,
            @Nullable String quality,
            @Nullable Reading readFrom) {}

    /** A fact of a document, or of an organisation, on a date. */
    record Reading(@Nullable String document, @Nullable String organisation, String fact) {}

    /** What all scenarios assume. */
    record Assumptions(
            LocalDate organisationsStandSince,
            List<TermEntry> terms,
            List<String> termsFor,
            DaysBefore daysBeforeAssigned,
            String letterNumber,
            String introducedBy,
            String regime,
            boolean votingRight,
            String illustrativeMark,
            List<OrganisationEntry> centralBodies,
            PeopleNames people) {}

    record TermEntry(String name, LocalDate from, LocalDate to) {}

    /** How many days before the day of assignment the earlier steps took effect. */
    record DaysBefore(int selected, int agreed, int introduced, int received) {}

    /** Words that synthetic members' names are put together from. */
    record PeopleNames(List<String> family, List<String> middle, List<String> given, List<String> ranks) {

        /** The name of the nth synthetic person, from 0. */
        String name(int n) {
            return word(family, n) + " " + word(middle, n) + " " + word(given, n);
        }

        String rank(int n) {
            return word(ranks, n);
        }

        private static String word(List<String> words, int n) {
            return words.get(n % words.size());
        }
    }

    static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
