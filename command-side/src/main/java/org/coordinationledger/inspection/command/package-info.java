/** Inspection: deciding what may be recorded about an inspection or a supervision. */
@NullMarked
package org.coordinationledger.inspection.command;

import org.jspecify.annotations.NullMarked;
