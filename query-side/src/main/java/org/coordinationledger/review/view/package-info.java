/** Review: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.review.view;

import org.jspecify.annotations.NullMarked;
