package org.coordinationledger.evidence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.HeldValues;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;

/** What organisations were called, folded from their own entries. People have no names here: they stay codes. */
public final class OrganisationNames {

    /** The type of organisations' streams. */
    public static final String TYPE = OrganisationState.TYPE.name();

    /** Most organisations that are named beside one record; the others stay ids. */
    public static final int MOST = 200;

    /** Most entries of an organisation that is named. */
    public static final int MOST_ENTRIES = 200;

    /** For whoever tells ids alone. */
    public static final OrganisationNames NONE = new OrganisationNames(Map.of());

    private final Map<String, Timeline<OrganisationEvent, OrganisationState>> organisations = new HashMap<>();

    /**
     * @param streams all entries of each organisation by its id, in order
     * @throws UnreadableEntryException if one of them cannot be read
     */
    public OrganisationNames(Map<String, List<StoredEntry>> streams) {
        streams.forEach((id, entries) -> {
            Timeline<OrganisationEvent, OrganisationState> timeline = OrganisationState.TYPE.empty();
            for (StoredEntry entry : entries) {
                timeline = timeline.plus(entry.step());
            }
            organisations.put(id, timeline);
        });
    }

    /**
     * The ids that a record's entries mention and that are organisations' in the ledger, at most {@value #MOST}, in a fixed
     * order. Entries of no record mention none.
     *
     * @param known whether there is such an organisation
     * @throws UnreadableEntryException if an entry cannot be read
     */
    public static List<String> mentioned(List<StoredEntry> record, Predicate<String> known) {
        if (record.isEmpty() || Catalogue.recordType(record.get(0).head().type()).isEmpty()) {
            return List.of();
        }
        SortedSet<String> ids = new TreeSet<>();
        for (StoredEntry entry : record) {
            Step<RecordEvent> step = entry.step();
            ids.add(step.actor().organisation().value());
            HeldValues.each(step.event(), OrganisationId.class, id -> ids.add(id.value()));
        }
        return ids.stream().filter(known).limit(MOST).toList();
    }

    /** The name on a day; before its first day the first one. */
    Optional<String> name(String id, LocalDate day) {
        return Optional.ofNullable(organisations.get(id)).flatMap(timeline -> timeline.on(day)
                .or(() -> timeline.phases().stream().findFirst().map(Phase::state))
                .map(state -> state.name().toString()));
    }

    /** The name with the id behind it, or the id alone. */
    String beside(String id, LocalDate day) {
        return name(id, day).map(name -> name + " (" + id + ")").orElse(id);
    }
}
