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
        @Nullable String reached) {

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
    }

    /** How many records there are. */
    public static Figure count(String name) {
        return new Figure(name, Measure.COUNT, null, null, Map.of(), Placing.WITHIN_SCOPE, List.of(), false, null);
    }

    /** How many different values {@code fact} has. */
    public static Figure distinct(String name, String fact) {
        return new Figure(name, Measure.DISTINCT, fact, null, Map.of(), Placing.WITHIN_SCOPE, List.of(), false, null);
    }

    /** The different values of {@code fact}, in the order of another fact. */
    public static Figure values(String name, String fact, String orderedBy) {
        return new Figure(name, Measure.VALUES, fact, orderedBy, Map.of(), Placing.WITHIN_SCOPE, List.of(), false, null);
    }

    /** The sum of the quantity {@code fact} over the records. */
    public static Figure sum(String name, String fact) {
        return new Figure(name, Measure.SUM, fact, null, Map.of(), Placing.WITHIN_SCOPE, List.of(), false, null);
    }

    /** The quantity that the scope itself has: a record of the figure's feature. */
    public static Figure quantity(String name, String fact) {
        return new Figure(name, Measure.QUANTITY, fact, null, Map.of(), Placing.IS_SCOPE, List.of(), false, null);
    }

    /** Only records whose fact has this value, which is a {@link Boolean} or a {@link String}. */
    public Figure where(String fact, Object value) {
        Map<String, Object> more = new TreeMap<>(where);
        more.put(fact, value);
        return new Figure(name, measure, of, orderedBy, more, placing, placedBy, growing, reached);
    }

    /** Only records that have this fact and whose day in it has come on the day asked about. */
    public Figure reached(String fact) {
        return new Figure(name, measure, of, orderedBy, where, placing, placedBy, growing, fact);
    }

    /** A record counts for a scope if one of the organisations in these facts is the scope or stands under it. */
    public Figure placedBy(String... facts) {
        return new Figure(name, measure, of, orderedBy, where, Placing.WITHIN_SCOPE, List.of(facts), growing, reached);
    }

    /** A record counts for a scope if one of the organisations in this fact is the scope or stands above it. */
    public Figure applyingTo(String fact) {
        return new Figure(name, measure, of, orderedBy, where, Placing.APPLIES_TO_SCOPE, List.of(fact), growing, reached);
    }

    /** The figure whose value is the growth of this one since the day it is compared with. */
    public Figure growth(String growthName) {
        return new Figure(growthName, measure, of, orderedBy, where, placing, placedBy, true, reached);
    }

    /** Whether its value is a number that can be compared with that of another day. */
    public boolean comparable() {
        return measure != Measure.VALUES;
    }

    /** Whether its value has a quality of its own, instead of being counted. */
    public boolean qualified() {
        return measure == Measure.QUANTITY || measure == Measure.SUM;
    }

    /** Whether it has no value without a scope. */
    public boolean needsScope() {
        return placing == Placing.IS_SCOPE;
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
        return all;
    }
}
