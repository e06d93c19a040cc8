package org.coordinationledger.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to decide a command: what it may be decided on, and what it recorded. It travels with the command as
 * metadata ({@link #asMetaData}) and is never stored. A command without one is decided on fresh reads.
 *
 * <p>What is recorded is right either way, since the committer refuses what rests on streams that moved. A refusal is not:
 * whoever lets a command be decided {@linkplain #onCachedStreams() on cached streams} MUST decide it again
 * {@linkplain #onFreshReads() on fresh reads} before a refusal is answered, and {@linkplain LedgerReader#catchUp catch up}
 * first, since a fresh read alone may come before what others were told.
 */
public final class CommandRun {

    private static final String KEY = "ledgerCommandRun";

    private final boolean cached;
    private final List<Commit> recorded = new CopyOnWriteArrayList<>();

    private CommandRun(boolean cached) {
        this.cached = cached;
    }

    /** An attempt that may take streams as this process last knew them. */
    public static CommandRun onCachedStreams() {
        return new CommandRun(true);
    }

    /** An attempt that asks the ledger for the end of every stream. */
    public static CommandRun onFreshReads() {
        return new CommandRun(false);
    }

    /** What a command carries so that its unit of work finds this. */
    public Map<String, Object> asMetaData() {
        return Map.of(KEY, this);
    }

    /** The commits that the command recorded, in order; none until its unit of work has committed. */
    public List<Commit> recorded() {
        return List.copyOf(recorded);
    }

    static @Nullable CommandRun in(MetaData metaData) {
        return metaData.get(KEY) instanceof CommandRun run ? run : null;
    }

    boolean mayUseCached() {
        return cached;
    }

    void record(Commit commit) {
        recorded.add(commit);
    }
}
