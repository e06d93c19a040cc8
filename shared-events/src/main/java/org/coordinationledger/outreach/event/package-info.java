/** Outreach: that people were told about laws and policies, how many sessions and how many attended. */
@NullMarked
package org.coordinationledger.outreach.event;

import org.jspecify.annotations.NullMarked;
