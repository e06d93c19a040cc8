package org.coordinationledger.imports.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the columns of a file are, for records of one kind: a row is a record, recorded by one command or by several that
 * follow each other.
 *
 * @param resource the records' name in addresses
 * @param steps the first begins the record
 * @param identity the columns that tell one record from another, so that the record's id follows from them; all columns of
 *     the first step where it is empty
 */
record ImportDeclaration(String resource, List<ImportStep> steps, List<String> identity) {

    ImportStep begin() {
        return steps.get(0);
    }

    List<ImportColumn> columns() {
        return steps.stream().flatMap(step -> step.columns().stream()).toList();
    }

    Optional<ImportColumn> column(String name) {
        return columns().stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether rows bring personal data. */
    boolean personal() {
        return columns().stream().anyMatch(ImportColumn::personal);
    }

    /** The columns that the record's id follows from, in the order of the file. */
    Stream<ImportColumn> identifying() {
        return begin().columns().stream()
                .filter(column -> identity.isEmpty() || identity.contains(column.name()));
    }
}
