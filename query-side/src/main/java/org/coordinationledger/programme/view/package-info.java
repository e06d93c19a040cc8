/** Programme: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.programme.view;

import org.jspecify.annotations.NullMarked;
