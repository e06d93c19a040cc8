/** The query side over HTTP, on every store. */
@NullMarked
package org.coordinationledger.view.http;

import org.jspecify.annotations.NullMarked;
