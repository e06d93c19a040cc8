package org.coordinationledger.service.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as it is called on a day.
 *
 * @param kind the name of its kind
 * @param partySuperior the id of what it stands under along the party line
 * @param commandSuperior the id of what it stands under along the command line
 * @param covers the ids of the communes that it covers
 * @param standing whether it has not been dissolved
 */
public record NamedOrganisation(
        String id,
        String name,
        String kind,
        @Nullable String partySuperior,
        @Nullable String commandSuperior,
        List<String> covers,
        boolean standing) {

    public NamedOrganisation {
        covers = List.copyOf(covers);
    }
}
