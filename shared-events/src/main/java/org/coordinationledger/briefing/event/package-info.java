/** Briefing: what happened to a situation briefing from its draft to the cells it was delivered to, and what it means. */
@NullMarked
package org.coordinationledger.briefing.event;

import org.jspecify.annotations.NullMarked;
