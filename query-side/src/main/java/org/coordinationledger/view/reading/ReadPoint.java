package org.coordinationledger.view.reading;

import org.coordinationledger.view.store.Generation;

/**
 * Where a request reads everything: one generation at one position, which all its spans have reached.
 *
 * @param knownAt the position; -1 where nothing was known
 */
public record ReadPoint(Generation generation, long knownAt) {}
