/** Organisation: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.organisation.view;

import org.jspecify.annotations.NullMarked;
