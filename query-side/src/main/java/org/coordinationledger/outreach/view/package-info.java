/** What the query side shows of outreach sessions. */
@NullMarked
package org.coordinationledger.outreach.view;

import org.jspecify.annotations.NullMarked;
