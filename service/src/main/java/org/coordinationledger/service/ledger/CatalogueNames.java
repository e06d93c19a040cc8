package org.coordinationledger.service.ledger;

import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.ledger.EventNames;

/** The names of the {@link Catalogue}. Older revisions are brought to the current one by upcasters before. */
final class CatalogueNames implements EventNames {

    @Override
    public String nameOf(Class<?> eventClass) {
        return typeOf(eventClass).name();
    }

    @Override
    public String revisionOf(Class<?> eventClass) {
        return Integer.toString(typeOf(eventClass).revision());
    }

    @Override
    public Class<?> classOf(String name, String revision) {
        return Catalogue.named(name)
                .filter(type -> Integer.toString(type.revision()).equals(revision))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no event is called " + name + " in revision " + revision))
                .type();
    }

    private static EventType typeOf(Class<?> eventClass) {
        return Catalogue.of(eventClass)
                .orElseThrow(() -> new IllegalArgumentException(eventClass + " is not in the catalogue"));
    }
}
