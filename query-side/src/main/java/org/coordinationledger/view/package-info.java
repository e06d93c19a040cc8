/** The query side: everything that shows, put together. */
@NullMarked
package org.coordinationledger.view;

import org.jspecify.annotations.NullMarked;
