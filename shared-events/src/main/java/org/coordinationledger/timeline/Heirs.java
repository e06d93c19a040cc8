package org.coordinationledger.timeline;

import java.util.List;
import java.util.function.UnaryOperator;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What folds need to put heirs in the place of organisations; see {@link Fold#inherited}. */
public final class Heirs {

    private Heirs() {}

    /** The heirs of several, each once. */
    public static List<OrganisationId> of(List<OrganisationId> several, UnaryOperator<OrganisationId> heir) {
        return several.stream().map(heir).distinct().toList();
    }

    /** The heirs of several that must stay different ones. */
    public static List<OrganisationId> apart(List<OrganisationId> several, UnaryOperator<OrganisationId> heir) {
        List<OrganisationId> heirs = several.stream().map(heir).toList();
        for (int i = 0; i < heirs.size(); i++) {
            requireApart(heirs.get(i), heirs.subList(0, i));
        }
        return heirs;
    }

    /** Refuses that an organisation is one of others. */
    public static void requireApart(OrganisationId one, List<OrganisationId> others) {
        if (others.contains(one)) {
            throw new RejectedException(new SuccessionRejection.AlreadyHasAPart(one.value()));
        }
    }

    /** The heir of an organisation, or null where there is none. */
    public static @Nullable OrganisationId ofNullable(
            @Nullable OrganisationId one, UnaryOperator<OrganisationId> heir) {
        return one == null ? null : heir.apply(one);
    }
}
