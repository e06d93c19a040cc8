package org.coordinationledger.view.span;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Readers;

/**
 * Whom and what a record has ever named, as known at a position: what decides who may read it. It is the same on all its
 * days, so that whoever may read one of its steps may read its whole life.
 *
 * @param organisations those that its facts name on any day, and those for which a step of it was recorded; in order of
 *     their ids, at most {@link #MOST_ORGANISATIONS}, the ones named last
 * @param texts the digests of the texts that its steps name, voided steps included; in order, at most {@link #MOST_TEXTS},
 *     the ones named last
 */
public record Named(List<String> organisations, List<String> texts) {

    /** More organisations of a record do not count for who may read it. */
    public static final int MOST_ORGANISATIONS = 256;

    /** More texts of a record are read by those alone who read everything. */
    public static final int MOST_TEXTS = 256;

    /** Of records that everybody may read. */
    public static final Named NOTHING = new Named(List.of(), List.of());

    /** What a record's timeline names. */
    public static <S> Named of(FeatureView<S> view, Timeline<?, S> timeline) {
        return of(
                view,
                timeline.phases().stream().map(phase -> view.factsOf(phase.state(), List.of())).toList(),
                Mentions.of(view, timeline.steps()));
    }

    /** @param facts of the record's days, in their order */
    static Named of(FeatureView<?> view, List<Facts> facts, Mentions mentions) {
        if (view.readers() == Readers.EVERYBODY) {
            return NOTHING;
        }
        return new Named(
                organisations(view, facts, mentions),
                mentions.texts().stream().sorted().toList());
    }

    private static List<String> organisations(FeatureView<?> view, List<Facts> facts, Mentions mentions) {
        Set<String> organisations = ids(view.organisationFacts(), facts);
        organisations.addAll(mentions.organisations());
        return first(organisations, MOST_ORGANISATIONS);
    }

    /** What facts name, on the last days first. */
    private static Set<String> ids(List<String> names, List<Facts> facts) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = facts.size() - 1; i >= 0; i--) {
            for (String name : names) {
                ids.addAll(facts.get(i).ids(name));
            }
        }
        return ids;
    }

    /**
     * The record itself, the organisations that it names, whoever may read it, and other records that its facts name, but
     * for basis documents, of which others know; as many of these as of organisations.
     */
    static List<String> all(FeatureView<?> view, String record, List<Facts> facts, Mentions mentions) {
        Set<String> all = new TreeSet<>(first(ids(view.otherRecordFacts(), facts), MOST_ORGANISATIONS));
        all.addAll(organisations(view, facts, mentions));
        all.add(record);
        return List.copyOf(all);
    }

    private static List<String> first(Set<String> ids, int most) {
        return ids.stream().limit(most).sorted().toList();
    }

    Named withoutTexts() {
        return texts.isEmpty() ? this : new Named(organisations, List.of());
    }
}
