package org.coordinationledger.command.record;

import org.coordinationledger.reservation.event.ReservationEvent;

/**
 * What happens to a key with a step.
 *
 * @param key the id of the key's stream
 */
public record KeyChange(String key, ReservationEvent event) {}
