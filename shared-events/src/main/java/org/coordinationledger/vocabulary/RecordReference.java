package org.coordinationledger.vocabulary;

/**
 * Another record of any type.
 *
 * @param resource its type by its name in addresses, such as {@code programmes}; at most 40 characters
 * @param id its id
 */
public record RecordReference(String resource, String id) {

    public RecordReference {
        resource = Text.checkedLine(Bounded.required("resource", resource), 40);
        RecordId.checked(Bounded.required("id", id));
    }
}
