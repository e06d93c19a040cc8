package org.coordinationledger.imports.command;

import java.time.Instant;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.vocabulary.MemberId;

/**
 * An import as it is kept.
 *
 * @param actor who sent the file; nobody else sees the import or confirms it
 * @param file what the file was called
 * @param digest SHA-256 of the file in hex
 * @param rows how many there are
 */
record StoredImport(
        String id,
        String resource,
        Actor actor,
        String file,
        String digest,
        ImportState state,
        Instant createdAt,
        int rows) {

    /** Under whose key the personal data of the rows are sealed until they are recorded: nobody's but this import's. */
    MemberId sealedUnder() {
        return new MemberId("import-" + id);
    }
}
