package org.coordinationledger.view.reading;

import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.store.SpanCollection;

/**
 * What one actor may read: the records that name an organisation of the circle, or as a feature declares otherwise
 * ({@link org.coordinationledger.view.declaration.Readers}). The circle is that of now, whatever pair of times is asked.
 */
public final class ReadingCircle {

    /** Everything. */
    public static final ReadingCircle WHOLE = new ReadingCircle(true, Set.of(), Set.of(), true);

    private final boolean whole;
    private final Set<String> organisations;
    private final Set<String> speaking;
    private final boolean ofAdministration;

    private ReadingCircle(
            boolean whole, Set<String> organisations, Set<String> speaking, boolean ofAdministration) {
        this.whole = whole;
        this.organisations = organisations;
        this.speaking = speaking;
        this.ofAdministration = ofAdministration;
    }

    /**
     * The circle of these organisations.
     *
     * @param speaking they and those whose documents apply to them
     * @param ofAdministration whether all mandates may be read
     */
    public static ReadingCircle of(Set<String> organisations, Set<String> speaking, boolean ofAdministration) {
        return new ReadingCircle(false, organisations, speaking, ofAdministration);
    }

    /** Whether an organisation lies in the circle. */
    public boolean includes(String organisation) {
        return whole || organisations.contains(organisation);
    }

    /** @throws RejectedException with {@link ServiceRejection.OutsideReadingCircle} if the organisation lies outside */
    public void require(String organisation) {
        if (!includes(organisation)) {
            throw new RejectedException(new ServiceRejection.OutsideReadingCircle(organisation));
        }
    }

    /** Of which organisations one must be named by a record of a feature that may be read; empty if none needs to be. */
    public Optional<Set<String>> named(FeatureView<?> view) {
        if (whole) {
            return Optional.empty();
        }
        return switch (view.readers()) {
            case EVERYBODY -> Optional.empty();
            case NAMED, NAMED_KNOWN_BY_CODE -> Optional.of(organisations);
            case NAMED_AND_BELOW -> Optional.of(speaking);
            case NAMED_AND_ADMINISTRATION -> ofAdministration ? Optional.empty() : Optional.of(organisations);
        };
    }

    /** Whether a record of a feature that names these organisations may be read. */
    public boolean permits(FeatureView<?> view, Collection<String> naming) {
        return named(view).map(one -> !Collections.disjoint(one, naming)).orElse(true);
    }

    /** What spans of a feature must be, so that their records may be read; empty if nothing. */
    public Optional<Bson> condition(FeatureView<?> view) {
        return named(view).map(one -> in(SpanCollection.ORGANISATIONS, one));
    }
}
