package org.coordinationledger.tlog;

import org.coordinationledger.tlog.RefusedException.Reason;

/** What a key signs. */
public enum KeyKind {
    /** Ed25519 over a note's text: what a log signs its checkpoints with. */
    NOTE((byte) 1),
    /** Ed25519 over a checkpoint and a time (cosignature/v1): what a witness signs. */
    COSIGNATURE((byte) 4);

    private final byte type;

    KeyKind(byte type) {
        this.type = type;
    }

    /** The byte that stands for it in keys. */
    byte type() {
        return type;
    }

    static KeyKind of(byte type) {
        for (KeyKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new RefusedException(Reason.KEY, "a key of unknown kind %d".formatted(type));
    }
}
