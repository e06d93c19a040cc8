package org.coordinationledger.command.text;

import java.util.List;
import java.util.Optional;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.catalogue.NamedTexts;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.service.text.TextStore.Kept;
import org.coordinationledger.service.verification.Verifying;
import org.coordinationledger.vocabulary.TextDigest;
import tools.jackson.core.JacksonException;

/**
 * Goes through all events that name texts, of which each MUST be stored under its digest, then through all texts that are
 * stored, which nobody may have named yet. No event takes a text away, so one that is not there is a fault.
 *
 * <p>In memory at a time: a page of entries, or {@value #TEXTS_AT_ONCE} texts.
 */
final class TextVerifying implements Verifying {

    private static final int MOST_ENTRIES = 1_000;
    private static final int TEXTS_AT_ONCE = 8;

    /** A text counts as a thing to verify, and as one more for every so many bytes. */
    private static final int BYTES_OF_A_THING = 1_000;

    private static final String MISSING = "no entry stands here";

    private final LedgerReader ledger;
    private final TextStore texts;
    private final long entries;
    private final long stored;
    private long next;
    private long read;
    private String after = "";
    private boolean through;
    private Optional<LedgerFault> fault = Optional.empty();

    /** Of what is recorded now. */
    TextVerifying(LedgerReader ledger, TextStore texts) {
        this.ledger = ledger;
        this.texts = texts;
        this.entries = ledger.tail() + 1;
        this.stored = texts.count();
    }

    @Override
    public long size() {
        return Math.max(entries + stored, verified());
    }

    @Override
    public long verified() {
        return next + read;
    }

    @Override
    public Optional<LedgerFault> fault() {
        return fault;
    }

    @Override
    public boolean step(int things) {
        if (next < entries) {
            named(things);
        } else if (!through) {
            stored(things);
        }
        return fault.isEmpty() && !through;
    }

    /** Entries up to about so many things, the texts that they name among them. */
    private void named(int things) {
        int count = (int) Math.min(Math.min(things, MOST_ENTRIES), entries - next);
        List<StoredEntry> page = ledger.storedFrom(next, count);
        if (page.isEmpty()) {
            fault(next, MISSING);
        }
        long left = things;
        for (StoredEntry one : page) {
            if (fault.isPresent() || left <= 0 || one.position() >= entries) {
                return;
            }
            if (one.position() != next) {
                fault(next, MISSING);
                return;
            }
            left -= 1 + named(one);
            next = one.position() + 1;
        }
    }

    /** What the texts of an entry count. */
    private long named(StoredEntry stored) {
        Entry entry;
        try {
            entry = stored.parsed();
        } catch (IllegalStateException e) {
            fault(stored.position(), "the entry cannot be read: " + e.getMessage());
            return 0;
        }
        if (!NamedTexts.canBeIn(entry.eventName())) {
            return 0;
        }
        long things = 0;
        try {
            for (String digest : NamedTexts.in(event(entry))) {
                Optional<Kept> kept = texts.kept(new TextDigest(digest));
                if (kept.isEmpty()) {
                    fault(entry.position(), "the text " + digest + ", which the event there names, is not stored");
                    return things;
                }
                things += compared(kept.get(), entry.position(), "which the event there names");
            }
        } catch (JacksonException e) {
            fault(entry.position(), "the event there cannot be read: " + e.getOriginalMessage());
        }
        return things;
    }

    private static Object event(Entry entry) {
        EventType type = Catalogue.named(entry.eventName()).orElseThrow();
        return EventJson.mapper().readValue(entry.payload(), type.type());
    }

    private void stored(int things) {
        long left = things;
        while (left > 0 && fault.isEmpty() && !through) {
            List<Kept> some = texts.keptAfter(after, TEXTS_AT_ONCE);
            for (Kept one : some) {
                left -= compared(one, Math.max(0, entries - 1), "which no entry up to there names");
                read++;
                after = one.id();
            }
            through = some.size() < TEXTS_AT_ONCE;
        }
    }

    private long compared(Kept kept, long position, String which) {
        if (fault.isEmpty()) {
            if (!TextDigest.of(kept.utf8()).value().equals(kept.id())) {
                fault(position, "what is stored as the text " + kept.id() + ", " + which + ", is another text");
            } else if (kept.size() != kept.utf8().length) {
                fault(position, "the text " + kept.id() + ", " + which + ", is stored with a size of " + kept.size()
                        + " bytes and has " + kept.utf8().length);
            }
        }
        return 1 + kept.utf8().length / BYTES_OF_A_THING;
    }

    private void fault(long position, String reason) {
        if (fault.isEmpty()) {
            fault = Optional.of(new LedgerFault(position, LedgerFault.Kind.TEXT, reason));
        }
    }
}
