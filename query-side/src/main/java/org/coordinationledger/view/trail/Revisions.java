package org.coordinationledger.view.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.TrailRules.TextUse;
import org.coordinationledger.view.declaration.TrailRules.Use;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** The revisions of a record's text: who wrote, submitted and approved each, and how it differs from the one before. */
final class Revisions {

    /** Of more revisions, the latest are told. */
    static final int MOST = 100;

    /** So many bytes of texts are compared for one answer, the latest revisions first; the rest is too large. */
    static final int MOST_BYTES_COMPARED = 2 << 20;

    private static final String TEXTS = "/api/v1/texts/";

    private final TextStore texts;
    private final List<Written> all = new ArrayList<>();
    private final Map<Long, Trail.NamedText> named = new HashMap<>();

    /** A revision, and what was done with it so far. */
    private record Written(
            int number, TextDigest digest, Map<Use, List<Trail.Doing>> doings) {}

    Revisions(TrailRules rules, TextStore texts, List<Act> acts) {
        this.texts = texts;
        for (Act act : acts) {
            for (TextUse use : rules.textsOf(act.event())) {
                Integer revision = use.revision().apply(act.event());
                TextDigest digest = use.digest().apply(act.event());
                take(act, use.use(), revision, digest);
            }
        }
    }

    private void take(Act act, Use use, @Nullable Integer revision, @Nullable TextDigest digest) {
        if (use == Use.WRITES && digest == null) {
            return;
        }
        if (use == Use.WRITES && digest != null && act.counts()) {
            int number = revision == null ? all.size() + 1 : revision;
            all.add(new Written(number, digest, new HashMap<>()));
        }
        Written meant = act.counts() ? latest(revision, digest) : null;
        if (meant != null) {
            meant.doings().computeIfAbsent(use, u -> new ArrayList<>()).addAll(doings(act));
        }
        Integer number = meant == null ? revision : Integer.valueOf(meant.number());
        TextDigest text = meant == null ? digest : meant.digest();
        named.putIfAbsent(act.sequence(), new Trail.NamedText(
                number, text == null ? null : text.value(), text == null ? null : TEXTS + text));
    }

    /** The latest revision that fits what a step says of it. */
    private @Nullable Written latest(@Nullable Integer revision, @Nullable TextDigest digest) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Written written = all.get(i);
            if ((revision == null || revision == written.number())
                    && (digest == null || digest.equals(written.digest()))) {
                return written;
            }
        }
        return null;
    }

    private static List<Trail.Doing> doings(Act act) {
        List<Trail.Doing> doings = new ArrayList<>();
        doings.add(new Trail.Doing(
                act.name(), act.sequence(), act.day(), act.actor().person(), act.actor().organisation().value(),
                act.actor().role(), act.actor().body()));
        for (Act.Amending amending : act.amendments()) {
            if (amending.counts() && !amending.voids()) {
                doings.add(new Trail.Doing(
                        amending.name(), amending.step().sequence(), amending.on(),
                        amending.actor().person(), amending.actor().organisation().value(), amending.actor().role(),
                        amending.actor().body()));
            }
        }
        return doings;
    }

    /** The text that a step names, or null. */
    Trail.@Nullable NamedText namedBy(Act act) {
        return named.get(act.sequence());
    }

    /** Whether all revisions are told. */
    boolean whole() {
        return all.size() <= MOST;
    }

    private List<Written> told() {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    List<Trail.Revision> revisions() {
        return told().stream().map(this::revision).toList();
    }

    private Trail.Revision revision(Written written) {
        OptionalInt bytes = texts.size(written.digest());
        return new Trail.Revision(
                written.number(),
                written.digest().value(),
                TEXTS + written.digest(),
                bytes.isPresent() ? bytes.getAsInt() : null,
                doings(written, Use.WRITES),
                doings(written, Use.SUBMITS),
                doings(written, Use.APPROVES));
    }

    private static List<Trail.Doing> doings(Written written, Use use) {
        return List.copyOf(written.doings().getOrDefault(use, List.of()));
    }

    /** How each revision that is told differs from the one before. */
    List<Trail.Difference> differences() {
        List<Written> told = told();
        List<Trail.Difference> differences = new ArrayList<>();
        int left = MOST_BYTES_COMPARED;
        for (int i = told.size() - 1; i > 0; i--) {
            Written before = told.get(i - 1);
            Written after = told.get(i);
            OptionalInt old = texts.size(before.digest());
            OptionalInt now = texts.size(after.digest());
            TextDifferences.Compared compared;
            if (before.digest().equals(after.digest())) {
                compared = outcome(TextDifferences.Outcome.SAME);
            } else if (old.isEmpty() || now.isEmpty()) {
                compared = outcome(TextDifferences.Outcome.NOT_STORED);
            } else if (Math.max(old.getAsInt(), now.getAsInt()) > TextDifferences.MOST_BYTES
                    || old.getAsInt() + now.getAsInt() > left) {
                compared = outcome(TextDifferences.Outcome.TOO_LARGE);
            } else {
                left -= old.getAsInt() + now.getAsInt();
                compared = TextDifferences.between(
                        texts.find(before.digest()).orElseThrow(), texts.find(after.digest()).orElseThrow());
            }
            differences.add(
                    new Trail.Difference(before.number(), after.number(), compared.outcome(), compared.lines()));
        }
        Collections.reverse(differences);
        return List.copyOf(differences);
    }

    private static TextDifferences.Compared outcome(TextDifferences.Outcome outcome) {
        return new TextDifferences.Compared(outcome, List.of());
    }
}
