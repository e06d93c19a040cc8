/** What the aggregates of all features share: deciding on one timeline, looking across records, holding keys. */
@NullMarked
package org.coordinationledger.command.record;

import org.jspecify.annotations.NullMarked;
