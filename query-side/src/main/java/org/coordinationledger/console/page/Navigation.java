package org.coordinationledger.console.page;

import java.util.List;

/** The places that the header of every page leads to. */
public final class Navigation {

    /** In the order of the header. */
    public static final List<Place> PLACES = List.of(
            new Place("/console", "work.title"),
            new Place("/console/figures", "figures.title"),
            new Place("/console/records", "records.title"),
            new Place("/console/documents", "documents.place"),
            new Place("/console/audit", "audit.place"));

    private Navigation() {}

    /** @param key of what it is called */
    public record Place(String path, String key) {

        /** Whether a page belongs to this place. */
        public boolean marks(Page page) {
            return path.equals("/console")
                    ? page.address().equals(path) || page.address().startsWith(path + "?")
                    : page.under(path);
        }
    }
}
