/** Where spans are kept: generations of span collections in MongoDB, and how far each has come. */
@NullMarked
package org.coordinationledger.view.store;

import org.jspecify.annotations.NullMarked;
