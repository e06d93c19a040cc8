/** Briefing: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.briefing.view;

import org.jspecify.annotations.NullMarked;
