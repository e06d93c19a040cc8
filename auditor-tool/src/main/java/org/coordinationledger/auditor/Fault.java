package org.coordinationledger.auditor;

import java.util.Locale;

/** What can be wrong with a log, a mirror, a proof or a case file; the words are under {@code fault.*}. */
enum Fault {
    ENTRY_CHANGED,
    TILE_CHANGED,
    FILE_MISSING,
    BUNDLE_BROKEN,
    ROOT_DIFFERS,
    CHECKPOINT_REFUSED,
    ROLLED_BACK,
    FORKED,
    NOT_AN_ENTRY,
    OTHER_LOG_ID,
    NOT_ITS_POSITION,
    SEQUENCE_BROKEN,
    PREVIOUS_WRONG,
    TIME_BACKWARDS,
    COMMIT_BROKEN,
    TEXT_CHANGED,
    RECORD_HEADS_WRONG,
    PROOF_REFUSED,
    CASE_INCOMPLETE,
    CASE_CHANGED,
    STEP_NOT_READABLE;

    String key() {
        return "fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
