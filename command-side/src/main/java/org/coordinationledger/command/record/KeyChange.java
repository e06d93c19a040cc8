package org.coordinationledger.command.record;

import org.coordinationledger.reservation.event.ReservationEvent;

/**
 * What a step does to a key.
 *
 * @param key the id of the key's stream
 */
public record KeyChange(String key, ReservationEvent event) {}
