/** Finds records by words, whatever their diacritics. */
@NullMarked
package org.coordinationledger.view.search;

import org.jspecify.annotations.NullMarked;
