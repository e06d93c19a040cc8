package org.coordinationledger.view.declaration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A figure: what is counted, of which records, and which organisations place a record in a scope.
 *
 * @param name as in addresses and answers; frozen once a version is out
 * @param of the fact that is counted or shown, or null where records themselves are
 * @param orderedBy the fact that {@link Measure#VALUES} are ordered by, or null
 * @param where what a record's facts must be
 * @param placing how a record belongs to a scope
 * @param placedBy the organisation facts that place a record; empty where the record is the organisation itself
 * @param growing whether the value is the growth since {@code comparedWith} instead of the count itself
 * @param reached the fact whose day has come, or null where no day is asked for
 * @param happenedOn the date fact that says on which day what is counted happened, so that it can be counted within a
 *     period; null where what is counted is how things stand
 * @param accumulating whether the quantity of a record only grows, with {@code happenedOn} the day on which it last did:
 *     within a period it is what came in it
 */
public record Figure(
        String name,
        Measure measure,
        @Nullable String of,
        @Nullable String orderedBy,
        Map<String, Object> where,
        Placing placing,
        List<String> placedBy,
        boolean growing,
        @Nullable String reached,
        @Nullable String happenedOn,
        boolean accumulating) {

    /** What is made of the records. */
    public enum Measure {
        /** How many records there are. */
        COUNT,
        /** How many different values a fact has. */
        DISTINCT,
        /** The different values of a fact themselves. */
        VALUES,
        /** The sum of a quantity over the records; as good as the weakest of them. */
        SUM,
        /**
         * The middle of a quantity over the records that have it: as many have less as have more; of an even number the
         * mean of the two in the middle. None where no record has it.
         */
        MEDIAN,
        /** A quantity that the scope itself has; nothing is added up. */
        QUANTITY
    }

    /** How a record belongs to a scope. */
    public enum Placing {
        /** One of its organisations is the scope, or stands under it along the party or the command line. */
        WITHIN_SCOPE,
        /** One of its organisations is the scope, or one that the scope stands under. */
        APPLIES_TO_SCOPE,
        /** The record is the scope. */
        IS_SCOPE
    }

    public Figure {
        where = Map.copyOf(where);
        placedBy = List.copyOf(placedBy);
        if (accumulating && (measure != Measure.SUM || !where.isEmpty() || reached != null)) {
            throw new IllegalArgumentException(name + " accumulates and is no sum over all records");
        }
    }

    /** How many records there are. */
    public static Figure count(String name) {
        return made(name, Measure.COUNT, null, null, Placing.WITHIN_SCOPE);
    }

    /** How many different values {@code fact} has. */
    public static Figure distinct(String name, String fact) {
        return made(name, Measure.DISTINCT, fact, null, Placing.WITHIN_SCOPE);
    }

    /** The different values of {@code fact}, in the order of another fact. */
    public static Figure values(String name, String fact, String orderedBy) {
        return made(name, Measure.VALUES, fact, orderedBy, Placing.WITHIN_SCOPE);
    }

    /** The sum of the quantity {@code fact} over the records. */
    public static Figure sum(String name, String fact) {
        return made(name, Measure.SUM, fact, null, Placing.WITHIN_SCOPE);
    }

    /** The middle of the quantity {@code fact} over the records that have it. */
    public static Figure median(String name, String fact) {
        return made(name, Measure.MEDIAN, fact, null, Placing.WITHIN_SCOPE);
    }

    /** The quantity that the scope itself has: a record of the figure's feature. */
    public static Figure quantity(String name, String fact) {
        return made(name, Measure.QUANTITY, fact, null, Placing.IS_SCOPE);
    }

    private static Figure made(
            String name, Measure measure, @Nullable String of, @Nullable String orderedBy, Placing placing) {
        return new Figure(name, measure, of, orderedBy, Map.of(), placing, List.of(), false, null, null, false);
    }

    /** Only records whose fact has this value, which is a {@link Boolean} or a {@link String}. */
    public Figure where(String fact, Object value) {
        Map<String, Object> more = new TreeMap<>(where);
        more.put(fact, value);
        return new Figure(
                name, measure, of, orderedBy, more, placing, placedBy, growing, reached, happenedOn, accumulating);
    }

    /** Only records that have this fact and whose day in it has come on the day asked about. */
    public Figure reached(String fact) {
        return new Figure(
                name, measure, of, orderedBy, where, placing, placedBy, growing, fact, happenedOn, accumulating);
    }

    /** What is counted happened on the day that this date fact says, so that it can be counted within a period. */
    public Figure happenedOn(String fact) {
        return new Figure(name, measure, of, orderedBy, where, placing, placedBy, growing, reached, fact, false);
    }

    /**
     * The quantity of a record only grows, and last did on the day that this date fact says: within a period it is what
     * it is on the last day, less what it was the day before the first. Of a {@link #sum} over all records.
     */
    public Figure accumulatingUntil(String fact) {
        return new Figure(name, measure, of, orderedBy, where, placing, placedBy, growing, reached, fact, true);
    }

    /** A record counts for a scope if one of the organisations in these facts is the scope or stands under it. */
    public Figure placedBy(String... facts) {
        return new Figure(
                name, measure, of, orderedBy, where, Placing.WITHIN_SCOPE, List.of(facts), growing, reached, happenedOn,
                accumulating);
    }

    /** A record counts for a scope if one of the organisations in this fact is the scope or stands above it. */
    public Figure applyingTo(String fact) {
        return new Figure(
                name, measure, of, orderedBy, where, Placing.APPLIES_TO_SCOPE, List.of(fact), growing, reached,
                happenedOn, accumulating);
    }

    /** The figure whose value is the growth of this one since the day it is compared with. */
    public Figure growth(String growthName) {
        return new Figure(
                growthName, measure, of, orderedBy, where, placing, placedBy, true, reached, happenedOn, accumulating);
    }

    /** Whether its value is a number that can be compared with that of another day. */
    public boolean comparable() {
        return measure != Measure.VALUES;
    }

    /** Whether its value has a quality of its own, instead of being counted. */
    public boolean qualified() {
        return measure == Measure.QUANTITY || measure == Measure.SUM || measure == Measure.MEDIAN;
    }

    /** Whether it has no value without a scope. */
    public boolean needsScope() {
        return placing == Placing.IS_SCOPE;
    }

    /** Whether it can be told for each of several organisations: it is a number, and not what one record has. */
    public boolean breaksDown() {
        return comparable() && !needsScope();
    }

    /** All facts that it names. */
    public Set<String> facts() {
        TreeSet<String> all = new TreeSet<>(where.keySet());
        all.addAll(placedBy);
        if (of != null) {
            all.add(of);
        }
        if (orderedBy != null) {
            all.add(orderedBy);
        }
        if (reached != null) {
            all.add(reached);
        }
        if (happenedOn != null) {
            all.add(happenedOn);
        }
        return all;
    }
}
