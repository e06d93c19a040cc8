package org.coordinationledger.service.overdue;

import java.time.LocalDate;

/**
 * Something that is late.
 *
 * @param resource the type of the record that waits, by its name in addresses
 * @param record its id
 * @param what the code of what it waits for
 * @param organisation whose turn it is
 * @param dueOn the last day on which it would have been in time
 */
public record Overdue(String resource, String record, String what, String organisation, LocalDate dueOn) {}
