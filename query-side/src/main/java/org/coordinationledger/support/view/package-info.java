/** What the query side shows of support activities. */
@NullMarked
package org.coordinationledger.support.view;

import org.jspecify.annotations.NullMarked;
