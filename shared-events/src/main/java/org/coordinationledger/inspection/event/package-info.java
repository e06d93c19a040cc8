/** Inspection: what happened to an inspection or a supervision, and what it means. */
@NullMarked
package org.coordinationledger.inspection.event;

import org.jspecify.annotations.NullMarked;
