/** Measures search. */
@NullMarked
package org.coordinationledger.view.search;

import org.jspecify.annotations.NullMarked;
