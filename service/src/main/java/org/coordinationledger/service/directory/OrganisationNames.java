package org.coordinationledger.service.directory;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.coordinationledger.service.overdue.OverdueReads;
import org.coordinationledger.service.overdue.ViewLayout;

/** Reads from the views what all organisations are called, which everybody may know. */
public final class OrganisationNames {

    /** More organisations than this are not read. */
    public static final int MOST = 100_000;

    private static final String ORGANISATIONS = "Organisation";
    private static final long LONGEST_QUERY_SECONDS = 20;
    private static final int BATCH = 2_000;

    private final MongoDatabase database;
    private final OverdueReads reads;

    public OrganisationNames(MongoDatabase database, OverdueReads reads) {
        this.database = database;
        this.reads = reads;
    }

    /** All organisations by their names on a day, as known now; empty while there are no views. */
    public Optional<List<NamedOrganisation>> on(LocalDate day) {
        return reads.views().map(views -> database.getCollection(
                        ViewLayout.spans(views.generation()) + ORGANISATIONS)
                .find(ViewLayout.at(views.position(), day))
                .projection(include(
                        "record", "facts.name", "facts.kind", "facts.partySuperior", "facts.commandSuperior",
                        "facts.covers", "facts.open"))
                .batchSize(BATCH)
                .limit(MOST)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .map(OrganisationNames::named)
                .into(new ArrayList<>()));
    }

    private static NamedOrganisation named(Document span) {
        Document facts = span.get("facts", Document.class);
        List<String> covers = facts.getList("covers", String.class, List.of());
        return new NamedOrganisation(
                span.getString("record"),
                facts.getString("name"),
                facts.getString("kind"),
                facts.getString("partySuperior"),
                facts.getString("commandSuperior"),
                covers,
                Boolean.TRUE.equals(facts.getBoolean("open")));
    }
}
