package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.view.search.RecordSearch;

/**
 * What a search found.
 *
 * @param groups by kind of record, the kind with the best match first
 */
record ShownSearch(List<RecordSearch.Group> groups, long knownAt, LocalDate effectiveOn) {}
