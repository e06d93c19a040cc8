/** Inspection: what lists and figures show of inspections. */
@NullMarked
package org.coordinationledger.inspection.view;

import org.jspecify.annotations.NullMarked;
