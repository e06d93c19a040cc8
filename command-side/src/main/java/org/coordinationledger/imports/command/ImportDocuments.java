package org.coordinationledger.imports.command;

import java.util.Date;
import org.bson.Document;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.vocabulary.OrganisationId;

/** Imports as documents. */
final class ImportDocuments {

    private ImportDocuments() {}

    static Document of(StoredImport made) {
        return new Document("_id", made.id())
                .append("resource", made.resource())
                .append("person", made.actor().person())
                .append("organisation", made.actor().organisation().value())
                .append("role", made.actor().role().name())
                .append("file", made.file())
                .append("digest", made.digest())
                .append("state", made.state().name())
                .append("createdAt", Date.from(made.createdAt()))
                .append("rows", made.rows());
    }

    static StoredImport read(Document stored) {
        return new StoredImport(
                stored.getString("_id"),
                stored.getString("resource"),
                new Actor(
                        stored.getString("person"),
                        new OrganisationId(stored.getString("organisation")),
                        Role.valueOf(stored.getString("role"))),
                stored.getString("file"),
                stored.getString("digest"),
                ImportState.valueOf(stored.getString("state")),
                stored.getDate("createdAt").toInstant(),
                stored.getInteger("rows"));
    }
}
