/** Spans: which facts of a record held when, as known when; derived from the fold alone. */
@NullMarked
package org.coordinationledger.view.span;

import org.jspecify.annotations.NullMarked;
