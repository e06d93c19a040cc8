package org.coordinationledger.review.event;

import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.Text;

/**
 * The record that a review is of.
 *
 * @param resource its type by its name in addresses, such as {@code programmes}; at most 40 characters
 * @param id its id
 */
public record ReviewedRecord(String resource, String id) {

    public ReviewedRecord {
        resource = Text.checkedLine(Bounded.required("resource", resource), 40);
        RecordId.checked(Bounded.required("id", id));
    }
}
