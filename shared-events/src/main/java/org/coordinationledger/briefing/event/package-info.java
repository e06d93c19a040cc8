/** Briefing: what happened to a situation briefing from its draft to its deliveries, and what it means. */
@NullMarked
package org.coordinationledger.briefing.event;

import org.jspecify.annotations.NullMarked;
