package org.coordinationledger.ledger.sealing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.coordinationledger.ledger.AppendGate;
import org.jspecify.annotations.Nullable;

/** The gate that a sealer opens and shuts; shut until one has checked the ledger. */
public final class LogGate implements AppendGate {

    private static final String UNCHECKED = "it has not been checked yet whether the ledger is the one that was signed";

    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>(UNCHECKED);

    @Override
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    void open() {
        refusal.set(null);
    }

    void shut(String reason) {
        refusal.set(reason);
    }
}
