/** What a feature declares about its views: the facts of a record, and the figures counted from them. No Spring. */
@NullMarked
package org.coordinationledger.view.declaration;

import org.jspecify.annotations.NullMarked;
